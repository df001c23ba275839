import { PALETTES } from '../../../styles/palette.ts'
import { type Block, lineItem, linesOf, paragraph, rule } from '../blocks.ts'
import { boxRing, type Page } from '../display.ts'
import { textWidth } from '../fonts.ts'
import { REPORT_TYPES, RULE } from './types.ts'

/** What is not parted by the end of a page. */
export type Piece = {
  readonly block: Block
  /** It does not stand last on a page: what follows explains it. */
  readonly keepsNext?: true
  /** It stands at the top of a page of its own. */
  readonly startsPage?: true
  /** Drawn again above it where it begins a page. */
  readonly head?: Block
}

/** A page in pixels of 1/96 inch, with the edge that stays white. */
export type Leaf = { readonly width: number; readonly height: number; readonly edge: number }

const FOOT_PX = 30

/** `next` is the piece after the last that must stay with this one. */
const groupFrom = (pieces: readonly Piece[], from: number): { readonly height: number; readonly next: number } => {
  let [height, next] = [0, from]
  do {
    height += pieces[next]!.block.height
    next += 1
  } while (pieces[next - 1]!.keepsNext && next < pieces.length)
  return { height, next }
}

type Placed = { readonly block: Block; readonly y: number }

const breakPages = (pieces: readonly Piece[], { height, edge }: Leaf): readonly (readonly Placed[])[] => {
  const pages: Placed[][] = [[]]
  const bottom = height - edge - FOOT_PX
  let y = edge
  const put = (block: Block) => {
    pages.at(-1)!.push({ block, y })
    y += block.height
  }
  for (let at = 0; at < pieces.length; ) {
    const group = groupFrom(pieces, at)
    if ((y + group.height > bottom || pieces[at]!.startsPage) && y > edge) {
      pages.push([])
      y = edge
      const { head } = pieces[at]!
      if (head) put(head)
    }
    for (; at < group.next; at += 1) put(pieces[at]!.block)
  }
  return pages
}

/** Pieces below each other on as many pages as they need; `foot` and `n / m` stand on each. */
export const layPages = (pieces: readonly Piece[], leaf: Leaf, foot: string): readonly Page[] => {
  const { width, height, edge } = leaf
  const inner = width - 2 * edge
  const pages = breakPages(pieces, leaf)
  const footTop = height - edge - 16
  return pages.map((placed, at) => {
    const number = `${at + 1} / ${pages.length}`
    const numberPx = textWidth(number, 'regular', REPORT_TYPES.note.sizePx)
    return {
      width,
      height,
      items: [
        { kind: 'fill', rings: [boxRing(0, 0, width, height)], colour: PALETTES.print.ground.panel, opacity: 1 },
        ...placed.flatMap(({ block, y }) => block.draw(edge, y)),
        ...rule(inner, RULE).draw(edge, footTop - 4),
        ...paragraph(foot, REPORT_TYPES.note, inner - numberPx - 24, 1).draw(edge, footTop),
        lineItem(number, width - edge - numberPx, footTop, REPORT_TYPES.note),
      ],
    }
  })
}

/** A text that may go over the end of a page, line by line. */
export const flowing = (text: string, widthPx: number, type: keyof typeof REPORT_TYPES = 'body'): readonly Piece[] =>
  linesOf(text, REPORT_TYPES[type], widthPx).map((line) => ({
    block: { height: REPORT_TYPES[type].linePx, draw: (x, y) => [lineItem(line, x, y, REPORT_TYPES[type])] },
  }))
