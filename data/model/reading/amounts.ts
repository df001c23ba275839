import type { Words } from '../words.ts'
import { chosenBy, isLooselyGrouped, type NumberStyle, numbersIn, shownNumber, styleShownBy } from './numbers.ts'
import { type Meaning, meaning, quoted, type Reading, read, readingOf, tidy, unread } from './reading.ts'

/** What a bare number in a column stands for, such as 1e6 under "anggaran (juta)". */
export const UNITS = [1, 1e3, 1e6, 1e9] as const
export type Unit = (typeof UNITS)[number]

export const UNIT_WORDS: { readonly [U in Unit]: Words } = {
  1: { id: 'rupiah', en: 'rupiah' },
  1e3: { id: 'ribu rupiah', en: 'thousand rupiah' },
  1e6: { id: 'juta rupiah', en: 'million rupiah' },
  1e9: { id: 'miliar rupiah', en: 'billion rupiah' },
}

/** `M` is miliar to an Indonesian and a million to an English reader. */
const SCALES: readonly (readonly [pattern: RegExp, scales: readonly number[]])[] = [
  [/^(?:ribu|rb|k|thousand)$/, [1e3]],
  [/^(?:juta|jt|million|mio|mn)$/, [1e6]],
  [/^(?:miliar|milyar|milliar|milyard|mlr|mlyr|billion|bn)$/, [1e9]],
  [/^m$/, [1e9, 1e6]],
  [/^(?:triliun|trilyun|tn|t|trillion)$/, [1e12]],
]

const scalesOf = (word: string): readonly number[] =>
  SCALES.find(([pattern]) => pattern.test(word.replace(/\.$/, '')))?.[1] ?? []

const MOST = 1e15
/** Below a million a bare number is seldom a budget: sheets count in thousands, millions or billions. */
const LEAST_BARE = 1e6
/** Nor is a sum of a few hundred, even with Rp before it. */
const LEAST_MARKED = 1e3
const MOST_LIKELY = 1e13

const shownRupiah = (value: number): Words => {
  const { id, en } = shownNumber(value)
  return { id: `Rp ${id}`, en: `Rp ${en}` }
}
const rupiah = (value: number): Meaning<number> => meaning(value, (sum) => shownRupiah(sum).id, shownRupiah)

/** Rupiah, with cents at most. */
const isMoney = (value: number): boolean =>
  value >= 0 && value <= MOST && Math.abs(value * 100 - Math.round(value * 100)) < 1e-4

type Sum = { readonly value: number; readonly style: NumberStyle }

/** What is counted has no thousandths: 1500.000 may be thousands, written by whoever marks them so. */
const countsIn = (digits: string, style: NumberStyle | null): readonly Sum[] => {
  const loose = digits.trim()
  if (!isLooselyGrouped(loose)) return chosenBy(numbersIn(digits), style)
  const thousands: Sum = { value: Number(loose.replace(/[.,]/, '')), style: loose.includes('.') ? 'id' : 'en' }
  return chosenBy([...numbersIn(loose), thousands], style)
}

/** Only Indonesians write 18,7 M, and mean miliar. */
const scalesBehind = (digits: string, word: string, style: NumberStyle | null): readonly number[] =>
  (style ?? styleShownBy(digits)) === 'id' ? scalesOf(word).slice(0, 1) : scalesOf(word)

/** The sums that `18,7 miliar` or `18 miliar 700 juta` can be; the larger unit comes first. */
const scaledSums = (
  parts: readonly (readonly [digits: string, word: string])[],
  style: NumberStyle | null,
): number[] => {
  let sums: readonly number[] = [0]
  let last = Number.POSITIVE_INFINITY
  for (const [digits, word] of parts) {
    const scales = scalesBehind(digits, word, style)
    if (scales.length === 0 || Math.max(...scales) >= last) return []
    last = Math.min(...scales)
    const found = countsIn(digits, style)
    sums = sums.flatMap((sum) => found.flatMap(({ value }) => scales.map((scale) => sum + value * scale)))
  }
  return sums.map((sum) => Math.round(sum))
}

const FOREIGN = /\b(?:usd|us\$|eur|sgd|myr|rm|aud|gbp|jpy)\b|[$€£¥]/i
const PARTS = /(\d[\d.,' ]*?) ?([a-z]+\.?)(?= |$)/gi

const noMoney = (text: string): Words => ({
  id: `${quoted(text)} bukan jumlah rupiah. Tulis misalnya 1.173.000.000 atau 18,7 miliar.`,
  en: `${quoted(text)} is not a sum of rupiah. Write for example 1.173.000.000 or 18.7 billion.`,
})
const foreign = (text: string): Words => ({
  id: `${quoted(text)} bukan rupiah. Tulis nilainya dalam rupiah.`,
  en: `${quoted(text)} is not in rupiah. Write its value in rupiah.`,
})
const negative = (text: string): Words => ({
  id: `${quoted(text)} kurang dari nol. Tulis anggaran tanpa tanda minus.`,
  en: `${quoted(text)} is below zero. Write the budget without a minus.`,
})
const whichUnit = (text: string): Words => ({
  id: `${quoted(text)} terlalu kecil untuk rupiah utuh, atau satuannya tidak tertulis. Pilih jumlah yang dimaksud.`,
  en: `${quoted(text)} is too small for whole rupiah, or its unit is not written. Choose the sum that is meant.`,
})
const whichSum = (text: string): Words => ({
  id: `${quoted(text)} dapat dibaca lebih dari satu cara. Pilih jumlah yang dimaksud.`,
  en: `${quoted(text)} can be read in more than one way. Choose the sum that is meant.`,
})

const readScaled = (text: string, rest: string, style: NumberStyle | null): Reading<number> => {
  const parts = [...rest.matchAll(PARTS)].map(
    ([, digits = '', word = '']) => [digits.trim(), word.toLowerCase()] as const,
  )
  if (rest.replace(PARTS, '').trim() !== '') return unread(noMoney(text))
  return readingOf(scaledSums(parts, style).filter(isMoney).map(rupiah), whichSum(text), noMoney(text))
}

/** Of things that are counted whole, three digits behind a mark are thousands, never thousandths: the larger reading. */
const counted = (digits: string, found: readonly number[]): readonly number[] =>
  found.length > 1 && !isLooselyGrouped(digits.trim()) ? [Math.max(...found)] : found

/** The same digits counted in rupiah, thousands, millions or billions. */
const sumsByUnit = (found: readonly number[]): readonly number[] =>
  [...new Set(found.flatMap((value) => UNITS.map((unit) => Math.round(value * unit * 100) / 100)))]
    .filter((sum) => Number.isInteger(sum) && sum >= LEAST_MARKED && sum <= MOST_LIKELY)
    .sort((a, b) => a - b)

const readBare = (text: string, digits: string, { style = null, unit = null }: AmountOptions, isMarked: boolean) => {
  const found = countsIn(digits, style).map(({ value }) => value)
  if (found.some((value) => value < 0)) return unread<number>(negative(text))
  if (unit !== null && unit > 1)
    return readingOf(
      found
        .map((value) => Math.round(value * unit))
        .filter(isMoney)
        .map(rupiah),
      whichSum(text),
      noMoney(text),
    )
  const least = unit === 1 ? 0 : isMarked ? LEAST_MARKED : LEAST_BARE
  const sums = counted(digits, found)
  const [sum, another] = sums.filter(isMoney)
  if (sum !== undefined && another !== undefined && Math.min(sum, another) >= least)
    return readingOf([sum, another].map(rupiah), whichSum(text), noMoney(text))
  if (sum === 0 || (sum !== undefined && sum >= least && (Number.isInteger(sum) || sum >= LEAST_MARKED)))
    return read(sum)
  return readingOf(sumsByUnit(sums).map(rupiah), whichUnit(text), noMoney(text))
}

export type AmountOptions = { readonly style?: NumberStyle | null; readonly unit?: Unit | null }

/**
 * Rupiah of a sum as people write it: `18,7 miliar`, `Rp 1.173.000.000,-`, `500 jt`. A bare number below a million is asked
 * about unless `unit` says what the column counts in.
 */
export const readRupiah = (text: string, { style = null, unit = null }: AmountOptions = {}): Reading<number> => {
  const given = tidy(text)
  if (FOREIGN.test(given)) return unread(foreign(text))
  const [, mark = '', rest = ''] = /^(rp\.?|idr)? ?(.*?)(?: ?rupiah)?(?:[.,] ?(?:-{1,2}|=)|=)?$/i.exec(given) ?? []
  if (/[a-z]/i.test(rest)) return readScaled(text, rest, style)
  return readBare(text, rest, { style, unit }, mark !== '' || /rupiah|[.,] ?-+$/i.test(given))
}

const PEOPLE =
  /^(.*?) ?(?:(?<![a-z])(?:orang|jiwa|org|peserta|penerima(?: manfaat)?|warga|siswa|murid|anak|guru|petani|nelayan|ibu|balita|people|persons?|beneficiaries))?$/i
const HOUSEHOLDS = /\b(?:kk|rumah tangga|rt|keluarga|households?|hh|families)\b/i
const MOST_PEOPLE = 1e9

const shownPeople = (value: number): Words => {
  const { id, en } = shownNumber(value)
  return { id: `${id} orang`, en: `${en} people` }
}
const people = (value: number): Meaning<number> => meaning(value, (count) => `${count} orang`, shownPeople)
const noPeople = (text: string): Words => ({
  id: `${quoted(text)} bukan jumlah orang. Tulis bilangan bulat, misalnya 1500.`,
  en: `${quoted(text)} is not a number of people. Write a whole number such as 1500.`,
})
const households = (text: string): Words => ({
  id: `${quoted(text)} menghitung keluarga, bukan orang. Tulis jumlah orangnya.`,
  en: `${quoted(text)} counts households, not people. Write how many people they are.`,
})

/** Whole people: `1.500 jiwa` is 1500, because half a person is nobody. */
export const readPeople = (text: string, { style = null, unit = null }: AmountOptions = {}): Reading<number> => {
  const given = tidy(text)
  if (HOUSEHOLDS.test(given)) return unread(households(text))
  const [, amount = ''] = PEOPLE.exec(given) ?? []
  const [, digits = '', word = ''] = /^(.*?) ?([a-z]+\.?)?$/i.exec(amount) ?? []
  const scales = word === '' ? [unit ?? 1] : scalesBehind(digits, word.toLowerCase(), style)
  const found = countsIn(digits, style).map(({ value }) => value)
  const whole = scales
    .flatMap((scale) =>
      (scale === 1 ? counted(digits, found) : found).map((value) => Number((value * scale).toFixed(6))),
    )
    .filter((value) => Number.isInteger(value) && value >= 0 && value <= MOST_PEOPLE)
  return readingOf(whole.map(people), whichPeople(text), noPeople(text))
}

const whichPeople = (text: string): Words => ({
  id: `${quoted(text)} dapat dibaca dua cara. Pilih jumlah orang yang dimaksud.`,
  en: `${quoted(text)} can be read in two ways. Choose the number of people that is meant.`,
})
