import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Geometry } from 'geojson'
import type { LegendEntry } from '../../data/layers/layer.ts'
import type { FeatureAnswer } from '../../data/model/answers.ts'
import { gather, partsOf } from '../features.ts'
import { cellOf } from '../formats/feature_cells.ts'
import { type Family, gdalStyle } from '../formats/qgis_style.ts'
import type { Dataset } from './dataset.ts'
import { pagesOf } from './pages.ts'

/** Features of one type as lines of GeoJSON in a file, or all of them together; a table has none with a place. */
export type Part = {
  readonly holds: Family | 'table' | 'all'
  readonly file: string
  /** Every feature in it has a geometry. */
  isWhole: boolean
}

/** The column that carries a feature's look to GDAL, and is in no file. */
export const STYLE_COLUMN = 'ogr_style'

const familyOf = (geometry: Geometry): Family =>
  geometry.type.endsWith('Point') ? 'points' : geometry.type.endsWith('LineString') ? 'lines' : 'areas'

const FAMILIES: readonly Family[] = ['points', 'lines', 'areas']

/** A feature by what its geometry holds: sites of several types stand in as many tables, under one id. */
const divided = (geometry: Geometry | null): readonly (readonly [Part['holds'], Geometry | null])[] => {
  if (geometry === null) return [['table', null]]
  if (geometry.type !== 'GeometryCollection') return [[familyOf(geometry), geometry]]
  const parts = partsOf(geometry)
  return FAMILIES.flatMap((family) => {
    const own = parts.filter((part) => familyOf(part) === family)
    return own.length > 0 ? [[family, gather(own)] as const] : []
  })
}

const entryOf = ({ look }: Dataset, { properties }: FeatureAnswer): LegendEntry | undefined =>
  look.keyedBy === null ? look.legend[0] : look.legend.find(({ value }) => value === `${properties[look.keyedBy!]}`)

/** The features as GDAL reads them: flat columns, lists joined by "; ", what is not there left null. */
export const writeParts = async (
  data: Dataset,
  folder: string,
  { isDivided, signal }: { readonly isDivided: boolean; readonly signal: AbortSignal },
): Promise<readonly Part[]> => {
  const opened = new Map<Part['holds'], { readonly part: Part; readonly handle: FileHandle }>()
  const partOf = async (holds: Part['holds']) => {
    const known = opened.get(holds)
    if (known) return known
    const file = `${holds}.geojsonl`
    const made = { part: { holds, file, isWhole: true }, handle: await open(join(folder, file), 'w') }
    opened.set(holds, made)
    return made
  }
  const line = (feature: FeatureAnswer, geometry: Geometry | null): string => {
    const held = data.fields.map(({ name, type }) => {
      const value = feature.properties[name]
      return [name, value === undefined || value === null ? null : type === 'boolean' ? value : cellOf(value)]
    })
    const family = geometry && geometry.type !== 'GeometryCollection' ? familyOf(geometry) : null
    const style = family && gdalStyle(family, entryOf(data, feature))
    const properties = { ...Object.fromEntries(held), [STYLE_COLUMN]: style }
    return `${JSON.stringify({ type: 'Feature', properties, geometry })}\n`
  }
  try {
    for await (const page of pagesOf(data.features(), signal)) {
      const texts = new Map<Part['holds'], string>()
      for (const feature of page)
        for (const [holds, geometry] of isDivided ? divided(feature.geometry) : [['all', feature.geometry] as const]) {
          texts.set(holds, (texts.get(holds) ?? '') + line(feature, geometry))
          if (geometry === null) (await partOf(holds)).part.isWhole = false
        }
      for (const [holds, text] of texts) await (await partOf(holds)).handle.appendFile(text)
    }
  } finally {
    await Promise.all([...opened.values()].map(({ handle }) => handle.close()))
  }
  return [...opened.values()].map(({ part }) => part)
}
