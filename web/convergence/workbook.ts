import type { ConvergenceAnswer, PartyList } from '../../data/model/convergence_answer.ts'
import type { Text } from '../text/useText.ts'
import { asksOf } from './asks.ts'
import { partyNameIn } from './names.ts'

const bold = (value: string) => ({ value, fontWeight: 'bold' as const, wrap: true })

/** The list for one party as a spreadsheet, with what it stands on beside it. */
export const writeWorkbook = async (answer: ConvergenceAnswer, list: PartyList, text: Text): Promise<void> => {
  const { say, date } = text
  const { default: writeXlsxFile } = await import('write-excel-file/browser')
  const columns = [
    { heading: say('convergence.list.number'), width: 6 },
    { heading: say('convergence.list.kind'), width: 14 },
    { heading: say('convergence.list.place'), width: 30 },
    { heading: say('convergence.list.ask'), width: 60 },
    { heading: say('convergence.list.standing'), width: 20 },
    { heading: say('convergence.list.basis'), width: 40 },
    { heading: say('convergence.list.answer'), width: 30 },
  ]
  const rows = asksOf(answer, list, text).map(({ kind, places, words, standing, basis }, at) =>
    [at + 1, say(`convergence.list.kind.${kind}`), places, words, standing, basis, ''].map((value) => ({ value })),
  )
  const notes = [
    [say('convergence.list.to'), partyNameIn(answer, list.party)],
    [say('convergence.programme'), answer.programme?.title ?? ''],
    [say('convergence.list.date'), date(answer.asOf.time)],
    ...(answer.sample ? [[say('convergence.sample'), say('convergence.sheet.sample')]] : []),
  ] as const
  await writeXlsxFile([
    {
      sheet: say('convergence.list.sheet'),
      data: [columns.map(({ heading }) => bold(heading)), ...rows],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    },
    {
      sheet: say('convergence.list.notes'),
      data: notes.map(([name, value]) => [bold(name!), { value: value! }]),
      columns: [{ width: 28 }, { width: 80 }],
    },
  ]).toFile(`daftar-konvergensi_${list.party}_${answer.today}.xlsx`)
}
