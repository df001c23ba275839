import { type Block, lineItem, linesOf, rule, type Type } from '../blocks.ts'
import { textWidth } from '../fonts.ts'
import type { Piece } from './pages.ts'
import { REPORT_TYPES, RULE } from './types.ts'

export type Column = {
  readonly title: string
  /** Share of the table's width. */
  readonly share: number
  readonly isNumber?: true
}

const PAD_PX = 4
const GAP_PX = 10

const rowBlock = (columns: readonly Column[], cells: readonly string[], type: Type, widthPx: number): Block => {
  const lines = columns.map(({ share }, at) => linesOf(cells[at] ?? '', type, share * widthPx - GAP_PX))
  const lefts = columns.map((_, at) => columns.slice(0, at).reduce((sum, { share }) => sum + share * widthPx, 0))
  const height = Math.max(1, ...lines.map(({ length }) => length)) * type.linePx + 2 * PAD_PX
  const indent = (line: string, { share, isNumber }: Column) =>
    isNumber ? share * widthPx - GAP_PX - textWidth(line, type.face, type.sizePx) : 0
  return {
    height,
    draw: (x, y) => [
      ...lines.flatMap((own, at) =>
        own.map((line, row) =>
          lineItem(line, x + lefts[at]! + indent(line, columns[at]!), y + PAD_PX + row * type.linePx, type),
        ),
      ),
      ...rule(widthPx, RULE).draw(x, y + height - 1),
    ],
  }
}

/** Rows under a head that is repeated on every page; a cell is as high as its words need. */
export const tablePieces = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  widthPx: number,
): readonly Piece[] => {
  const head = rowBlock(
    columns,
    columns.map(({ title }) => title),
    REPORT_TYPES.head,
    widthPx,
  )
  return [
    { block: head, keepsNext: true },
    ...rows.map((cells): Piece => ({ block: rowBlock(columns, cells, REPORT_TYPES.cell, widthPx), head })),
  ]
}
