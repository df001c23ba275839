import type { Feature } from 'geojson'
import type { Activity } from './activity.ts'
import type { DateStyle } from './reading/dates.ts'
import type { NumberStyle } from './reading/numbers.ts'
import type { CodeSystem } from './reading/place_codes.ts'
import type { Words } from './words.ts'
import type { Finding, Twin } from './work.ts'

/** Fields of an activity that a column can fill. */
export const IMPORT_FIELDS = [
  'externalId',
  'title',
  'themes',
  'partner',
  'funder',
  'supporter',
  'village',
  'district',
  'regency',
  'code',
  'lng',
  'lat',
  'coordinates',
  'period',
  'start',
  'end',
  'status',
  'budgetIdr',
  'beneficiaries',
  'agreement',
  'planningDocument',
  'sourceText',
  'sourceUrl',
  'sourceDate',
  'note',
  'visibility',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

export const IMPORT_FORMATS = [
  'csv',
  'xlsx',
  'geojson',
  'kml',
  'kmz',
  'gpx',
  'shapefile',
  'geopackage',
  'flatgeobuf',
] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** What the reader found out about a file, each with why; whatever is ambiguous is asked. */
export type Detected = {
  readonly format: ImportFormat
  readonly layer: string | null
  readonly layers: readonly string[]
  readonly encoding: string
  readonly separator: string | null
  readonly numbers: NumberStyle | null
  readonly dates: DateStyle | null
  /** EPSG code as text, such as `EPSG:32749`; positions shown are WGS 84 already. */
  readonly crs: string | null
  readonly codes: CodeSystem | null
  readonly hasHxl: boolean
  readonly rows: number
}

/** A choice that only a person can make before the rows can be read rightly. */
export type ImportQuestion = {
  readonly name: 'layer' | 'encoding' | 'numbers' | 'dates' | 'crs' | 'codes' | 'swapped'
  readonly words: Words
  readonly options: readonly { readonly value: string; readonly words: Words; readonly example: string }[]
  /** What it will be when nobody answers; null where it must be answered. */
  readonly guess: string | null
}

export type ColumnMapping = { readonly [column: string]: ImportField | null }

/** How the file is to be read: what was detected, mapped and answered. */
export type ImportChoices = {
  readonly mapping: ColumnMapping
  readonly answers: { readonly [question: string]: string }
  /** Fills what no column says. */
  readonly defaults: { readonly theme?: string; readonly status?: string; readonly organisation?: string }
}

export type ImportRow = {
  /** Counted as the file counts them: with its header rows, from 1. */
  readonly row: number
  readonly given: { readonly [column: string]: string }
  /** Null while the row cannot be made an activity. */
  readonly activity: Omit<Activity, 'id'> | null
  readonly findings: readonly Finding[]
  readonly state: 'good' | 'faulty' | 'asked' | 'left'
  /** The record it updates, by its external id. */
  readonly updates: string | null
  readonly twins: readonly Twin[]
}

/** `GET /api/imports/{id}` */
export type ImportAnswer = {
  readonly id: string
  readonly file: string
  readonly state: 'reading' | 'asking' | 'ready' | 'committing' | 'done' | 'failed' | 'cancelled'
  readonly progress: { readonly done: number; readonly of: number }
  readonly fault: Words | null
  readonly detected: Detected | null
  readonly columns: readonly {
    readonly name: string
    readonly examples: readonly string[]
    readonly guess: ImportField | null
  }[]
  readonly questions: readonly ImportQuestion[]
  readonly choices: ImportChoices
  readonly counts: {
    readonly good: number
    readonly faulty: number
    readonly asked: number
    readonly left: number
    readonly updates: number
  }
  readonly operation: string | null
}

/** `GET /api/imports/{id}/rows?state=&after=&limit=` */
export type ImportRows = {
  readonly rows: readonly ImportRow[]
  readonly next: number | null
  readonly features: readonly Feature[]
}
