import type { LayerId, LegendEntry } from '../data/layers/layer.ts'
import { ACTIVITY_STATUSES } from '../data/model/activity.ts'
import { AUTHORITY_KINDS, hatchLines } from './hatches.ts'
import type { Palette } from './palette.ts'
import { asDataUri, patternPeriod } from './patterns.ts'
import { AREA_LOOKS, statusLook } from './records.ts'

/** Size of a swatch in CSS pixels. */
export const SWATCH = { width: 24, height: 16 } as const

const BOX = 'x="1" y="1" width="22" height="14" rx="2.5"'

const filled = ({ meaning }: LegendEntry, palette: Palette): string => {
  const { sizePx, content } = patternPeriod(meaning, palette)
  const period = `<pattern id="p" width="${sizePx}" height="${sizePx}" patternUnits="userSpaceOnUse">${content}</pattern>`
  return `${period}<rect ${BOX} fill="url(#p)" stroke="${palette.ground.ink}" stroke-opacity=".28"/>`
}

const line = (colour: string, widthPx: number): string =>
  `<path d="M1 8h22" stroke="${colour}" stroke-width="${widthPx}" stroke-linecap="round"/>`

const outlined = (id: keyof typeof AREA_LOOKS, { meanings }: Palette): string => {
  const { meaning, washOpacity, widthPx, ...rest } = AREA_LOOKS[id]
  const dash = 'dash' in rest ? ` stroke-dasharray="${rest.dash.map((part) => part * widthPx).join(' ')}"` : ''
  const colour = meanings[meaning]
  return `<rect ${BOX} fill="${colour}" fill-opacity="${washOpacity}" stroke="${colour}" stroke-width="${widthPx}"${dash}/>`
}

const hatched = (kind: (typeof AUTHORITY_KINDS)[number], { meanings }: Palette): string =>
  `<clipPath id="c"><rect ${BOX}/></clipPath><g clip-path="url(#c)" stroke="${meanings.authority}" stroke-width=".9" opacity=".6">${hatchLines(kind, SWATCH)}</g><rect ${BOX} fill="none" stroke="${meanings.authority}" stroke-width="1.3"/>`

const dot = (fill: string, ring: string, radiusPx: number): string =>
  `<circle cx="12" cy="8" r="${radiusPx}" fill="${fill}" stroke="${ring}" stroke-width="1.3"/>`

/** An entry of a legend; the layer tells an outlined verdict from a filled one. */
type Worn = LegendEntry & { readonly layer?: LayerId }

const draw = (entry: Worn, palette: Palette): string => {
  const { meanings, ground } = palette
  const status = ACTIVITY_STATUSES.find((name) => name === entry.value)
  const kind = AUTHORITY_KINDS.find((name) => name === entry.value)
  switch (entry.meaning) {
    case 'boundary':
      return line(meanings.boundary, entry.value === 'regency' ? 2.4 : 1.2)
    case 'river':
      return line(meanings.river, 2.6)
    case 'island':
      return entry.value === 'true' ? dot(meanings.island, ground.halo, 3) : dot(ground.halo, meanings.island, 3)
    case 'activity': {
      if (entry.value === 'cluster')
        return `${dot(ground.halo, meanings.activity, 6.5)}<text x="12" y="11" font-family="sans-serif" font-size="8.5" font-weight="600" text-anchor="middle" fill="${ground.ink}">9</text>`
      const { fill, ring, scale } = statusLook(status ?? 'ongoing', palette)
      return dot(fill, ring, 5 * scale)
    }
    case 'target':
      return outlined('targets', palette) + dot(ground.halo, meanings.target, 2.6)
    case 'zone':
      return outlined('zones', palette)
    case 'agreement':
      return outlined('agreements', palette)
    case 'authority':
      return hatched(kind ?? 'other_use', palette)
    default:
      return filled(entry, palette)
  }
}

/** A legend entry as it looks on the map: an SVG picture of `SWATCH` size as a `data:` URI. */
export const swatchSvg = (entry: Worn, palette: Palette): string => {
  const { width, height } = SWATCH
  return asDataUri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="none">${draw(entry, palette)}</svg>`,
  )
}
