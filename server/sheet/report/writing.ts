import type { AsOf } from '../../../data/model/answers.ts'
import { type Code, levelOf, lineageOf } from '../../../data/model/codes.ts'
import { textOf } from '../../../data/model/fact_words.ts'
import type { RecordBase } from '../../../data/model/record.ts'
import type { Stated } from '../../../data/model/stated.ts'
import type { Language } from '../../../data/model/words.ts'
import { namesFor } from '../../pages/page.ts'
import type { World } from '../../world.ts'
import type { Page } from '../display.ts'
import { BASE_ATTRIBUTION, SHEET_TEXT } from '../text.ts'
import type { DocumentFacts } from '../write_pdf.ts'
import { flowing, type Leaf, layPages, type Piece } from './pages.ts'
import { A4, type Figure, headingPieces, INNER_PX } from './parts.ts'
import { type Column, tablePieces } from './table.ts'
import { REPORT_WORDS } from './words.ts'

/** A report ready for the press. */
export type Report = { readonly pages: readonly Page[]; readonly facts: DocumentFacts }

/** The words, names and figures of a report in its language. */
export const writingIn = (world: World, language: Language) => {
  const words = REPORT_WORDS[language]
  const text = textOf(language)
  const stated = (label: string, { known, of }: Omit<Stated, 'total'>, value: string): Figure => ({
    label,
    value: known > 0 ? value : words.unknown,
    of: words.stated(text.count(known), text.count(of)),
  })
  return { world, language, words, text, stated, names: namesFor({ world, language }) }
}
export type Writing = ReturnType<typeof writingIn>

export const asOfWords = ({ words, text, language }: Writing, { time, seq }: AsOf): string =>
  `${words.asOf(text.date(time), SHEET_TEXT[language].version(seq))}.`

/** `2024-2026`, open where it has no end. */
export const yearsOf = (start: string, end: string | null): string => {
  const [from, to] = [start.slice(0, 4), end?.slice(0, 4) ?? '...']
  return from === to ? from : `${from}-${to}`
}

export const regencyOf = (code: Code | undefined): Code | undefined =>
  code === undefined ? undefined : lineageOf(code).find((one) => levelOf(one) === 'regency')

/** A headed table, or a sentence that says there is nothing in it. */
export const tableSection = (
  { words }: Writing,
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  about = '',
): readonly Piece[] => [
  ...headingPieces(`${title} (${rows.length})`, about),
  ...(rows.length === 0 ? flowing(words.none, INNER_PX, 'note') : tablePieces(columns, rows, INNER_PX)),
]

/** Where each record comes from and when it was last confirmed; several of one source share a line. */
export const sourcePieces = (
  { words, text, language, world }: Writing,
  records: readonly RecordBase[],
): readonly Piece[] => {
  const said = SHEET_TEXT[language]
  const lines = new Map<string, string>()
  for (const { source, confirmed } of records) {
    const known = lines.get(source.text)
    if (known === undefined || known < confirmed) lines.set(source.text, confirmed)
  }
  const boundaries = `${said.boundaryLine[world.boundaries.kind]}. ${BASE_ATTRIBUTION}.`
  return [
    ...headingPieces(words.sources),
    ...[...lines]
      .sort()
      .flatMap(([source, confirmed]) => flowing(`${source} (${text.date(confirmed)})`, INNER_PX, 'note')),
    ...[boundaries, `${said.projection}.`, words.unopened].flatMap((line) => flowing(line, INNER_PX, 'note')),
  ]
}

type Bound = { readonly title: string; readonly kind: string; readonly asOf: AsOf; readonly author?: string }

/** Pieces as a document with its name, language and date. */
export const bind = (writing: Writing, pieces: readonly Piece[], bound: Bound, leaf: Leaf = A4): Report => {
  const { title, kind, asOf, author } = bound
  const subject = `${kind}. ${asOfWords(writing, asOf)}`
  return {
    pages: layPages(pieces, leaf, `Bentang. ${asOfWords(writing, asOf)} ${title}`),
    facts: { title, subject, language: writing.language, created: asOf.time, ...(author ? { author } : {}) },
  }
}
