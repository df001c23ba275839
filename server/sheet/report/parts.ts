import type { Language } from '../../../data/model/words.ts'
import { type Block, badge, beside, paragraph, rule, space, stack } from '../blocks.ts'
import { PX_PER_MM } from '../paper.ts'
import { SHEET_TEXT } from '../text.ts'
import { flowing, type Leaf, type Piece } from './pages.ts'
import { REPORT_TYPES, RULE } from './types.ts'

export const A4: Leaf = { width: 210 * PX_PER_MM, height: 297 * PX_PER_MM, edge: 56 }
export const INNER_PX = A4.width - 2 * A4.edge

/** A number with what it counts and of how many, never one without the other. */
export type Figure = { readonly value: string; readonly label: string; readonly of: string }

const gap = (height: number): Piece => ({ block: space(height), keepsNext: true })

export const headingPieces = (text: string, about = ''): readonly Piece[] => [
  { block: space(14), keepsNext: true },
  { block: paragraph(text, REPORT_TYPES.heading, INNER_PX), keepsNext: true },
  ...(about === '' ? [] : flowing(about, INNER_PX, 'note').map((piece) => ({ ...piece, keepsNext: true as const }))),
  gap(4),
]

type Head = {
  readonly kind: string
  readonly title: string
  readonly about: readonly string[]
  readonly isSample: boolean
  readonly language: Language
}

/** What the report is, of what, as of when, and whether samples stand behind it. */
export const titlePieces = ({ kind, title, about, isSample, language }: Head): readonly Piece[] => {
  const mark = isSample ? badge(SHEET_TEXT[language].sampleBadge, REPORT_TYPES.badge) : null
  const kindLine = paragraph(kind, REPORT_TYPES.label, INNER_PX - (mark?.width ?? 0) - 10)
  const top: Block = mark ? beside([0, kindLine], [INNER_PX - mark.width, mark]) : kindLine
  return [
    {
      block: stack(
        top,
        space(4),
        paragraph(title, REPORT_TYPES.title, INNER_PX),
        space(4),
        ...about.map((line) => paragraph(line, REPORT_TYPES.note, INNER_PX)),
        space(8),
        rule(INNER_PX, RULE),
        space(10),
      ),
    },
  ]
}

const PER_ROW = 3

const figureBlock = ({ value, label, of }: Figure, widthPx: number): Block =>
  stack(
    paragraph(value, REPORT_TYPES.value, widthPx),
    paragraph(label, REPORT_TYPES.label, widthPx),
    paragraph(of, REPORT_TYPES.note, widthPx),
    space(12),
  )

export const figurePieces = (figures: readonly Figure[], widthPx = INNER_PX, perRow = PER_ROW): readonly Piece[] =>
  Array.from({ length: Math.ceil(figures.length / perRow) }, (_, row) => ({
    block: beside(
      ...figures
        .slice(row * perRow, (row + 1) * perRow)
        .map((figure, at) => [(at * widthPx) / perRow, figureBlock(figure, widthPx / perRow - 14)] as const),
    ),
  }))
