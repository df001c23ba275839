import type { SiteGeometry } from '../../../data/model/activity.ts'
import type { ImportFormat } from '../../../data/model/importing.ts'
import type { Words } from '../../../data/model/words.ts'

/** A place that came with a row, in WGS 84. `fault` says why it cannot be used, `note` what will be mended. */
export type RawSite = { readonly geometry: SiteGeometry; readonly fault: Words | null; readonly note: Words | null }

/** One record of a file as it was written, before anybody knows what it means. */
export type RawRow = {
  /** Counted as the file counts them, from 1. */
  readonly row: number
  /** In the order of the columns; empty where nothing was written. */
  readonly cells: readonly string[]
  /** Columns whose cell was a number in the file, not a text that looks like one. */
  readonly numeric: readonly number[]
  readonly sites: readonly RawSite[]
  readonly fault: Words | null
}

/** What is known of a file besides its rows. */
export type RawTable = {
  readonly format: ImportFormat
  readonly layer: string | null
  readonly layers: readonly string[]
  /** Several layers have data and nothing says which is meant. */
  readonly mustChooseLayer: boolean
  readonly encoding: string
  /** The same bytes in the encodings that may have been meant, where that is in doubt. */
  readonly encodings: readonly { readonly encoding: string; readonly example: string }[]
  readonly separator: string | null
  /** Such as `EPSG:32749`; null where positions come from columns, or the file does not say. */
  readonly crs: string | null
  /** Positions that are no degrees, in a file that does not say what they are. */
  readonly mustChooseCrs: boolean
  readonly columns: readonly string[]
  /** HXL hashtags in the order of the columns; null where the file has none. */
  readonly hxl: readonly string[] | null
  readonly headerRow: number | null
}

/** A file as its reader hands it over: what it is, then its rows one after the other. */
export type RawFile = { readonly table: RawTable; readonly rows: Iterable<RawRow> }

/** What a person chose after a first reading. */
export type ReadChoices = {
  readonly layer?: string
  readonly encoding?: string
  readonly crs?: string
}

export const ALL_LAYERS = '*'
