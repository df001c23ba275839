import type { RowFinding } from '../../../data/model/importing.ts'
import type { Span } from '../../../data/model/period.ts'
import { datesIn } from '../../../data/model/reading/dates.ts'
import { type Days, shownDays } from '../../../data/model/reading/days.ts'
import { readSpan } from '../../../data/model/reading/spans.ts'
import type { Words } from '../../../data/model/words.ts'
import { periodOf as checkPeriod } from '../../work/checks/sums.ts'
import type { Cell, RowCells } from './cells.ts'
import type { Plan } from './plan.ts'
import { type Settled, say, settleOnly, told } from './settle.ts'

const NO_START: Words = {
  id: 'Waktu mulai kosong. Isi tanggal, bulan atau tahunnya.',
  en: 'No beginning is given. Write its date, month or year.',
}
const NO_END: Words = {
  id: 'Waktu selesai kosong: kegiatan dianggap belum berakhir. Isi bila sudah diketahui.',
  en: 'No end is given: the work counts as open-ended. Write it if it is known.',
}
const twoPeriods = (period: Days, start: string): Words => ({
  id: `Periode (${shownDays(period).id}) tidak memuat waktu mulai ${shownDays({ from: start, to: start }).id}. Perbaiki salah satunya.`,
  en: `The period (${shownDays(period).en}) does not hold the beginning ${shownDays({ from: start, to: start }).en}. Correct one of them.`,
})

const read = (plan: Plan) => (cell: Cell) => (text: string) => readSpan(text, plan.datesOf(cell.at))

/** A range in the cell of the beginning says the end as well; a month or a year there does not. */
const saysEnd = (cells: readonly Cell[]): boolean => cells[0] !== undefined && datesIn(cells[0].text).length === 0

const outside = (period: Days, start: string): boolean =>
  start < period.from || (period.to !== null && start > period.to)

/** When the work begins and ends, from two columns or one. */
export const spanOf = (row: RowCells, plan: Plan): Settled<Span> => {
  const [startCells, endCells, periodCells] = [row.of('start'), row.of('end'), row.of('period')]
  const [start, end, period] = [
    settleOnly('period.start', startCells, read(plan)),
    settleOnly('period.end', endCells, read(plan)),
    settleOnly('period', periodCells, read(plan)),
  ]
  const findings: RowFinding[] = [...start.findings, ...end.findings, ...period.findings]
  const isUnsaid = startCells.length + endCells.length + periodCells.length === 0
  const usual = isUnsaid ? plan.defaults.period : null
  const from = start.value?.from ?? period.value?.from ?? usual?.from
  if (from === undefined)
    return {
      value: null,
      findings: findings.length > 0 ? findings : [say('error', 'period.start', 'missing', NO_START)],
    }
  const ended = end.value ?? (saysEnd(startCells) ? start.value : null) ?? period.value ?? usual
  const to = ended?.to ?? null
  if (start.value && period.value && outside(period.value, start.value.from))
    findings.push(say('error', 'period', 'period', twoPeriods(period.value, start.value.from), periodCells[0]!.column))
  if (!ended && end.findings.length === 0 && period.findings.length === 0)
    findings.push(say('warning', 'period.end', 'open', NO_END))
  const column = (endCells[0] ?? periodCells[0] ?? startCells[0])?.column ?? null
  const span = { start: from, end: to }
  findings.push(
    ...checkPeriod(span).map((finding) =>
      told(finding, column, finding.severity === 'question' ? [] : swapRemedy(startCells, endCells)),
    ),
  )
  return { value: span, findings }
}

const swapRemedy = ([start]: readonly Cell[], [end]: readonly Cell[]) =>
  start && end
    ? [
        {
          words: { id: 'Tukar mulai dan selesai', en: 'Swap beginning and end' },
          given: { [start.column]: end.text, [end.column]: start.text },
        },
      ]
    : []
