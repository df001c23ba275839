import type { Desk } from './verb.ts'

/** Between two lines of progress. */
const TOLD_EVERY_MS = 1_000

/** Tells the person at the terminal now and then how far something has come. */
export const progressOf = ({ err }: Pick<Desk, 'err'>): ((part: string, reached: number | string) => void) => {
  let last = performance.now()
  return (part, reached) => {
    if (performance.now() - last < TOLD_EVERY_MS) return
    last = performance.now()
    err.write(`${part}: ${reached}\n`)
  }
}
