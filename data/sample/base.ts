import type { RecordBase } from '../model/record.ts'
import type { Random } from './random.ts'

export const numbered = (prefix: string, number: number, digits: number): string =>
  `${prefix}-${String(number).padStart(digits, '0')}`

/** Most records were confirmed this year, some long ago: stale data has to be seen. */
const confirmedDay = (random: Random): string => {
  const year = random.chance(0.62) ? 2026 : random.chance(0.7) ? 2025 : 2024
  const month = random.whole(1, year === 2026 ? 11 : 12)
  return `${year}-${String(month).padStart(2, '0')}-${String(random.whole(1, 20)).padStart(2, '0')}`
}

export const sampleBase = (id: string, random: Random): RecordBase => ({
  id,
  origin: 'sample',
  source: { text: 'Data contoh' },
  enteredBy: 'contoh',
  confirmed: confirmedDay(random),
  verification: 'verified',
  visibility: 'public',
})
