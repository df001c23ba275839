/** What people write behind a sum; `M` is miliar in Indonesia, never a million. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:ribu|rb|k|thousand)$/, 1e3],
  [/^(?:juta|jt|million|mio)$/, 1e6],
  [/^(?:miliar|milyar|milliar|m|mlr|billion|bn)$/, 1e9],
  [/^(?:triliun|trilyun|t|trillion)$/, 1e12],
]

const scaleOf = (word: string): number | null =>
  word === '' ? 1 : (SCALES.find(([pattern]) => pattern.test(word))?.[1] ?? null)

const GROUPED = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/
const FRACTION = /^(\d+)[.,](\d+)$/

/** `1.173.000.000,50` -> 1173000000.5; a lone dot before three digits parts thousands, unless a scale word follows a comma. */
const numberOf = (digits: string, scaled: boolean): number | null => {
  if (/^\d+$/.test(digits)) return Number(digits)
  const whole = /^(.*\d)([.,])(\d{1,2})$/.exec(digits)
  if (whole && GROUPED.test(whole[1] ?? '') && !whole[1]?.includes(whole[2] ?? ''))
    return Number(`${whole[1]?.replace(/\D/g, '')}.${whole[3]}`)
  const isDecimalComma = scaled && /^\d+,\d+$/.test(digits)
  if (GROUPED.test(digits) && !isDecimalComma) return Number(digits.replace(/\D/g, ''))
  const fraction = FRACTION.exec(digits)
  return fraction && (scaled || (fraction[2]?.length ?? 0) <= 2) ? Number(`${fraction[1]}.${fraction[2]}`) : null
}

const MOST = 1e15

/** Whole rupiah of a sum as people write it: `18,7 miliar`, `Rp 1.173.000.000`, `500 jt`; null when it cannot be read. */
export const parseRupiah = (text: string): number | null => {
  const [, digits = '', word = ''] =
    /^(?:rp\.?|idr)?\s*([\d.,\s]*\d)\s*([a-z]*)(?:\s*rupiah)?\s*,?-?$/i.exec(text.trim()) ?? []
  const scale = scaleOf(word.toLowerCase().replace(/^rupiah$/, ''))
  const number = scale === null ? null : numberOf(digits, scale > 1)
  if (scale === null || number === null) return null
  const rupiah = Math.round(number * scale)
  return rupiah <= MOST ? rupiah : null
}

/** Whole people or things: `1.250`, `1 250` and `1250` are the same number; null when it cannot be read. */
export const parseCount = (text: string): number | null => {
  const digits = text.trim()
  const number = /^\d+$/.test(digits) || GROUPED.test(digits) ? Number(digits.replace(/\D/g, '')) : null
  return number !== null && number <= 1e9 ? number : null
}
