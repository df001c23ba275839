import type { Words } from '../../../data/model/words.ts'
import type { RawRow, RawTable, ReadChoices } from './table.ts'

/** What the thread is given. */
export type Errand = { readonly bytes: Uint8Array; readonly choices: ReadChoices }

/** What the thread tells, in this order: that a library is there, the table once, rows in portions, and how it ended. */
export type Told =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'table'; readonly table: RawTable }
  | { readonly kind: 'rows'; readonly rows: readonly RawRow[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly words: Words }
  | { readonly kind: 'fault'; readonly fault: string }
