import type { Meaning } from '../data/layers/layer.ts'
import { channelsOf, type Palette } from './palette.ts'

/** How a meaning is told without colour. */
export type Pattern = 'diagonal' | 'horizontal' | 'dots' | 'faint-dots'
export type PatternedKind = keyof Palette['marks']

export const PATTERNS: { readonly [K in PatternedKind]: Pattern } = {
  gap: 'diagonal',
  partial: 'horizontal',
  overlap: 'dots',
  unreported: 'faint-dots',
}
export const PATTERNED = Object.keys(PATTERNS) as readonly PatternedKind[]

export const findPattern = (meaning: Meaning): PatternedKind | null =>
  PATTERNED.find((kind) => kind === meaning) ?? null

/** Side of a tile in CSS pixels, and image pixels for each of them. */
export const TILE_CSS_PX = 48
export const TILE_PIXEL_RATIO = 2
/** Periods across a tile that give the look at its natural size. */
export const REPEATS: { readonly [P in Pattern]: number } = { diagonal: 5, horizontal: 8, dots: 5, 'faint-dots': 5 }
/** Share of a period that the mark takes: the stroke's width, or the dot's radius. */
export const WEIGHT: { readonly [P in Pattern]: number } = {
  diagonal: 0.36,
  horizontal: 0.24,
  dots: 0.17,
  'faint-dots': 0.085,
}

const fraction = (value: number): number => value - Math.floor(value)
const toMiddle = (u: number, v: number, shift: number): number =>
  Math.hypot(fraction(u + shift) - 0.5, fraction(v + shift) - 0.5)

/** Whether the point (u, v), counted in periods, lies on the mark; every pattern repeats in both. */
const onMark = (pattern: Pattern, u: number, v: number): boolean => {
  if (pattern === 'diagonal') return fraction(u + v) < WEIGHT.diagonal
  if (pattern === 'horizontal') return fraction(v) < WEIGHT.horizontal
  return Math.min(toMiddle(u, v, 0.25), toMiddle(u, v, 0.75)) < WEIGHT[pattern]
}

const SAMPLES = 4

/** Share of one image pixel under the mark, 0-1. */
const coverageOf = (pattern: Pattern, x: number, y: number, periodPx: number): number => {
  let hits = 0
  for (let i = 0; i < SAMPLES; i += 1)
    for (let j = 0; j < SAMPLES; j += 1)
      if (onMark(pattern, (x + (i + 0.5) / SAMPLES) / periodPx, (y + (j + 0.5) / SAMPLES) / periodPx)) hits += 1
  return hits / SAMPLES ** 2
}

/** The share, 0-255, of each pixel of a tile: sampled once for each number of periods, since a moving map asks at every step. */
const shares = new Map<string, Uint8ClampedArray>()
const sharesOf = (pattern: Pattern, side: number, periods: number): Uint8ClampedArray => {
  const name = `${pattern} ${periods}`
  const known = shares.get(name)
  if (known) return known
  const made = new Uint8ClampedArray(side * side)
  for (let at = 0; at < made.length; at += 1)
    made[at] = coverageOf(pattern, at % side, Math.floor(at / side), side / periods) * 255
  shares.set(name, made)
  return made
}

export type PatternTile = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

/**
 * The seamless RGBA tile of a meaning's marks, drawn over its colour. A map pattern grows with the fraction of the zoom; `enlargement` (1-2) is that
 * growth, and the tile carries more periods for it, so that the hatch keeps its size on the screen.
 */
export const patternTile = (kind: PatternedKind, palette: Palette, enlargement = 1): PatternTile => {
  const pattern = PATTERNS[kind]
  const side = TILE_CSS_PX * TILE_PIXEL_RATIO
  const [red, green, blue] = channelsOf(palette.marks[kind])
  const data = new Uint8ClampedArray(side * side * 4)
  sharesOf(pattern, side, Math.round(REPEATS[pattern] * enlargement)).forEach((share, at) => {
    data[at * 4] = red
    data[at * 4 + 1] = green
    data[at * 4 + 2] = blue
    data[at * 4 + 3] = share
  })
  return { width: side, height: side, data }
}

/** Diameter in CSS pixels of the patterned disc that stands for an island too small for its shape to show a pattern. */
const DISC_CSS_PX = 14

/** The image name of a meaning's disc. */
export const discImage = (kind: PatternedKind): string => `disc-${kind}`

/** The marks of a meaning inside a disc, transparent around it. */
export const discTile = (kind: PatternedKind, palette: Palette): PatternTile => {
  const tile = patternTile(kind, palette, 1.6)
  const side = DISC_CSS_PX * TILE_PIXEL_RATIO
  const data = new Uint8ClampedArray(side * side * 4)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      if (Math.hypot(x + 0.5 - side / 2, y + 0.5 - side / 2) > side / 2 - 1) continue
      const from = (y * tile.width + x) * 4
      data.set(tile.data.subarray(from, from + 4), (y * side + x) * 4)
    }
  return { width: side, height: side, data }
}

const marksAsSvg = (pattern: Pattern, period: number, colour: string): string => {
  const weight = WEIGHT[pattern] * period
  if (pattern === 'horizontal') return `<rect width="${period}" height="${weight.toFixed(2)}" fill="${colour}"/>`
  if (pattern === 'diagonal') {
    const stripe = (shift: number) => `M${shift} 0h${weight.toFixed(2)}l${-period} ${period}h${(-weight).toFixed(2)}z`
    return `<path d="${stripe(0)}${stripe(period)}" fill="${colour}"/>`
  }
  const dot = (at: number) => `<circle cx="${at * period}" cy="${at * period}" r="${weight.toFixed(2)}"/>`
  return `<g fill="${colour}">${dot(0.25)}${dot(0.75)}</g>`
}

/** Size in pixels and content of one SVG period of a meaning's look: its colour, and its marks if it has any. */
export const patternPeriod = (
  meaning: Meaning,
  palette: Palette,
): { readonly sizePx: number; readonly content: string } => {
  const kind = findPattern(meaning)
  const sizePx = kind ? TILE_CSS_PX / REPEATS[PATTERNS[kind]] : 8
  const ground = `<rect width="${sizePx}" height="${sizePx}" fill="${palette.meanings[meaning]}"/>`
  return { sizePx, content: kind ? ground + marksAsSvg(PATTERNS[kind], sizePx, palette.marks[kind]) : ground }
}

export const asDataUri = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`

/** The same look as the map's tile, as a `data:` URI that repeats: background of bar, chip and history. */
export const patternSvg = (meaning: Meaning, palette: Palette): string => {
  const { sizePx, content } = patternPeriod(meaning, palette)
  return asDataUri(`<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}">${content}</svg>`)
}
