import type { Language } from '../../data/model/words.ts'
import { degreesText, spacingAt, ticksBetween } from '../../styles/graticule.ts'
import type { Palette } from '../../styles/palette.ts'
import { boundsOfFrame, type Frame, placeLngLat } from './camera.ts'
import { boxRing, type Item } from './display.ts'
import { printable, textWidth } from './fonts.ts'

/** Room that ticks and degrees need outside the map on each side. */
export const MARGIN_PX = 18
const TICK_PX = 4
const TEXT_PX = 8.5

type Edge = {
  readonly x: number
  readonly y: number
  readonly isUpright: boolean
  readonly outX: number
  readonly outY: number
}

const tick = ({ x, y, outX, outY }: Edge, colour: Palette['ground']['ink']): Item => ({
  kind: 'stroke',
  paths: [Float64Array.of(x, y, x + outX * TICK_PX, y + outY * TICK_PX)],
  closed: false,
  stroke: { colour, widthPx: 0.7, opacity: 1, cap: 'butt', join: 'miter' },
})

/** Meridians are named along the edge, parallels up it, always from the same side. */
const degree = (text: string, edge: Edge, colour: Palette['ground']['ink']): Item => {
  const width = textWidth(text, 'regular', TEXT_PX)
  const base = { kind: 'text', text, sizePx: TEXT_PX, face: 'regular', colour, opacity: 1 } as const
  const outPx = TICK_PX + 2
  if (edge.isUpright)
    return { ...base, x: edge.x + (edge.outX < 0 ? -outPx : outPx + 6), y: edge.y + width / 2, degrees: -90 }
  return { ...base, x: edge.x - width / 2, y: edge.y + (edge.outY < 0 ? -outPx : outPx + 6) }
}

/** The frame of a map at x, y with the degrees of its graticule; north is up. */
export const neatline = (
  frame: Frame,
  x: number,
  y: number,
  { ground }: Palette,
  language: Language,
): readonly Item[] => {
  const { width, height, camera } = frame
  const [west, south, east, north] = boundsOfFrame(frame)
  const place = placeLngLat(frame)
  const spacing = spacingAt(camera.zoom)
  const meridians = ticksBetween(west, east, spacing).flatMap((minutes): readonly [string, Edge][] => {
    const at = place(minutes / 60, camera.lat)[0] + x
    const text = printable(degreesText(minutes, 'lng', language))
    return [
      [text, { x: at, y, isUpright: false, outX: 0, outY: -1 }],
      [text, { x: at, y: y + height, isUpright: false, outX: 0, outY: 1 }],
    ]
  })
  const parallels = ticksBetween(south, north, spacing).flatMap((minutes): readonly [string, Edge][] => {
    const at = place(camera.lng, minutes / 60)[1] + y
    const text = printable(degreesText(minutes, 'lat', language))
    return [
      [text, { x, y: at, isUpright: true, outX: -1, outY: 0 }],
      [text, { x: x + width, y: at, isUpright: true, outX: 1, outY: 0 }],
    ]
  })
  const isInside = (text: string, { x: tx, y: ty, isUpright }: Edge): boolean => {
    const half = textWidth(text, 'regular', TEXT_PX) / 2
    return isUpright ? ty - half >= y && ty + half <= y + height : tx - half >= x && tx + half <= x + width
  }
  return [
    ...[...meridians, ...parallels].flatMap(([text, edge]) =>
      isInside(text, edge) ? [tick(edge, ground.ink), degree(text, edge, ground.ink2)] : [tick(edge, ground.ink)],
    ),
    {
      kind: 'stroke',
      paths: [boxRing(x, y, width, height)],
      closed: true,
      stroke: { colour: ground.ink, widthPx: 1, opacity: 1, cap: 'butt', join: 'miter' },
    },
  ]
}
