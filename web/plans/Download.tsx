import { useState } from 'react'
import { sharesOf } from '../../data/model/plan_figures.ts'
import { useText } from '../text/useText.ts'
import type { FaceProps } from './Faces.tsx'
import { actionColumns, type Cell, linesOf, shareColumns } from './workbook.ts'

type Props = Pick<FaceProps, 'desk' | 'names' | 'on'>

const bold = (value: Cell) => (value === null ? null : { value, fontWeight: 'bold' as const, wrap: true })
const plain = (value: Cell) => (value === null ? null : { value })
const styled = ([head = [], ...rest]: readonly (readonly Cell[])[]) => [
  head.map(bold),
  ...rest.map((line) => line.map(plain)),
]

/** The plan as it is on screen, unsaved changes included, as a spreadsheet. */
export const Download = ({ desk: { plan }, names, on }: Props) => {
  const text = useText()
  const { say } = text
  const [isBusy, setBusy] = useState(false)
  const write = async () => {
    setBusy(true)
    try {
      const { default: writeXlsxFile } = await import('write-excel-file/browser')
      const [actions, shares] = [actionColumns(names, on, text), shareColumns(names, text)]
      const notes: readonly (readonly Cell[])[] = [
        [say('plans.field.name'), plan.name],
        [say('plans.sheet.on'), on],
        [say('plans.field.places'), plan.places.map((code) => `${names.place(code)} (${code})`).join(', ')],
        [say('plans.field.source'), plan.source.text],
        ...(plan.origin === 'sample' ? [[say('plans.sheet.sample')]] : []),
      ]
      await writeXlsxFile([
        {
          sheet: say('plans.sheet.actions'),
          data: styled(linesOf(actions, plan.actions)),
          columns: actions.map(({ width }) => ({ width })),
          stickyRowsCount: 1,
        },
        {
          sheet: say('plans.sheet.shares'),
          data: styled(linesOf(shares, sharesOf(plan.actions))),
          columns: shares.map(({ width }) => ({ width })),
          stickyRowsCount: 1,
        },
        {
          sheet: say('plans.sheet.notes'),
          data: notes.map((line) => line.map(plain)),
          columns: [{ width: 26 }, { width: 70 }],
        },
      ]).toFile(`rencana-aksi_${plan.id || 'baru'}_${on}.xlsx`)
    } finally {
      setBusy(false)
    }
  }
  return (
    <button type="button" className="button-quiet" disabled={isBusy} onClick={() => void write()}>
      {say('plans.xlsx')}
    </button>
  )
}
