import type { Geometry } from 'geojson'
import { cleanCell, tooMany } from './grid.ts'
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'
import type { Sites } from './sites.ts'
import type { RawFile, RawRow, RawTable } from './table.ts'

/** One thing on the map with what is said of it, in the order it was said. */
export type RawFeature = {
  readonly properties: readonly (readonly [name: string, value: unknown])[]
  readonly geometry: unknown
}

export type Described = Omit<RawTable, 'columns' | 'hxl' | 'headerRow' | 'mustChooseCrs'>

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return cleanCell(value)
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  if (typeof value === 'number') return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 })
  return cleanCell(JSON.stringify(value) ?? '')
}

/** Every name that any feature uses, in the order of their first use. */
const columnsOf = (features: readonly RawFeature[]): readonly string[] => {
  const names = new Set<string>()
  for (const { properties } of features) {
    for (const [name] of properties) if (name !== '__proto__') names.add(name)
    if (names.size > LIMITS.columns)
      refuse(
        `Data ini punya lebih dari ${LIMITS.columns} atribut. Simpan hanya yang diperlukan, lalu unggah lagi.`,
        `This data has more than ${LIMITS.columns} attributes. Keep only those that are needed, then upload it again.`,
      )
  }
  return [...names]
}

const rowOf = (feature: RawFeature, at: number, columns: ReadonlyMap<string, number>, { sitesOf }: Sites): RawRow => {
  const cells = Array.from({ length: columns.size }, () => '')
  const numeric: number[] = []
  for (const [name, value] of feature.properties) {
    const column = columns.get(name)
    if (column === undefined) continue
    cells[column] = textOf(value)
    if (typeof value === 'number') numeric.push(column)
  }
  const { sites, fault } = sitesOf(feature.geometry as Geometry | null)
  return { row: at + 1, cells, numeric, sites, fault }
}

const lazily = function* (
  features: readonly RawFeature[],
  columns: readonly string[],
  sites: Sites,
): Generator<RawRow> {
  const places = new Map(columns.map((name, at) => [name, at] as const))
  for (const [at, feature] of features.entries()) yield rowOf(feature, at, places, sites)
}

/** Features as rows: their properties the cells, their geometry the sites. */
export const fileOf = (features: readonly RawFeature[], described: Described, sites: Sites): RawFile => {
  if (features.length === 0)
    refuse(
      'Berkas ini tidak berisi satu pun objek peta. Pilih lapisan lain, atau ekspor lagi datanya.',
      'This file holds nothing for a map. Choose another layer, or export the data again.',
    )
  if (features.length > LIMITS.features) refuse(...tooMany(features.length))
  const columns = columnsOf(features)
  const mustChooseCrs =
    described.crs === null && features.some(({ geometry }) => sites.isBeyondDegrees(geometry as Geometry | null))
  // A name may be blank or hold what cannot be shown; what it was called inside the file stays the key.
  const shown = columns.map((name, at) => cleanCell(name).slice(0, 120) || `Kolom ${at + 1}`)
  return {
    table: { ...described, columns: unlike(shown), hxl: null, headerRow: null, mustChooseCrs },
    rows: lazily(features, columns, sites),
  }
}

const unlike = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    let own = name
    for (let again = 2; taken.has(own); again += 1) own = `${name} (${again})`
    taken.add(own)
    return own
  })
}
