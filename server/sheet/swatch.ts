import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import { AUTHORITY_KINDS } from '../../styles/hatches.ts'
import type { DrawnEntry } from '../../styles/legend.ts'
import type { Colour, Palette } from '../../styles/palette.ts'
import { findPattern } from '../../styles/patterns.ts'
import { AREA_LOOKS, statusLook } from '../../styles/records.ts'
import { hatchStrokes, patternStrokes } from '../../styles/strokes.ts'
import { boxRing, type Item, type Stroke } from './display.ts'

/** As on the screen: size of a swatch in CSS pixels. */
export const SWATCH_PX = { width: 24, height: 16 } as const

const line = (x: number, y: number, colour: Colour, widthPx: number): Item => ({
  kind: 'stroke',
  paths: [Float64Array.of(x + 1, y + 8, x + 23, y + 8)],
  closed: false,
  stroke: { colour, widthPx, opacity: 1, cap: 'round', join: 'round' },
})

const dot = (x: number, y: number, fill: string, ring: string, radiusPx: number): Item => ({
  kind: 'disc',
  x: x + 12,
  y: y + 8,
  radiusPx: radiusPx + 0.65,
  colour: fill as Colour,
  ring: ring as Colour,
  ringPx: 1.3,
  opacity: 1,
})

const outlineOf = (colour: Colour, widthPx: number, more: Partial<Stroke> = {}): Stroke => ({
  colour,
  widthPx,
  opacity: 1,
  cap: 'butt',
  join: 'miter',
  ...more,
})

const areaSwatch = (id: keyof typeof AREA_LOOKS, ring: Float64Array, { meanings }: Palette): readonly Item[] => {
  const { meaning, washOpacity, widthPx, ...rest } = AREA_LOOKS[id]
  const colour = meanings[meaning]
  const dash = 'dash' in rest ? { dash: rest.dash.map((part) => part * widthPx) } : {}
  return [
    { kind: 'fill', rings: [ring], colour, opacity: washOpacity },
    { kind: 'stroke', paths: [ring], closed: true, stroke: outlineOf(colour, widthPx, dash) },
  ]
}

const clusterSwatch = (x: number, y: number, { ground, meanings }: Palette): readonly Item[] => [
  dot(x, y, ground.halo, meanings.activity, 6.5),
  { kind: 'text', text: '9', x: x + 9.6, y: y + 11, sizePx: 8.5, face: 'semibold', colour: ground.ink, opacity: 1 },
]

/** An entry of the legend as it looks on the map, its upper left corner at x, y. */
export const swatchItems = (entry: DrawnEntry, x: number, y: number, palette: Palette): readonly Item[] => {
  const { meanings, ground, marks } = palette
  const ring = boxRing(x + 1, y + 1, SWATCH_PX.width - 2, SWATCH_PX.height - 2)
  switch (entry.meaning) {
    case 'boundary':
      return [line(x, y, meanings.boundary, entry.value === 'regency' ? 2.4 : 1.2)]
    case 'river':
      return [line(x, y, meanings.river, 2.6)]
    case 'island':
      return entry.value === 'true'
        ? [dot(x, y, meanings.island, ground.halo, 3)]
        : [dot(x, y, ground.halo, meanings.island, 3)]
    case 'activity': {
      if (entry.value === 'cluster') return clusterSwatch(x, y, palette)
      const {
        fill,
        ring: edge,
        scale,
      } = statusLook(ACTIVITY_STATUSES.find((one) => one === entry.value) ?? 'ongoing', palette)
      return [dot(x, y, fill, edge, 5 * scale)]
    }
    case 'target':
      return [...areaSwatch('targets', ring, palette), dot(x, y, ground.halo, meanings.target, 2.6)]
    case 'zone':
      return areaSwatch('zones', ring, palette)
    case 'agreement':
      return areaSwatch('agreements', ring, palette)
    case 'authority': {
      const kind = AUTHORITY_KINDS.find((one) => one === entry.value) ?? 'other_use'
      return [
        { kind: 'hatch', rings: [ring], strokes: hatchStrokes(kind), colour: meanings.authority, opacity: 0.6 },
        { kind: 'stroke', paths: [ring], closed: true, stroke: outlineOf(meanings.authority, 1.3) },
      ]
    }
    default: {
      const kind = findPattern(entry.meaning)
      return [
        { kind: 'fill', rings: [ring], colour: meanings[entry.meaning], opacity: 1 },
        ...(kind
          ? [{ kind: 'hatch', rings: [ring], strokes: patternStrokes(kind), colour: marks[kind], opacity: 1 } as const]
          : []),
        { kind: 'stroke', paths: [ring], closed: true, stroke: outlineOf(ground.ink, 0.75, { opacity: 0.4 }) },
      ]
    }
  }
}
