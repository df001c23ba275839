import type { Code } from '../../data/model/codes.ts'

/** In pixels from the upper left of the drawing. */
export type Spot = readonly [x: number, y: number]

/** A row of the list, and the least height of the drawing beside it. */
export const ROW_PX = 38
const LEAST_MAP_PX = 420
const MOST_MAP_PX = 600
/** What the map takes of the drawing's width; before it the curves run. */
const MAP_SHARE = 0.66
const MARGIN_PX = 14

export type Room = {
  readonly width: number
  readonly height: number
  /** Where the map stands. */
  readonly map: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
}

/** A drawing beside so many rows: the map on its right, as high as the rows where those are few or many. */
export const roomBeside = (width: number, rows: number): Room => {
  const mapWidth = Math.round(width * MAP_SHARE) - MARGIN_PX
  const height = Math.max(LEAST_MAP_PX, rows * ROW_PX)
  const mapHeight = Math.min(height, MOST_MAP_PX) - 2 * MARGIN_PX
  return {
    width,
    height,
    map: { left: width - mapWidth - MARGIN_PX, top: MARGIN_PX, width: mapWidth, height: mapHeight },
  }
}

/** A map that stands alone, under the list. */
export const roomBelow = (width: number): Room => {
  const height = Math.round(Math.min(MOST_MAP_PX, width * 0.9))
  return {
    width,
    height,
    map: { left: MARGIN_PX, top: MARGIN_PX, width: width - 2 * MARGIN_PX, height: height - 2 * MARGIN_PX },
  }
}

/** Where the curves of a row begin. */
export const rowSpot = (row: number): Spot => [0, (row + 0.5) * ROW_PX]

const tenths = (px: number): number => Math.round(px * 10) / 10

/** From a row to a place, level at both ends; both handles lie between the two, so that nothing leaves the drawing. */
export const curveOf = ([x1, y1]: Spot, [x2, y2]: Spot): string => {
  const [a, b] = [x1 + (x2 - x1) * 0.42, x1 + (x2 - x1) * 0.62]
  return `M${[x1, y1].map(tenths).join(' ')}C${[a, y1, b, y2, x2, y2].map(tenths).join(' ')}`
}

export type Node = { readonly code: Code; readonly name: string; readonly spot: Spot; readonly partners: number }

/** Half the width and height that a number in its disc takes, with a little air. */
export const DISC_PX = 10
const AIR_PX = 2

/** The places whose disc has room for a number: those with the most partners first. */
export const numbered = (nodes: readonly Node[]): ReadonlySet<Code> => {
  const kept: Node[] = []
  for (const node of byPartners(nodes)) {
    const isFree = kept.every(
      ({ spot: [x, y] }) => Math.hypot(x - node.spot[0], y - node.spot[1]) >= 2 * DISC_PX + AIR_PX,
    )
    if (node.partners > 0 && isFree) kept.push(node)
  }
  return new Set(kept.map(({ code }) => code))
}

const byPartners = (nodes: readonly Node[]) =>
  nodes.toSorted((a, b) => b.partners - a.partners || (a.code < b.code ? -1 : 1))

type Box = readonly [left: number, top: number, right: number, bottom: number]

export type Label = { readonly code: Code; readonly name: string; readonly spot: Spot; readonly box: Box }

const LETTER_PX = 6.5
const LINE_PX = 15

const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/** A name under its disc, kept inside the drawing. */
const labelOf = ({ code, name, spot: [x, y] }: Node, { width, height }: Room, discPx: number): Label => {
  const half = (name.length * LETTER_PX) / 2
  const middle = Math.max(half + 2, Math.min(width - half - 2, x))
  const under = y + discPx + LINE_PX
  const bottom = under + 2 > height ? y - discPx - 2 : under
  return { code, name, spot: [middle, bottom - 4], box: [middle - half, bottom - LINE_PX, middle + half, bottom] }
}

/** The names that have room: of the places with the most partners first, none over another nor over a number. */
export const labelsOf = (
  nodes: readonly Node[],
  room: Room,
  discOf: (code: Code) => number,
  first: Code | null,
): readonly Label[] => {
  const taken: Box[] = nodes.map(({ code, spot: [x, y] }) => {
    const px = discOf(code)
    return [x - px, y - px, x + px, y + px]
  })
  const ordered = byPartners(nodes).toSorted((a, b) => Number(b.code === first) - Number(a.code === first))
  const labels: Label[] = []
  for (const node of ordered) {
    const label = labelOf(node, room, discOf(node.code))
    const isFree = !taken.some((box) => meet(box, label.box))
    if (!isFree && node.code !== first) continue
    labels.push(label)
    taken.push(label.box)
  }
  return labels
}
