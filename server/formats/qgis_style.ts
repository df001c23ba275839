import type { LegendEntry } from '../../data/layers/layer.ts'
import { type Colour, channelsOf, PALETTES } from '../../styles/palette.ts'
import { findPattern, PATTERNS } from '../../styles/patterns.ts'
import { escaped } from '../pages/html.ts'

/** What a table of one type holds. */
export type Family = 'points' | 'lines' | 'areas'

const palette = PALETTES.light
/** Brushes of QGIS that look like our patterns. */
const BRUSHES = { diagonal: 'b_diagonal', horizontal: 'horizontal', dots: 'dense6', 'faint-dots': 'dense7' } as const
const OPAQUE = 255
const FILL_ALPHA = 190

const rgba = (colour: Colour, alpha = OPAQUE): string => [...channelsOf(colour), alpha].join(',')

const symbolLayer = (kind: string, options: Readonly<Record<string, string>>): string => {
  const told = Object.entries(options).map(
    ([name, value]) => `<Option type="QString" name="${name}" value="${escaped(value)}"/>`,
  )
  return `<layer class="${kind}" enabled="1" locked="0" pass="0"><Option type="Map">${told.join('')}</Option></layer>`
}

const LOOKS: { readonly [F in Family]: { readonly type: string; layers(entry: LegendEntry): string } } = {
  points: {
    type: 'marker',
    layers: ({ meaning }) =>
      symbolLayer('SimpleMarker', {
        name: 'circle',
        size: '2.6',
        color: rgba(palette.meanings[meaning]),
        outline_color: rgba(palette.ground.halo),
        outline_width: '0.3',
      }),
  },
  lines: {
    type: 'line',
    layers: ({ meaning }) =>
      symbolLayer('SimpleLine', { line_color: rgba(palette.meanings[meaning]), line_width: '0.6' }),
  },
  areas: {
    type: 'fill',
    layers: ({ meaning }) => {
      const colour = palette.meanings[meaning]
      const outline = { outline_color: rgba(palette.ground.ink, FILL_ALPHA), outline_width: '0.2' }
      if (meaning === 'boundary') return symbolLayer('SimpleFill', { ...outline, style: 'no' })
      const ground = symbolLayer('SimpleFill', { ...outline, color: rgba(colour, FILL_ALPHA), style: 'solid' })
      const marked = findPattern(meaning)
      if (marked === null) return ground
      const brush = { color: rgba(palette.marks[marked]), style: BRUSHES[PATTERNS[marked]], outline_style: 'no' }
      return ground + symbolLayer('SimpleFill', brush)
    },
  },
}

/** A style as QGIS keeps it (QML): the colours and patterns of our own legend, by the value of a column where it has one. */
export const qgisStyle = (family: Family, keyedBy: string | null, legend: readonly LegendEntry[]): string => {
  const { type, layers } = LOOKS[family]
  const shown = keyedBy === null ? legend.slice(0, 1) : legend
  const symbols = shown.map(
    (entry, at) => `<symbol type="${type}" name="${at}" alpha="1" clip_to_extent="1">${layers(entry)}</symbol>`,
  )
  const categories = shown.map(
    ({ value, label }, at) =>
      `<category symbol="${at}" value="${escaped(value)}" label="${escaped(`${label.id} / ${label.en}`)}" render="true"/>`,
  )
  const renderer =
    keyedBy === null
      ? '<renderer-v2 type="singleSymbol" symbollevels="0">'
      : `<renderer-v2 type="categorizedSymbol" attr="${escaped(keyedBy)}" symbollevels="0"><categories>${categories.join('')}</categories>`
  return `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version="3.22" styleCategories="Symbology">${renderer}<symbols>${symbols.join('')}</symbols></renderer-v2></qgis>`
}

/** The same look for one feature as GDAL carries it into PDF and KML. */
export const gdalStyle = (family: Family, entry: LegendEntry | undefined): string => {
  const colour = palette.meanings[entry?.meaning ?? 'boundary']
  if (family === 'points') return `SYMBOL(c:${colour},id:"ogr-sym-3",s:6px)`
  if (family === 'lines') return `PEN(c:${colour},w:2px)`
  const pen = `PEN(c:${palette.ground.ink},w:0.5px)`
  return entry?.meaning === 'boundary' ? pen : `BRUSH(fc:${colour}BE);${pen}`
}
