import { type ReactNode, useState } from 'react'
import type { DashboardTable } from '../../data/model/dashboard_tables.ts'
import { useText } from '../text/useText.ts'

/** A table under the name of its sheet and file; `notes` say what it stands on. */
export type Sheet = {
  readonly name: string
  readonly file: string
  readonly table: DashboardTable
  readonly notes: readonly (readonly [string, string | number])[]
}

const COLUMN_WIDTH = 18
/** What a spreadsheet program takes as the name of a sheet. */
const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)

type Props = {
  readonly look: 'link' | 'button-quiet'
  readonly name: string
  readonly sheets: () => readonly Sheet[]
  readonly children: ReactNode
}

/** Writes the tables as they are on screen into one workbook. */
export const Xlsx = ({ look, name, sheets, children }: Props) => {
  const { language } = useText()
  const [isBusy, setBusy] = useState(false)
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const, wrap: true })
  const cell = (value: string | number | null) => (value === null || value === '' ? null : { value })
  const write = async () => {
    setBusy(true)
    try {
      const { default: writeXlsxFile } = await import('write-excel-file/browser')
      const given = sheets()
      const [first] = given
      await writeXlsxFile([
        ...given.map(({ name: title, table: { columns, rows } }) => ({
          sheet: sheetName(title),
          data: [columns.map(({ label }) => bold(label[language])), ...rows.map((row) => row.map(cell))],
          columns: columns.map(() => ({ width: COLUMN_WIDTH })),
          stickyRowsCount: 1,
        })),
        {
          sheet: language === 'id' ? 'Keterangan' : 'Notes',
          data: first!.notes.map(([label, value]) => [bold(label), cell(value)]),
          columns: [{ width: 32 }, { width: 60 }],
        },
      ]).toFile(`${first!.file}.xlsx`)
    } finally {
      setBusy(false)
    }
  }
  return (
    <button type="button" className={look} aria-label={name} disabled={isBusy} onClick={() => void write()}>
      {children}
    </button>
  )
}
