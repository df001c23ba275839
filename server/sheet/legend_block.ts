import type { Palette } from '../../styles/palette.ts'
import { type Block, beside, lineItem, linesOf, stack, type Type } from './blocks.ts'
import type { SheetFacts } from './facts.ts'
import { printable, textWidth } from './fonts.ts'
import { SWATCH_PX, swatchItems } from './swatch.ts'

type Entry = SheetFacts['legend'][number]

const GAP_PX = 8
const COLUMN_GAP_PX = 20

const entryBlock = (entry: Entry, widthPx: number, rowPx: number, type: Type, palette: Palette): Block => {
  const count = printable(entry.countWords)
  const countPx = count === '' ? 0 : textWidth(count, 'medium', type.sizePx) + GAP_PX
  const left = SWATCH_PX.width + GAP_PX
  const lines = linesOf(entry.words, type, widthPx - left - countPx)
  const height = Math.max(rowPx, lines.length * type.linePx + (rowPx - type.linePx))
  return {
    height,
    draw: (x, y) => [
      ...swatchItems(entry, x, y + (height - SWATCH_PX.height) / 2, palette),
      ...lines.map((line, at) =>
        lineItem(line, x + left, y + (height - lines.length * type.linePx) / 2 + at * type.linePx, type),
      ),
      ...(count === ''
        ? []
        : [
            lineItem(count, x + widthPx - countPx + GAP_PX, y + (height - type.linePx) / 2, {
              ...type,
              face: 'medium',
              colour: palette.ground.ink,
            }),
          ]),
    ],
  }
}

/** What the map shows, in so many columns read from top to bottom; exactly the entries of the legend on the screen. */
export const legendBlock = (
  entries: readonly Entry[],
  widthPx: number,
  columns: number,
  palette: Palette,
  rowPx = 19,
): Block => {
  const type: Type = { face: 'regular', sizePx: 10.5, linePx: 13, colour: palette.ground.ink }
  const columnPx = (widthPx - COLUMN_GAP_PX * (columns - 1)) / columns
  const rows = Math.ceil(entries.length / columns)
  const blocks = entries.map((entry) => entryBlock(entry, columnPx, rowPx, type, palette))
  return beside(
    ...Array.from({ length: columns }, (_, column): readonly [number, Block] => [
      column * (columnPx + COLUMN_GAP_PX),
      stack(...blocks.slice(column * rows, (column + 1) * rows)),
    ]),
  )
}
