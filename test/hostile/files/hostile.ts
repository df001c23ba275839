import { zipSync } from 'fflate'
import type { Geometry } from 'geojson'

/** A file that nobody means well, or that broke on its way, and what must come of it. */
export type Hostile = {
  readonly name: string
  readonly bytes: () => Uint8Array
  /** A word that its refusal must hold. */
  readonly says?: RegExp
  /** Read to its end: so many rows, none of them good. */
  readonly rows?: number
  /** What is said of those rows, in the words for programs, none twice. */
  readonly found?: readonly string[]
  /** What a person has to settle before anything can be taken. */
  readonly asks?: string
  /** What somebody answers to that; what is told of rows is true afterwards. */
  readonly answers?: Readonly<Record<string, string>>
  /** Taken as a whole: every row good, each at its place, in the order of the rows; a code stands for itself. */
  readonly takes?: readonly (Geometry | string)[]
  /** The titles of the rows that are taken. */
  readonly titles?: readonly string[]
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const text = (name: string, content: string | (() => string), says?: RegExp): Hostile => ({
  name,
  bytes: () => utf8(typeof content === 'string' ? content : content()),
  ...(says ? { says } : {}),
})
export const read = (name: string, content: string | (() => string), rows: number): Hostile => ({
  ...text(name, content),
  rows,
})
export const zip = (name: string, parts: () => Record<string, Uint8Array | string>, says?: RegExp): Hostile => ({
  name,
  bytes: () =>
    zipSync(
      Object.fromEntries(
        Object.entries(parts()).map(([part, content]) => [part, typeof content === 'string' ? utf8(content) : content]),
      ),
    ),
  ...(says ? { says } : {}),
})
export const bytes = (name: string, make: () => Uint8Array, says?: RegExp): Hostile => ({
  name,
  bytes: make,
  ...(says ? { says } : {}),
})

export const random = (seed: number, length: number): Uint8Array => {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state >> 16
  })
}
export const starting = (mark: string, rest: Uint8Array = random(7, 4_000)): Uint8Array =>
  Uint8Array.from([...[...mark].map((letter) => letter.charCodeAt(0)), ...rest])
export const wide = (content: string): Uint8Array =>
  Uint8Array.from([...content].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]))
