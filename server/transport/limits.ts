import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from '../problems.ts'

const MB = 1_000_000
const LARGEST = MB
/** Photos are made small in the browser; the files of an import are read in a thread of their own. */
const LARGER: Readonly<Record<string, number>> = { '/api/photos': 1.5 * MB, '/api/imports': 20 * MB }

const tooLarge = (bytes: number) =>
  new Refusal('too-large', {
    id: `Kiriman melebihi ${(bytes / MB).toLocaleString('id')} MB. Bagi menjadi beberapa bagian atau perkecil, lalu kirim lagi.`,
    en: `The body exceeds ${bytes / MB} MB. Split it or make it smaller, then send it again.`,
  })

const limitTo = (maxSize: number): MiddlewareHandler =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw tooLarge(maxSize)
    },
  })

/** Counts the bytes of every body and refuses what is larger than its address takes. */
export const limitBodies = (): MiddlewareHandler => {
  const usual = limitTo(LARGEST)
  const larger = new Map(Object.entries(LARGER).map(([path, bytes]) => [path, limitTo(bytes)]))
  return (c, next) => (larger.get(c.req.path) ?? usual)(c, next)
}
