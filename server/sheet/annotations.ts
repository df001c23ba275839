import type { Annotation, Position } from '../../data/model/story.ts'
import type { Palette } from '../../styles/palette.ts'
import { type Frame, placeLngLat } from './camera.ts'
import { boxRing, type Item, type Path, type Stroke } from './display.ts'
import { fontOf, printable, textWidth } from './fonts.ts'
import { brokenInto } from './names.ts'
import type { Room } from './room.ts'

const TEXT_PX = 14
const LINE_PX = 18
const MOST_WIDTH_PX = 220
const PADDING_PX = 6
const NUMBER_RADIUS_PX = 13
const HEAD_PX = 13

type Drawing = { readonly palette: Palette; readonly room: Room; readonly frame: Frame }

const cased = (paths: readonly Path[], closed: boolean, { ground }: Palette, widthPx: number): readonly Item[] => {
  const stroke: Stroke = { colour: ground.ink, widthPx, opacity: 1, cap: 'round', join: 'round' }
  return [
    { kind: 'stroke', paths, closed, stroke: { ...stroke, colour: ground.halo, widthPx: widthPx + 3 } },
    { kind: 'stroke', paths, closed, stroke },
  ]
}

/** A card of text whose middle stands at a position, kept inside the frame. */
const note = (text: string, x: number, y: number, { palette, room, frame }: Drawing): readonly Item[] => {
  const lines = brokenInto(printable(text), MOST_WIDTH_PX, (line) => textWidth(line, 'semibold', TEXT_PX))
  const width = Math.max(...lines.map((line) => textWidth(line, 'semibold', TEXT_PX))) + 2 * PADDING_PX
  const height = lines.length * LINE_PX + 2 * PADDING_PX - 2
  const left = Math.max(4, Math.min(frame.width - width - 4, x - width / 2))
  const top = Math.max(4, Math.min(frame.height - height - 4, y - height / 2))
  room.take({ left, top, right: left + width, bottom: top + height })
  const capPx = fontOf('semibold').capShare * TEXT_PX
  const card = [boxRing(left, top, width, height)]
  return [
    { kind: 'fill', rings: card, colour: palette.ground.panel, opacity: 0.94 },
    {
      kind: 'stroke',
      paths: card,
      closed: true,
      stroke: { colour: palette.ground.ink, widthPx: 1, opacity: 1, cap: 'butt', join: 'miter' },
    },
    ...lines.map(
      (line, at): Item => ({
        kind: 'text',
        text: line,
        x: left + PADDING_PX,
        y: top + PADDING_PX - 1 + LINE_PX * (at + 0.5) + capPx / 2,
        sizePx: TEXT_PX,
        face: 'semibold',
        colour: palette.ground.ink,
        opacity: 1,
      }),
    ),
  ]
}

const arrow = (from: readonly [number, number], to: readonly [number, number], drawing: Drawing): readonly Item[] => {
  const turn = Math.atan2(to[1] - from[1], to[0] - from[0])
  const corner = (aside: number) => [to[0] - HEAD_PX * Math.cos(turn + aside), to[1] - HEAD_PX * Math.sin(turn + aside)]
  const shaft = Float64Array.of(...from, to[0] - 0.8 * HEAD_PX * Math.cos(turn), to[1] - 0.8 * HEAD_PX * Math.sin(turn))
  const head = Float64Array.of(...to, ...corner(0.45), ...corner(-0.45))
  const { ground } = drawing.palette
  return [
    ...cased([head], true, drawing.palette, 1),
    ...cased([shaft], false, drawing.palette, 3),
    { kind: 'fill', rings: [head], colour: ground.ink, opacity: 1 },
  ]
}

const numbered = (number: number, [x, y]: readonly [number, number], drawing: Drawing): readonly Item[] => {
  const { palette, room } = drawing
  const text = `${number}`
  const r = NUMBER_RADIUS_PX
  room.take({ left: x - r, top: y - r, right: x + r, bottom: y + r })
  return [
    { kind: 'disc', x, y, radiusPx: r + 2, colour: palette.ground.halo, ring: null, ringPx: 0, opacity: 1 },
    { kind: 'disc', x, y, radiusPx: r, colour: palette.ground.ink, ring: null, ringPx: 0, opacity: 1 },
    {
      kind: 'text',
      text,
      x: x - textWidth(text, 'semibold', TEXT_PX) / 2,
      y: y + (fontOf('semibold').capShare * TEXT_PX) / 2,
      sizePx: TEXT_PX,
      face: 'semibold',
      colour: palette.ground.halo,
      opacity: 1,
    },
  ]
}

const area = (ring: Path, text: string | undefined, drawing: Drawing): readonly Item[] => {
  if (ring.length < 6) return []
  const middle = [0, 1].map(
    (axis) => ring.filter((_, index) => index % 2 === axis).reduce((a, b) => a + b, 0) / (ring.length / 2),
  )
  const { accent } = drawing.palette.ground
  return [
    { kind: 'fill', rings: [ring], colour: accent, opacity: 0.14 },
    ...cased([ring], true, drawing.palette, 2.2),
    ...(text ? note(text, middle[0]!, middle[1]!, drawing) : []),
  ]
}

/** Its words stand to the right of a number. */
const besideNumber = (text: string, [x, y]: readonly [number, number], drawing: Drawing): readonly Item[] => {
  const width = Math.min(textWidth(printable(text), 'semibold', TEXT_PX), MOST_WIDTH_PX)
  return note(text, x + width / 2 + NUMBER_RADIUS_PX + PADDING_PX + 4, y, drawing)
}

const drawOne = (annotation: Annotation, drawing: Drawing): readonly Item[] => {
  const place = placeLngLat(drawing.frame)
  const at = ([lng, lat]: Position) => place(lng, lat)
  switch (annotation.kind) {
    case 'arrow': {
      const from = at(annotation.from)
      const shaft = arrow(from, at(annotation.to), drawing)
      return annotation.text ? [...shaft, ...note(annotation.text, ...from, drawing)] : shaft
    }
    case 'label':
      return note(annotation.text, ...at(annotation.at), drawing)
    case 'area':
      return area(Float64Array.from(annotation.ring.flatMap((one) => [...at(one)])), annotation.text, drawing)
    case 'number': {
      const mark = numbered(annotation.number, at(annotation.at), drawing)
      return annotation.text ? [...mark, ...besideNumber(annotation.text, at(annotation.at), drawing)] : mark
    }
  }
}

/** A scene's own marks, drawn above the map in the order given; names of the map keep off their texts. */
export const annotate = (
  annotations: readonly Annotation[],
  frame: Frame,
  palette: Palette,
  room: Room,
): readonly Item[] => annotations.flatMap((annotation) => drawOne(annotation, { palette, room, frame }))
