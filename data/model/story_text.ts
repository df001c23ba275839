import type { SceneFigures } from './story_answer.ts'
import type { CountedFigure } from './story_figures.ts'
import { UNIT_WORDS } from './unit_words.ts'
import type { Language } from './words.ts'

/** A piece of a text: words, a figure with what has to stand beside it, or the name of one that is not there. */
export type TextPart =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'figure'
      readonly name: string
      /** The number alone: `10`, `23 persen`. */
      readonly value: string
      /** What it is of, and when: `dari 43 desa bertarget (22 November 2026)`. */
      readonly detail: string
      readonly figure: CountedFigure
    }
  | { readonly kind: 'missing'; readonly name: string; readonly text: string }

/** What a figure may be called. */
export const FIGURE_NAME = /^[a-z0-9][a-z0-9_-]{0,39}$/
const NAMED = /\{([a-z0-9][a-z0-9_-]{0,39})\}/g

const LOCALES = { id: 'id-ID', en: 'en-GB' } as const

const dayIn = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))

const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(share * 100)

const denominatorOf = ({ of, among, level }: CountedFigure, language: Language): string => {
  const total = `${new Intl.NumberFormat(LOCALES[language]).format(of)} ${UNIT_WORDS[language][level][of === 1 ? 0 : 1]}`
  if (among === 'all') return total
  return language === 'id' ? `${total} bertarget` : `${total} with a target`
}

/** The number and what stands beside it; a share of nothing is told as a count. */
export const figureInWords = (
  figure: CountedFigure,
  language: Language,
): { readonly value: string; readonly detail: string } => {
  const { value, of, as, date } = figure
  const count = new Intl.NumberFormat(LOCALES[language]).format(value)
  const from = `${language === 'id' ? 'dari' : 'of'} ${denominatorOf(figure, language)}`
  const day = dayIn(date, language)
  if (as === 'count' || of === 0) return { value: count, detail: `${from} (${day})` }
  return {
    value: `${percent(value / of, language)} ${language === 'id' ? 'persen' : 'per cent'}`,
    detail: `(${count} ${from}, ${day})`,
  }
}

const missing = (name: string, language: Language): TextPart => ({
  kind: 'missing',
  name,
  text: language === 'id' ? `[angka "${name}" tidak ada]` : `[figure "${name}" is missing]`,
})

const partOf = (name: string, figures: SceneFigures, language: Language): TextPart => {
  const figure = Object.hasOwn(figures, name) ? figures[name] : null
  return figure ? { kind: 'figure', name, ...figureInWords(figure, language), figure } : missing(name, language)
}

/** Every figure that a text names, each once. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(NAMED)].map(([, name]) => name ?? '')),
]

/** A text with its figures put in, piece by piece, for whoever sets numbers apart. */
export const partsOfText = (text: string, figures: SceneFigures, language: Language): readonly TextPart[] =>
  text
    .split(NAMED)
    .map((piece, at): TextPart => (at % 2 === 0 ? { kind: 'words', text: piece } : partOf(piece, figures, language)))
    .filter((part) => part.kind !== 'words' || part.text !== '')

/** The same as plain words: `10 dari 43 desa bertarget (22 November 2026) belum ada mitra.` */
export const tellText = (text: string, figures: SceneFigures, language: Language): string =>
  partsOfText(text, figures, language)
    .map((part) => (part.kind === 'figure' ? `${part.value} ${part.detail}` : part.text))
    .join('')

/** A text is parted into paragraphs by empty lines. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
