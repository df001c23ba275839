import type { Colour } from '../../styles/palette.ts'
import { boxRing, type Face, type Item } from './display.ts'
import { fontOf, printable, textWidth } from './fonts.ts'
import { brokenInto } from './names.ts'

/** A piece of a page whose height is known before it is drawn; its place is that of its upper left corner. */
export type Block = { readonly height: number; draw(x: number, y: number): readonly Item[] }

export type Type = { readonly face: Face; readonly sizePx: number; readonly linePx: number; readonly colour: Colour }

/** What is too long for a line even alone is cut where it ends, and says so. */
const fitted = (line: string, { face, sizePx }: Type, widthPx: number): string => {
  if (textWidth(line, face, sizePx) <= widthPx) return line
  const letters = Array.from(line)
  while (letters.length > 1 && textWidth(`${letters.join('')}...`, face, sizePx) > widthPx) letters.pop()
  return `${letters.join('')}...`
}

export const linesOf = (text: string, type: Type, widthPx: number): readonly string[] =>
  brokenInto(printable(text).trim(), widthPx, (line) => textWidth(line, type.face, type.sizePx)).map((line) =>
    fitted(line, type, widthPx),
  )

/** One line of text; its middle lies in the middle of the line's height. */
export const lineItem = (text: string, x: number, y: number, { face, sizePx, linePx, colour }: Type): Item => ({
  kind: 'text',
  text,
  x,
  y: y + linePx / 2 + (fontOf(face).capShare * sizePx) / 2,
  sizePx,
  face,
  colour,
  opacity: 1,
})

export const paragraph = (text: string, type: Type, widthPx: number, mostLines = Infinity): Block => {
  const all = linesOf(text, type, widthPx)
  const lines =
    all.length > mostLines ? [...all.slice(0, mostLines - 1), fitted(`${all[mostLines - 1]} ...`, type, widthPx)] : all
  return {
    height: lines.length * type.linePx,
    draw: (x, y) => lines.map((line, at) => lineItem(line, x, y + at * type.linePx, type)),
  }
}

export const space = (height: number): Block => ({ height, draw: () => [] })

export const rule = (widthPx: number, colour: Colour): Block => ({
  height: 1,
  draw: (x, y) => [{ kind: 'fill', rings: [boxRing(x, y, widthPx, 0.75)], colour, opacity: 1 }],
})

/** Blocks below each other. */
export const stack = (...blocks: readonly Block[]): Block => ({
  height: blocks.reduce((sum, { height }) => sum + height, 0),
  draw: (x, y) => {
    let top = y
    return blocks.flatMap((block) => {
      const items = block.draw(x, top)
      top += block.height
      return items
    })
  },
})

/** Blocks side by side, as high as the highest. */
export const beside = (...columns: readonly (readonly [leftPx: number, block: Block])[]): Block => ({
  height: Math.max(0, ...columns.map(([, { height }]) => height)),
  draw: (x, y) => columns.flatMap(([leftPx, block]) => block.draw(x + leftPx, y)),
})

/** An outlined label, such as the one that says that data are samples. */
export const badge = (text: string, type: Type): Block & { readonly width: number } => {
  const width = textWidth(printable(text), type.face, type.sizePx) + 12
  const height = type.linePx + 2
  return {
    width,
    height,
    draw: (x, y) => [
      {
        kind: 'stroke',
        paths: [boxRing(x + 0.5, y + 0.5, width - 1, height - 1)],
        closed: true,
        stroke: { colour: type.colour, widthPx: 1, opacity: 1, cap: 'butt', join: 'miter' },
      },
      lineItem(printable(text), x + 6, y + 1, type),
    ],
  }
}
