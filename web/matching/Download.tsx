import { useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { MatchDeskAnswer } from '../../data/model/matching.ts'
import { useText } from '../text/useText.ts'
import { allProposals } from './proposals.ts'
import type { MeetingDesk } from './useMeetingDesk.ts'
import { type Cell, columnsOf, notesOf } from './workbook.ts'

type Props = { readonly shown: MeetingDesk; readonly desk: MatchDeskAnswer; readonly context: ContextAnswer }

const bold = (value: string) => ({ value, fontWeight: 'bold' as const, wrap: true })
const cell = (value: Cell) => (value === null ? null : { value })

/** The list as it is on screen, filters and decisions included, as a spreadsheet. */
export const Download = ({ shown, desk, context }: Props) => {
  const text = useText()
  const [isBusy, setBusy] = useState(false)
  const write = async () => {
    setBusy(true)
    try {
      const { default: writeXlsxFile } = await import('write-excel-file/browser')
      const columns = columnsOf(desk, context, text)
      const proposals = allProposals(shown.targets, desk.side, shown.decisionOf)
      const rows = proposals.map((one, at) => columns.map(({ of }) => cell(of(one, at))))
      await writeXlsxFile([
        {
          sheet: text.say('matching.sheet.list'),
          data: [columns.map(({ heading }) => bold(heading)), ...rows],
          columns: columns.map(({ width }) => ({ width })),
          stickyRowsCount: 1,
        },
        {
          sheet: text.say('matching.sheet.notes'),
          data: notesOf(desk, context, text).map(([name, value]) => [bold(name), cell(value)]),
          columns: [{ width: 32 }, { width: 60 }],
        },
      ]).toFile(`usulan-kolaborasi_${desk.organisation.id}_${desk.period.replace('/', '-')}.xlsx`)
    } finally {
      setBusy(false)
    }
  }
  return (
    <button type="button" className="button-quiet" disabled={isBusy} onClick={() => void write()}>
      {text.say('matching.xlsx')}
    </button>
  )
}
