import type { Words } from '../words.ts'

/** One thing a text may mean. `text` is how to write it so that it can mean nothing else; `words` is how to show it. */
export type Meaning<T> = { readonly value: T; readonly text: string; readonly words: Words }

/** A meaning that is put into words only when somebody has to choose: of twenty thousand cells hardly one is asked about. */
export const meaning = <T>(value: T, write: (value: T) => string, show: (value: T) => Words): Meaning<T> => ({
  value,
  get text() {
    return write(value)
  },
  get words() {
    return show(value)
  },
})

/** What a text means: one thing; several, of which only a person can choose; or nothing we know, and then what to write instead. */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'ambiguous'; readonly readings: readonly Meaning<T>[]; readonly words: Words }
  | { readonly kind: 'unread'; readonly words: Words }

export const read = <T>(value: T): Reading<T> => ({ kind: 'value', value })
export const unread = <T>(words: Words): Reading<T> => ({ kind: 'unread', words })

/** Meanings that come to the same value are one meaning. */
export const distinct = <T>(meanings: readonly Meaning<T>[]): readonly Meaning<T>[] => {
  const seen = new Map(
    meanings.map((meaning) => [JSON.stringify(meaning.value), meaning]).reverse() as [string, Meaning<T>][],
  )
  return meanings.filter((meaning) => seen.get(JSON.stringify(meaning.value)) === meaning)
}

/** The reading that several possible meanings make; `question` is asked where they differ, `nothing` said where there is none. */
export const readingOf = <T>(meanings: readonly Meaning<T>[], question: Words, nothing: Words): Reading<T> => {
  const different = meanings.length > 1 ? distinct(meanings) : meanings
  if (different.length === 0) return unread(nothing)
  if (different.length > 1) return { kind: 'ambiguous', readings: different, words: question }
  return read(different[0]!.value)
}

/** Printable letters of ASCII with single blanks between them: most of what stands in cells, and tidy already. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/
const LONGEST_QUOTE = 40

/** What was written, short and on one line, so that a sentence can quote it. */
export const quoted = (text: string): string => {
  if (text.length <= LONGEST_QUOTE && PLAIN.test(text)) return `"${text}"`
  const line = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim()]
  return `"${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE).join('')}...` : line.join('')}"`
}

/** Everything but raised, lowered and encircled figures: those are marks of notes, and no digits of the number before them. */
const WRITTEN_ON_THE_LINE = /[^\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff]+/g

/** One kind of blank, dash and apostrophe, none at the ends. */
export const tidy = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(WRITTEN_ON_THE_LINE, (run) => run.normalize('NFKC'))
        .replace(/[\s\u200b\u200e\u200f\ufeff]+/g, ' ')
        .replace(/[\u2010-\u2015\u2212]/g, '-')
        .replace(/[\u2018\u2019\u02bc]/g, "'")
        .trim()

/** What people write where there is nothing to write. */
export const isBlank = (text: string): boolean =>
  /^(?:|-+|_+|\.+|n\/?a|nihil|null|none|kosong|tidak ada|belum ada|tdk ada|#n\/a)$/i.test(tidy(text))
