import type { GdalRun } from './gdal_forms.ts'

/** What the thread is given: a folder with a source that GDAL opens, what to make of it, and how to finish. */
export type GdalErrand = {
  readonly folder: string
  readonly runs: readonly GdalRun[]
  /** The made files and these texts as one archive. */
  readonly archive: Readonly<Record<string, string>> | null
  readonly insert: { readonly after: string; readonly text: string } | null
}

export type GdalTold =
  | { readonly kind: 'loaded' }
  /** The name of the made file in the folder. */
  | { readonly kind: 'done'; readonly file: string }
  /** `code` of the disk where that was at fault, else empty. */
  | { readonly kind: 'fault'; readonly fault: string; readonly code: string }
