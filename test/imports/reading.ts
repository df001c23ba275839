import type { RawRow, RawTable, ReadChoices } from '../../server/imports/reading/table.ts'
import { readInThread } from '../../server/imports/reading/thread.ts'

export type Whole = { readonly table: RawTable; readonly rows: readonly RawRow[] }

/** A file read to its end in the real thread. */
export const readWhole = async (
  bytes: Uint8Array | string,
  choices: ReadChoices = {},
  limitMs = 30_000,
): Promise<Whole> => {
  let table: RawTable | null = null
  const rows: RawRow[] = []
  const faults: unknown[] = []
  await readInThread(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes), choices, {
    onTable: (found) => {
      table = found
    },
    onRows: (found) => rows.push(...found),
    signal: new AbortController().signal,
    report: (error) => faults.push(error),
    limitMs,
  })
  if (!table || faults.length > 0) throw new Error(`The thread told no table: ${faults.join(', ')}`)
  return { table, rows }
}

/** Each row as an object by its columns, blanks left out. */
export const asObjects = ({ table, rows }: Whole): Record<string, string>[] =>
  rows.map(({ cells }) =>
    Object.fromEntries(table.columns.map((name, at) => [name, cells[at] ?? '']).filter(([, cell]) => cell !== '')),
  )
