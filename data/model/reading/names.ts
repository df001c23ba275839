import type { Words } from '../words.ts'
import { type Meaning, quoted, type Reading, readingOf, tidy, unread } from './reading.ts'

/** Something that can be called by a name, and by which names. */
export type Named<T> = { readonly value: T; readonly names: readonly string[]; readonly words: Words }

/** Lower case without accents, marks and double blanks: what two spellings of one name have in common. */
export const foldName = (text: string): string =>
  tidy(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' dan ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A finder by folded name, made once for many texts. */
export const indexNames = <T>(all: readonly Named<T>[], fold = foldName): ReadonlyMap<string, readonly Named<T>[]> => {
  const index = new Map<string, Named<T>[]>()
  for (const named of all)
    for (const key of new Set(named.names.map(fold))) {
      const held = index.get(key)
      if (held) held.push(named)
      else if (key !== '') index.set(key, [named])
    }
  return index
}

const meaning = <T>({ value, names, words }: Named<T>): Meaning<T> => ({ value, text: names[0] ?? '', words })

/** What is called by this name; several bearers are asked about. `unknown` says what to write instead. */
export const readName = <T>(
  text: string,
  index: ReadonlyMap<string, readonly Named<T>[]>,
  unknown: Words,
  fold = foldName,
): Reading<T> => readingOf((index.get(fold(text)) ?? []).map(meaning), whichOne(text), unknown)

const whichOne = (text: string): Words => ({
  id: `Ada beberapa yang bernama ${quoted(text)}. Pilih yang dimaksud.`,
  en: `Several are called ${quoted(text)}. Choose the one that is meant.`,
})

/** Several names in one text, parted by semicolons, bars or lines, or else by commas. */
export const partsOf = (text: string): readonly string[] => {
  const mark = /[;|\n]/.test(text) ? /[;|\n]+/ : /[,/]+/
  return text
    .split(mark)
    .map(tidy)
    .filter((part) => part !== '')
}

/** Every name of a list; ambiguous or not understood as soon as one of them is. */
export const readNames = <T>(
  text: string,
  readOne: (part: string) => Reading<T>,
  empty: Words,
): Reading<readonly T[]> => {
  const parts = partsOf(text)
  if (parts.length === 0) return unread(empty)
  const readings = parts.map((part) => ({ part, reading: readOne(part) }))
  const lost = readings.find(({ reading }) => reading.kind === 'unread')
  if (lost?.reading.kind === 'unread') return lost.reading
  const values = readings.flatMap(({ reading }) => (reading.kind === 'value' ? [reading.value] : []))
  const doubtful = readings.findIndex(({ reading }) => reading.kind === 'ambiguous')
  const { reading } = readings[doubtful] ?? {}
  if (reading?.kind !== 'ambiguous') return { kind: 'value', value: [...new Set(values)] }
  // One doubt at a time: the answer goes back into the list, and the next is asked.
  const readingsOfList = reading.readings.map(({ value, text: own, words }) => ({
    value: [value],
    text: parts.map((part, at) => (at === doubtful ? own : part)).join('; '),
    words,
  }))
  return { kind: 'ambiguous', readings: readingsOfList, words: reading.words }
}
