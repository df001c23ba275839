import type { AuthorityArea } from '../data/model/authority.ts'
import { channelsOf, type Palette } from './palette.ts'
import { type PatternTile, TILE_CSS_PX, TILE_PIXEL_RATIO } from './patterns.ts'

type AuthorityKind = AuthorityArea['kind']
/** Whole steps of the line across and down one period, and periods across a tile. */
type Hatch = { readonly u: number; readonly v: number; readonly repeats: number }

/** Who may act is told by the direction and spacing of thin lines, so that sea and verdicts show through. */
export const HATCHES: { readonly [K in AuthorityKind]: Hatch } = {
  marine_reserve: { u: 1, v: -1, repeats: 4 },
  conservation_reserve: { u: 1, v: 1, repeats: 6 },
  protection_forest: { u: 1, v: 0, repeats: 6 },
  production_forest: { u: 0, v: 1, repeats: 5 },
  other_use: { u: 1, v: 1, repeats: 3 },
}
export const AUTHORITY_KINDS = Object.keys(HATCHES) as readonly AuthorityKind[]

/** The image name of an authority kind's hatch. */
export const hatchImage = (kind: AuthorityKind): string => `hatch-${kind}`

/** Width of a hatch line in CSS pixels. */
export const HATCH_LINE_PX = 0.9

/** The seamless transparent tile of an authority kind; `enlargement` as for the verdict patterns. */
export const hatchTile = (kind: AuthorityKind, palette: Palette, enlargement = 1): PatternTile => {
  const { u, v, repeats } = HATCHES[kind]
  const side = TILE_CSS_PX * TILE_PIXEL_RATIO
  const periodPx = side / Math.round(repeats * enlargement)
  const widthPx = ((HATCH_LINE_PX * TILE_PIXEL_RATIO) / enlargement) * Math.hypot(u, v)
  const [red, green, blue] = channelsOf(palette.meanings.authority)
  const data = new Uint8ClampedArray(side * side * 4)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const along = u * (x + 0.5) + v * (y + 0.5)
      const offsetPx = Math.abs(along - Math.round(along / periodPx) * periodPx)
      const share = Math.min(1, Math.max(0, widthPx / 2 - offsetPx + 0.5))
      const pixel = (y * side + x) * 4
      data[pixel] = red
      data[pixel + 1] = green
      data[pixel + 2] = blue
      data[pixel + 3] = share * 255
    }
  return { width: side, height: side, data }
}

/** The same hatch as SVG paths across a box, in its own spacing; the stroke is the caller's. */
export const hatchLines = (
  kind: AuthorityKind,
  { width, height }: { readonly width: number; readonly height: number },
): string => {
  const { u, v, repeats } = HATCHES[kind]
  const period = TILE_CSS_PX / repeats
  const far = width + height
  const count = Math.ceil(far / period)
  return Array.from({ length: 2 * count + 1 }, (_, index) => {
    const at = (index - count) * period
    if (v === 0) return `<path d="M${at} 0V${height}"/>`
    if (u === 0) return `<path d="M0 ${at}H${width}"/>`
    return v > 0 ? `<path d="M${at} 0L${at - height} ${height}"/>` : `<path d="M${at} 0L${at + height} ${height}"/>`
  }).join('')
}
