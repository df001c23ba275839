import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'

/** Refuses a file of more positions than are taken, before each of them takes memory. */
export const refuseManyPositions = (count: number): void => {
  if (count > LIMITS.positions)
    refuse(
      `Berkas ini berisi lebih dari ${LIMITS.positions} titik. Sederhanakan garis batasnya, atau bagi menjadi beberapa berkas.`,
      `This file holds more than ${LIMITS.positions} positions. Simplify its boundaries, or divide it into several files.`,
    )
}

const code = (mark: string): number => mark.charCodeAt(0)
const BLANKS = new Set([...' \t\r\n\0'].map(code).concat(0xef, 0xbb, 0xbf, 0xfe, 0xff))
/** By how a text begins, what stands in each position, and how often at most: a list begins, or commas divide it. */
const MARKS = new Map([
  [code('{'), { mark: code('['), most: 1 }],
  [code('['), { mark: code('['), most: 1 }],
  [code('<'), { mark: code(','), most: 2 }],
])

/** The same of a map that is still bytes, for as text it takes as much memory again. */
export const refuseManyMarks = (bytes: Uint8Array): void => {
  const begin = bytes.findIndex((byte) => !BLANKS.has(byte))
  const found = MARKS.get(bytes[begin] ?? 0)
  if (!found) return
  let count = 0
  for (const byte of bytes) if (byte === found.mark) count += 1
  refuseManyPositions(Math.floor(count / found.most))
}
