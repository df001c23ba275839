import type { DashboardTable } from '../../data/model/dashboard_tables.ts'
import { writeTable } from './csv.ts'

/** What every row of a table stands on: where, when, at which position of the journal. */
export type TableAbout = { readonly region: string; readonly period: string; readonly as_of: number }

/** One row a row of the table; what is not stated is empty. */
export const writeDashboardCsv = ({ columns, rows }: DashboardTable, about: TableAbout): string =>
  writeTable<string>(
    [...columns.map(({ id }) => id), ...Object.keys(about)],
    rows.map((row) => ({ ...Object.fromEntries(columns.map(({ id }, at) => [id, row[at] ?? ''])), ...about })),
  )
