import type { Activity } from '../../../data/model/activity.ts'
import type { Span } from '../../../data/model/period.ts'
import type { Finding } from '../../../data/model/work.ts'

const MILLION = 1_000_000
/** Below this a whole activity was most likely written in millions; above, with three zeros too many. */
const SMALLEST_LIKELY_IDR = 100_000
const LARGEST_LIKELY_IDR = 1e12
/** More for each person than a small house costs. */
const MOST_FOR_ONE_IDR = 500 * MILLION
const LONGEST_YEARS = 15

const rupiah = (amount: number, language: 'id' | 'en'): string =>
  `Rp ${amount.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 0 })}`

const question = (name: string, field: string, id: string, en: string, remedy?: Finding['remedy']): Finding => ({
  field,
  severity: 'question',
  name,
  words: { id, en },
  ...(remedy ? { remedy } : {}),
})

const budgetOf = (budgetIdr: number): Finding[] => {
  if (budgetIdr > 0 && budgetIdr < SMALLEST_LIKELY_IDR) {
    const meant = budgetIdr * MILLION
    return [
      question(
        'budget',
        'budgetIdr',
        `Anggaran tertulis ${rupiah(budgetIdr, 'id')}. Maksudnya ${rupiah(meant, 'id')}?`,
        `The budget reads ${rupiah(budgetIdr, 'en')}. Is ${rupiah(meant, 'en')} meant?`,
        { words: { id: rupiah(meant, 'id'), en: rupiah(meant, 'en') }, value: meant },
      ),
    ]
  }
  if (budgetIdr <= LARGEST_LIKELY_IDR) return []
  return [
    question(
      'budget',
      'budgetIdr',
      `Anggaran tertulis ${rupiah(budgetIdr, 'id')}, lebih dari satu triliun. Periksa jumlah nolnya.`,
      `The budget reads ${rupiah(budgetIdr, 'en')}, more than a trillion. Check how many zeros it has.`,
    ),
  ]
}

/** Amounts that are possible and unlikely: asked about, never changed. */
export const sumsOf = ({ budgetIdr, beneficiaries }: Pick<Activity, 'budgetIdr' | 'beneficiaries'>): Finding[] => {
  const found = budgetIdr === undefined ? [] : budgetOf(budgetIdr)
  const each = budgetIdr && beneficiaries ? budgetIdr / beneficiaries : 0
  if (found.length > 0 || each <= MOST_FOR_ONE_IDR) return found
  return [
    question(
      'budget',
      'beneficiaries',
      `Anggaran ini ${rupiah(each, 'id')} untuk tiap orang. Periksa anggaran dan jumlah penerima manfaatnya.`,
      `This budget is ${rupiah(each, 'en')} for each person. Check the budget and the number of people reached.`,
    ),
  ]
}

/** An end before the beginning keeps a record from review; a very long one is asked about. */
export const periodOf = ({ start, end }: Span): Finding[] => {
  if (start === '' || end === null) return []
  if (end < start)
    return [
      {
        field: 'period',
        severity: 'error',
        name: 'period',
        words: {
          id: 'Tanggal selesai lebih awal daripada tanggal mulai. Tukar, atau perbaiki salah satunya.',
          en: 'The end is before the beginning. Swap them, or correct one.',
        },
        remedy: {
          words: { id: `${end} sampai ${start}`, en: `${end} to ${start}` },
          value: { start: end, end: start },
        },
      },
    ]
  const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4))
  return years <= LONGEST_YEARS
    ? []
    : [
        question(
          'period',
          'period.end',
          `Kegiatan ini berjalan ${years} tahun. Periksa tahun selesainya.`,
          `This work runs for ${years} years. Check the year of its end.`,
        ),
      ]
}
