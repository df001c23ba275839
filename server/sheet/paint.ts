import type { VerdictKind } from '../../data/model/verdict.ts'
import { AUTHORITY_KINDS, hatchImage } from '../../styles/hatches.ts'
import type { Palette } from '../../styles/palette.ts'
import { discImage, PATTERNED } from '../../styles/patterns.ts'
import { hatchStrokes, patternStrokes, type Strokes } from '../../styles/strokes.ts'
import type { Item, Path, Stroke } from './display.ts'
import type { Placer } from './place_shapes.ts'
import type { Shape } from './shapes.ts'
import type { ReadLayer, StyleLayer } from './style_values.ts'

export type Painting = {
  readonly palette: Palette
  readonly placer: Placer
  /** The verdict a shape of this layer wears, where it is a judged unit. */
  readonly verdictOf: (shape: Shape) => VerdictKind | undefined
}

/** What is painted the same way is drawn as one: fewer, larger pieces. */
const gather = <Look>(
  shapes: readonly Shape[],
  placer: Placer,
  lookOf: (shape: Shape) => Look | null,
): readonly { readonly look: Look; readonly paths: readonly Path[] }[] => {
  const groups = new Map<string, { look: Look; paths: Path[] }>()
  for (const shape of shapes) {
    const paths = placer.paths(shape)
    if (paths.length === 0) continue
    const look = lookOf(shape)
    if (look === null) continue
    const key = JSON.stringify(look)
    const group = groups.get(key) ?? { look, paths: [] }
    group.paths.push(...paths)
    groups.set(key, group)
  }
  return [...groups.values()]
}

type Marks = { readonly strokes: readonly Strokes[]; readonly colour: Palette['marks']['gap'] }

/** The marks that a pattern image of the map stands for. */
const marksOf = (image: string, palette: Palette): Marks | null => {
  const kind = PATTERNED.find((one) => one === image || discImage(one) === image)
  if (kind) return { strokes: patternStrokes(kind), colour: palette.marks[kind] }
  const authority = AUTHORITY_KINDS.find((one) => hatchImage(one) === image)
  return authority ? { strokes: hatchStrokes(authority), colour: palette.meanings.authority } : null
}

const paintFill = (read: ReadLayer, shapes: readonly Shape[], painting: Painting): Item[] => {
  const { palette, placer, verdictOf } = painting
  const whole = read.number('paint', 'fill-layer-opacity', null)
  const opacityOf = (shape: Shape) => whole * read.number('paint', 'fill-opacity', shape, verdictOf(shape))
  const areas = shapes.filter(({ type }) => type === 'Polygon')
  if (read.has('paint', 'fill-pattern'))
    return gather(areas, placer, (shape) => {
      const opacity = opacityOf(shape)
      return opacity > 0 ? { image: read.text('paint', 'fill-pattern', shape), opacity } : null
    }).flatMap(({ look, paths }): Item[] => {
      const marks = marksOf(look.image, palette)
      return marks ? [{ kind: 'hatch', rings: paths, ...marks, opacity: look.opacity }] : []
    })
  return gather(areas, placer, (shape) => {
    const { colour, opacity } = read.ink('fill-color', shape, verdictOf(shape))
    const seen = opacity * opacityOf(shape)
    return seen > 0 ? { colour, opacity: seen } : null
  }).map(({ look, paths }): Item => ({ kind: 'fill', rings: paths, ...look }))
}

/** A blurred line is drawn as strokes of falling width, whose opacities add up to its own in the middle. */
const BLUR_STEPS = [1, 0.66, 0.33] as const

const softened = (stroke: Stroke, blurPx: number): readonly Stroke[] => {
  if (blurPx < 1) return [stroke]
  const each = 1 - (1 - stroke.opacity) ** (1 / BLUR_STEPS.length)
  return BLUR_STEPS.map((step) => ({
    ...stroke,
    opacity: each,
    widthPx: Math.max(0.5, stroke.widthPx - blurPx + 2 * blurPx * (step - 0.5)),
  }))
}

const paintLine = (read: ReadLayer, shapes: readonly Shape[], painting: Painting): Item[] => {
  const cap = read.text('layout', 'line-cap', null) === 'round' ? 'round' : 'butt'
  const join = read.text('layout', 'line-join', null) === 'round' ? 'round' : 'miter'
  return gather(shapes, painting.placer, (shape) => {
    const { colour, opacity } = read.ink('line-color', shape)
    const widthPx = read.number('paint', 'line-width', shape)
    const seen = opacity * read.number('paint', 'line-opacity', shape)
    if (seen <= 0 || widthPx <= 0) return null
    const dash = read.has('paint', 'line-dasharray')
      ? read.list('paint', 'line-dasharray', shape).map((part) => Number(part) * widthPx)
      : []
    const dashed = dash.some((part, at) => at % 2 === 1 && part > 0)
    return {
      blurPx: read.number('paint', 'line-blur', shape),
      stroke: { colour, widthPx, opacity: seen, cap, join, ...(dashed ? { dash } : {}) } satisfies Stroke,
      closed: shape.type === 'Polygon',
    }
  }).flatMap(({ look: { stroke, blurPx, closed }, paths }) =>
    softened(stroke, blurPx).map((one): Item => ({ kind: 'stroke', paths, closed, stroke: one })),
  )
}

const paintCircle = (read: ReadLayer, shapes: readonly Shape[], painting: Painting): Item[] =>
  shapes
    .filter(({ type }) => type === 'Point')
    .flatMap((shape) => {
      const verdict = painting.verdictOf(shape)
      const fill = read.ink('circle-color', shape, verdict)
      const ring = read.ink('circle-stroke-color', shape, verdict)
      const opacity = read.number('paint', 'circle-opacity', shape, verdict)
      const ringPx = read.number('paint', 'circle-stroke-width', shape, verdict)
      const radiusPx = read.number('paint', 'circle-radius', shape, verdict)
      const isSeen = (opacity > 0 && fill.opacity > 0) || (ringPx > 0 && ring.opacity > 0)
      const ringOpacity = read.number('paint', 'circle-stroke-opacity', shape, verdict)
      if (!isSeen || Math.max(opacity, ringOpacity) <= 0) return []
      return painting.placer.paths(shape).map(
        ([x, y]): Item => ({
          kind: 'disc',
          x: x!,
          y: y!,
          radiusPx: radiusPx + ringPx / 2,
          colour: fill.opacity > 0 && opacity > 0 ? fill.colour : null,
          ring: ringPx > 0 && ringOpacity > 0 ? ring.colour : null,
          ringPx,
          opacity: Math.max(opacity * (fill.opacity || 1), 0),
        }),
      )
    })

const DISC_RADIUS_PX = 6.5
const CORNERS = 20

const discRing = (x: number, y: number): Path =>
  Float64Array.from({ length: 2 * CORNERS }, (_, at) => {
    const turn = (2 * Math.PI * (at >> 1)) / CORNERS
    return at % 2 === 0 ? x + DISC_RADIUS_PX * Math.cos(turn) : y + DISC_RADIUS_PX * Math.sin(turn)
  })

/** Symbols without text: the marks inside the disc of a judged island. */
export const paintIcons = (read: ReadLayer, shapes: readonly Shape[], painting: Painting): Item[] =>
  shapes.flatMap((shape) => {
    const verdict = painting.verdictOf(shape)
    const opacity = read.number('paint', 'icon-opacity', shape, verdict)
    const marks = opacity > 0 ? marksOf(read.text('layout', 'icon-image', shape), painting.palette) : null
    if (!marks) return []
    return painting.placer
      .paths(shape)
      .map(([x, y]): Item => ({ kind: 'hatch', rings: [discRing(x!, y!)], ...marks, opacity }))
  })

const PAINTERS = { fill: paintFill, line: paintLine, circle: paintCircle } as const

/** The items of a style layer that has no text. */
export const paintLayer = (
  layer: StyleLayer,
  read: ReadLayer,
  shapes: readonly Shape[],
  painting: Painting,
): readonly Item[] => {
  const paint = PAINTERS[layer.type as keyof typeof PAINTERS]
  return paint ? paint(read, shapes, painting) : []
}
