import type { ImportChoices, ImportCounts } from '../../data/model/importing.ts'
import type { Words } from '../../data/model/words.ts'
import type { Edits } from './judging/cells.ts'

/** What is kept of an import besides the file itself: everything that people decided about it. */
export type StoredImport = {
  readonly id: string
  /** Whose it is: of an organisation, or of Sekber. */
  readonly room: string
  readonly file: string
  /** ISO, UTC. */
  readonly created: string
  /** Null until the file was read for the first time. */
  readonly choices: ImportChoices | null
  readonly edits: { readonly [row: number]: Edits }
  readonly left: readonly number[]
  /** The record that each row became. */
  readonly done: { readonly [row: number]: string }
  /** A batch that was on its way to the journal; the journal says whether it came there. */
  readonly underWay: { readonly operation: string; readonly rows: { readonly [row: number]: string } } | null
  readonly operation: string | null
  readonly counts: ImportCounts
  readonly fault: Words | null
}

export const NO_COUNTS: ImportCounts = { good: 0, faulty: 0, asked: 0, left: 0, done: 0, updates: 0 }
