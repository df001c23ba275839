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

/** What the reader found out about a file; null where nothing says it. */
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
  /** Where the headings stand, counted as the file counts. */
  readonly headerRow: number | null
  readonly rows: number
}

/** A choice that only a person can make before the rows can be read rightly. */
export type ImportQuestion = {
  /**
   * `unit`: what bare sums count in. `swapped`: whether latitudes and longitudes are to change places wherever that brings
   * them home. `repeated`: whether rows that differ in their place alone are one activity.
   */
  readonly name: 'layer' | 'encoding' | 'numbers' | 'dates' | 'crs' | 'codes' | 'unit' | 'swapped' | 'repeated'
  readonly words: Words
  readonly options: readonly { readonly value: string; readonly words: Words; readonly example: string }[]
  /** What it will be when nobody answers; null where it must be answered, here or row by row. */
  readonly guess: string | null
  /** So many rows hang on it. */
  readonly affects: number
}

export type ColumnMapping = { readonly [column: string]: ImportField | null }

/** How the file is to be read: what was detected, mapped and answered. */
export type ImportChoices = {
  readonly mapping: ColumnMapping
  readonly answers: { readonly [question: string]: string }
  /** Fills what no column says. */
  readonly defaults: {
    readonly theme?: string
    readonly status?: string
    readonly organisation?: string
    readonly visibility?: string
    /** A year or a period as people write it. */
    readonly period?: string
  }
}

/** What one tap would write into cells of the row, by column. */
export type RowRemedy = { readonly words: Words; readonly given: { readonly [column: string]: string } }

/** Something about a row that somebody must mend (`error`), decide (`question`) or know (`warning`). */
export type RowFinding = Omit<Finding, 'remedy'> & {
  readonly column: string | null
  readonly remedies: readonly RowRemedy[]
}

/**
 * Names that stand among the columns of a row without being any: `@title` and so on write a field that no column fills,
 * `@sites` is `swapped` or `none` for the shape that came with the row, `@accepts` lists the findings that are right as they are.
 */
export const OWN_COLUMNS: readonly string[] = [...IMPORT_FIELDS.map((field) => `@${field}`), '@sites', '@accepts']

export const ROW_STATES = ['good', 'faulty', 'asked', 'left', 'done'] as const
/** `left` is kept for later by somebody; `done` is on record. */
export type RowState = (typeof ROW_STATES)[number]

export type ImportRow = {
  /** Counted as the file counts them: with its header rows, from 1. */
  readonly row: number
  readonly given: { readonly [column: string]: string }
  /** Null while the row cannot be made an activity. */
  readonly activity: Pick<
    Activity,
    | 'title'
    | 'themes'
    | 'organisations'
    | 'sites'
    | 'period'
    | 'status'
    | 'source'
    | 'visibility'
    | 'budgetIdr'
    | 'beneficiaries'
    | 'agreement'
    | 'planningDocument'
    | 'note'
    | 'externalId'
  > | null
  /** Names of the villages and islands, or the larger places, that its sites reach. */
  readonly reaches: readonly string[]
  readonly findings: readonly RowFinding[]
  readonly state: RowState
  /** The row whose activity this one adds its place to; null for a row that stands for itself. */
  readonly joins: number | null
  /** The record it updates, by its external id. */
  readonly updates: string | null
  /** The record it became. */
  readonly record: string | null
  readonly twins: readonly Twin[]
}

export type ImportCounts = { readonly [S in RowState]: number } & { readonly updates: number }

/** One line of `GET /api/imports`: what was begun and not thrown away. */
export type ImportSummary = {
  readonly id: string
  readonly file: string
  /** ISO, UTC. */
  readonly created: string
  readonly counts: ImportCounts
  readonly fault: Words | null
}

/** `GET /api/imports/{id}` */
export type ImportAnswer = {
  readonly id: string
  readonly file: string
  /** ISO, UTC. */
  readonly created: string
  readonly state: 'reading' | 'asking' | 'ready' | 'committing' | 'done' | 'failed'
  readonly progress: { readonly done: number; readonly of: number }
  readonly fault: Words | null
  readonly detected: Detected | null
  readonly columns: readonly {
    readonly name: string
    readonly examples: readonly string[]
    readonly guess: ImportField | null
    /** From an import of the same organisation before. */
    readonly isRemembered: boolean
  }[]
  readonly questions: readonly ImportQuestion[]
  readonly choices: ImportChoices
  readonly counts: ImportCounts
  /** The last batch that came out of it, to be undone by this name. */
  readonly operation: string | null
}

/** `GET /api/imports/{id}/rows?state=&after=&limit=` */
export type ImportRows = {
  readonly rows: readonly ImportRow[]
  /** The row to ask on after; null at the end. */
  readonly next: number | null
  /** The places of these rows, each with its `row` and `state`. */
  readonly features: readonly Feature[]
}

/** Body of `PATCH /api/imports/{id}/rows/{row}`: texts for its cells, or kept for later, or taken up again. */
export type RowChange = {
  readonly given?: { readonly [column: string]: string }
  readonly state?: 'left' | 'open'
}

export type RowChanged = { readonly row: ImportRow; readonly counts: ImportCounts }

/** Body of `POST /api/imports/{id}/commit`; with `submit` the records go to review at once. */
export type ImportCommit = { readonly operation: string; readonly submit?: boolean }

/** `POST /api/imports/{id}/commit` */
export type ImportCommitted = {
  readonly operation: string
  readonly seq: number
  readonly added: number
  readonly updated: number
  /** Rows that stay for later. */
  readonly kept: number
}
