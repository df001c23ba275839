import type { Finding } from '../../data/model/work.ts'
import { quote } from '../problems.ts'
import { fault } from './faults.ts'

/** Texts that may be long. */
const LONG = /(^|\.)(note|notes|outcome|text|wording|resources|reason|view|after)$/
const LONGEST = 500
const LONGEST_LONG = 4_000
const MOST_ITEMS = 500
const MOST_CELLS = 5_000
/** A quadrillion rupiah is a third of the budget of the republic. */
const LARGEST = 1e15
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

const textFault = (field: string, text: string): Finding | null => {
  const most = LONG.test(field) ? LONGEST_LONG : LONGEST
  if (text.length > most)
    return fault(field, 'too_long', {
      id: `Isian ${quote(field)} berisi ${text.length} karakter; paling banyak ${most}. Persingkat lalu kirim lagi.`,
      en: `Field ${quote(field)} holds ${text.length} characters; at most ${most} are taken. Shorten it and send again.`,
    })
  if (CONTROL.test(text))
    return fault(field, 'control', {
      id: `Isian ${quote(field)} memuat karakter kendali. Ketik ulang tanpa menyalin dari berkas lain.`,
      en: `Field ${quote(field)} contains control characters. Type it again instead of copying it.`,
    })
  return null
}

const numberFault = (field: string, value: number): Finding | null =>
  Number.isFinite(value) && Math.abs(value) <= LARGEST
    ? null
    : fault(field, 'too_large', {
        id: `Isian ${quote(field)} bukan bilangan yang masuk akal. Periksa jumlah nolnya.`,
        en: `Field ${quote(field)} is no sensible number. Check how many zeros it has.`,
      })

const listFault = (field: string, count: number): Finding | null => {
  const most = field === 'cells' ? MOST_CELLS : MOST_ITEMS
  return count <= most
    ? null
    : fault(field, 'too_many', {
        id: `Isian ${quote(field)} memuat ${count} butir; paling banyak ${most}. Bagi menjadi beberapa catatan.`,
        en: `Field ${quote(field)} holds ${count} items; at most ${most} are taken. Divide it into several records.`,
      })
}

/** Everything in a record that is longer, larger or more than anything real; shapes have limits of their own. */
export const limitsOf = (value: unknown, field = ''): Finding[] => {
  if (typeof value === 'string') return [textFault(field, value)].filter((one) => one !== null)
  if (typeof value === 'number') return [numberFault(field, value)].filter((one) => one !== null)
  const inside = (name: string) => (field ? `${field}.${name}` : name)
  if (Array.isArray(value)) {
    const many = listFault(field, value.length)
    return many ? [many] : value.flatMap((one, index) => limitsOf(one, inside(`${index}`)))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => (name === 'geometry' ? [] : limitsOf(one, inside(name))))
}
