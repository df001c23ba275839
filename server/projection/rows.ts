import type { Geometry } from 'geojson'
import type { Code } from '../../data/model/codes.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import { boundsOf } from '../bounds.ts'
import { describe } from '../describe.ts'

export type Cell = string | number | null
export type Row = readonly Cell[]
export const TABLES = [
  'records',
  'record_themes',
  'record_organisations',
  'record_places',
  'record_boxes',
  'cover',
] as const
export type Table = (typeof TABLES)[number]
export type Rows = { readonly [T in Table]: readonly Row[] }

/** What a record's rows need to know of the places: the shape of a code, and what the engine says the record reaches. */
export type Ground = {
  readonly geometryOf: (code: Code) => Geometry | null
  readonly reachOf: (record: AnyRecord) => readonly { readonly code: Code; readonly areaHa: number | null }[]
}

const UNITS_PER_DEGREE = 1e7

/** Rounded outwards, so that a box never misses what it stands for. */
const boxRow = (geometry: Geometry): readonly number[] => {
  const [west, south, east, north] = boundsOf([geometry])!
  return [
    Math.floor(west * UNITS_PER_DEGREE),
    Math.floor(south * UNITS_PER_DEGREE),
    Math.ceil(east * UNITS_PER_DEGREE),
    Math.ceil(north * UNITS_PER_DEGREE),
  ]
}

const yearOf = (date: string | null | undefined): number | null => (date ? Number(date.slice(0, 4)) : null)

/** One record as rows of every table, columns in the order of schema.sql. */
export const rowsOf = (entry: AnyRecord, ground: Ground): Rows => {
  const { kind, record } = entry
  const { title, themes, organisations, codes, geometries, region, status, span } = describe(entry)
  const shapes = [...geometries, ...codes.map(ground.geometryOf)].filter((shape) => shape !== null)
  const key = [kind, record.id] as const
  return {
    records: [
      [
        ...key,
        title,
        record.origin,
        record.verification,
        record.visibility,
        record.confirmed,
        region ?? null,
        status ?? null,
        yearOf(span?.start),
        yearOf(span?.end),
      ],
    ],
    record_themes: themes.map((theme) => [...key, theme]),
    record_organisations: organisations.map(({ id, role }) => [...key, id, role]),
    record_places: codes.map((code) => [...key, code]),
    record_boxes: shapes.map((shape) => [...key, ...boxRow(shape)]),
    cover: ground.reachOf(entry).map(({ code, areaHa }) => [...key, code, areaHa]),
  }
}
