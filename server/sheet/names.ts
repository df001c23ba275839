import { FONT } from '../../styles/labels.ts'
import type { Face, Item, Path, TextItem } from './display.ts'
import { fontOf, printable, textWidth } from './fonts.ts'
import type { Painting } from './paint.ts'
import type { Box, Room } from './room.ts'
import type { Shape } from './shapes.ts'
import type { ReadLayer } from './style_values.ts'

const FACE_OF: Readonly<Record<string, Face>> = {
  [FONT.medium]: 'medium',
  [FONT.semibold]: 'semibold',
  [FONT.water]: 'serif-italic',
}

type Anchor = 'center' | 'top' | 'bottom' | 'left' | 'right'
type Label = Omit<TextItem, 'kind' | 'text' | 'x' | 'y' | 'degrees'> & {
  readonly lines: readonly string[]
  readonly lineHeightPx: number
  readonly widthPx: number
}

/** Words in lines no longer than so many pixels. */
export const brokenInto = (text: string, mostPx: number, widthOf: (line: string) => number): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && widthOf(longer) <= mostPx) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const labelOf = (read: ReadLayer, shape: Shape): Label | null => {
  const given = read.text('layout', 'text-field', shape)
  const upper = read.text('layout', 'text-transform', shape) === 'uppercase'
  const text = printable(upper ? given.toUpperCase() : given).trim()
  const opacity = read.number('paint', 'text-opacity', shape)
  if (text === '' || opacity <= 0) return null
  const sizePx = read.number('layout', 'text-size', shape)
  const face = FACE_OF[String(read.list('layout', 'text-font', shape)[0])] ?? 'medium'
  const spacingPx = read.number('layout', 'text-letter-spacing', shape) * sizePx
  const widthOf = (line: string) => textWidth(line, face, sizePx, spacingPx)
  const isLine = read.text('layout', 'symbol-placement', shape) === 'line'
  const mostPx = isLine ? Infinity : read.number('layout', 'text-max-width', shape) * sizePx
  const lines = brokenInto(text, mostPx, widthOf)
  return {
    lines,
    lineHeightPx: read.number('layout', 'text-line-height', shape) * sizePx,
    widthPx: Math.max(...lines.map(widthOf)),
    sizePx,
    face,
    spacingPx,
    colour: read.ink('text-color', shape).colour,
    opacity,
    halo: {
      colour: read.ink('text-halo-color', shape).colour,
      widthPx: read.number('paint', 'text-halo-width', shape),
    },
  }
}

const anchorsOf = (read: ReadLayer, shape: Shape): readonly Anchor[] => {
  const given = read.has('layout', 'text-variable-anchor')
    ? (read.list('layout', 'text-variable-anchor', shape) as readonly Anchor[])
    : []
  return given.length > 0 ? given : ['center']
}

const boxAt = (x: number, y: number, label: Label, anchor: Anchor, offsetPx: number): Box => {
  const [width, height] = [label.widthPx, label.lineHeightPx * label.lines.length]
  const left = anchor === 'left' ? x + offsetPx : anchor === 'right' ? x - offsetPx - width : x - width / 2
  const top = anchor === 'top' ? y + offsetPx : anchor === 'bottom' ? y - offsetPx - height : y - height / 2
  return { left, top, right: left + width, bottom: top + height }
}

const grown = ({ left, top, right, bottom }: Box, byPx: number): Box => ({
  left: left - byPx,
  top: top - byPx,
  right: right + byPx,
  bottom: bottom + byPx,
})

const itemsIn = (box: Box, label: Label, anchor: Anchor): readonly Item[] => {
  const { lines, lineHeightPx, widthPx, ...look } = label
  const capPx = fontOf(label.face).capShare * label.sizePx
  return lines.map((text, at): Item => {
    const own = textWidth(text, label.face, label.sizePx, label.spacingPx)
    const slack = anchor === 'left' ? 0 : anchor === 'right' ? widthPx - own : (widthPx - own) / 2
    const middle = box.top + lineHeightPx * (at + 0.5)
    return { kind: 'text', text, x: box.left + slack, y: middle + capPx / 2, ...look }
  })
}

export type Ground = { readonly width: number; readonly height: number }

const isWhollyIn = ({ left, top, right, bottom }: Box, { width, height }: Ground): boolean =>
  left >= 2 && top >= 2 && right <= width - 2 && bottom <= height - 2

const placeAtPoint = (read: ReadLayer, shape: Shape, { placer }: Painting, room: Room): readonly Item[] => {
  const [at] = placer.paths(shape)
  const label = at && labelOf(read, shape)
  if (!at || !label) return []
  const offsetPx = read.number('layout', 'text-radial-offset', shape) * label.sizePx
  const paddingPx = read.number('layout', 'text-padding', shape)
  const isForced = read.has('layout', 'text-allow-overlap')
  for (const anchor of anchorsOf(read, shape)) {
    const box = boxAt(at[0]!, at[1]!, label, anchor, offsetPx)
    if (!isWhollyIn(box, placer.frame)) continue
    if (!isForced && !room.isFree(grown(box, paddingPx))) continue
    room.take(box)
    return itemsIn(box, label, anchor)
  }
  return []
}

/** Turns the path gives a text of this length at each of its positions; the straightest comes first. */
const stretchesOf = function* (path: Path, lengthPx: number) {
  const found: { x: number; y: number; radians: number; bend: number }[] = []
  for (let from = 0; from + 3 < path.length; from += 2) {
    let to = from + 2
    const reach = () => Math.hypot(path[to]! - path[from]!, path[to + 1]! - path[from + 1]!)
    while (to + 3 < path.length && reach() < lengthPx) to += 2
    if (reach() < lengthPx) break
    const radians = Math.atan2(path[to + 1]! - path[from + 1]!, path[to]! - path[from]!)
    let bend = 0
    for (let at = from; at <= to; at += 2) {
      const [dx, dy] = [path[at]! - path[from]!, path[at + 1]! - path[from + 1]!]
      bend = Math.max(bend, Math.abs(dy * Math.cos(radians) - dx * Math.sin(radians)))
    }
    found.push({ x: (path[from]! + path[to]!) / 2, y: (path[from + 1]! + path[to + 1]!) / 2, radians, bend })
  }
  yield* found.sort((a, b) => a.bend - b.bend)
}

/** A wavier stretch would run through the letters. */
const MOST_BEND_SHARE = 1.5
const TRIES = 60

const placeAlong = (read: ReadLayer, shape: Shape, painting: Painting, room: Room): readonly Item[] => {
  const label = labelOf(read, shape)
  if (!label) return []
  const aside = Number(read.list('layout', 'text-offset', shape)[1] ?? 0) * label.sizePx
  const { lines, lineHeightPx, widthPx, ...look } = label
  for (const path of painting.placer.paths(shape)) {
    let tries = 0
    for (const { x, y, radians, bend } of stretchesOf(path, widthPx * 1.05)) {
      if (bend > label.sizePx * MOST_BEND_SHARE || tries++ > TRIES) break
      // Letters never stand on their heads.
      const turn = Math.cos(radians) < 0 ? radians + Math.PI : radians
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
      const shift = aside + bend * Math.sign(aside || 1)
      const [midX, midY] = [x - sin * shift, y + cos * shift]
      const [halfX, halfY] = [
        (Math.abs(cos) * widthPx + Math.abs(sin) * label.sizePx) / 2,
        (Math.abs(sin) * widthPx + Math.abs(cos) * label.sizePx) / 2,
      ]
      const box = { left: midX - halfX, top: midY - halfY, right: midX + halfX, bottom: midY + halfY }
      if (!isWhollyIn(box, painting.placer.frame) || !room.isFree(box)) continue
      room.take(box)
      const capPx = fontOf(label.face).capShare * label.sizePx
      return [
        {
          kind: 'text',
          text: lines.join(' '),
          x: midX - (cos * widthPx) / 2 - (sin * capPx) / 2,
          y: midY - (sin * widthPx) / 2 + (cos * capPx) / 2,
          degrees: (turn * 180) / Math.PI,
          ...look,
        },
      ]
    }
  }
  return []
}

/** The names of one layer, in the order in which they may take room; what finds none is left out. */
export const placeNames = (
  read: ReadLayer,
  shapes: readonly Shape[],
  painting: Painting,
  room: Room,
): readonly Item[] => {
  if (read.text('layout', 'symbol-placement', null) === 'line') {
    const named = new Set<string>()
    return shapes.flatMap((shape) => {
      const name = read.text('layout', 'text-field', shape)
      const items = named.has(name) ? [] : placeAlong(read, shape, painting, room)
      if (items.length > 0) named.add(name)
      return items
    })
  }
  const isSorted = read.has('layout', 'symbol-sort-key')
  const rank = (shape: Shape) => (isSorted ? read.number('layout', 'symbol-sort-key', shape) : 0)
  return shapes
    .filter(({ type }) => type === 'Point')
    .map((shape) => ({ shape, rank: rank(shape) }))
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ shape }) => placeAtPoint(read, shape, painting, room))
}
