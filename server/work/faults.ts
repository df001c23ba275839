import type { Words } from '../../data/model/words.ts'
import type { Finding } from '../../data/model/work.ts'
import { Refusal } from '../problems.ts'

export const fault = (field: string, name: string, words: Words): Finding => ({
  field,
  severity: 'error',
  name,
  words,
})

const MOST_TOLD = 5

/** Refused because of its content: each fault in words, and by field for a screen. */
export const refuseFor = (findings: readonly Finding[]): Refusal => {
  const told = findings.slice(0, MOST_TOLD).map(({ words }) => words)
  const words = { id: told.map(({ id }) => id).join(' '), en: told.map(({ en }) => en).join(' ') }
  return new Refusal('bad-request', words, {}, { findings })
}
