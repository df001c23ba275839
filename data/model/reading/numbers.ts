import { type Meaning, quoted, type Reading, readingOf, tidy } from './reading.ts'

/** `id` writes 1.500,5 and `en` writes 1,500.5. */
export const NUMBER_STYLES = ['id', 'en'] as const
export type NumberStyle = (typeof NUMBER_STYLES)[number]

const MARKS: { readonly [S in NumberStyle]: { readonly group: string; readonly point: string } } = {
  id: { group: '.', point: ',' },
  en: { group: ',', point: '.' },
}
const LONGEST = 40
/** Whole numbers are exact up to here. */
const MOST = 1e15

/** Groups of three begin with no zero: 0.500 is a half. */
const grouped = (mark: string): RegExp => new RegExp(`^[1-9]\\d{0,2}(?:${mark}\\d{3})+$`)
const GROUPED: { readonly [mark: string]: RegExp } = {
  '.': grouped('\\.'),
  ',': grouped(','),
  ' ': grouped(' '),
  "'": grouped("'"),
}

const wholeOf = (text: string, mark: string): number | null => {
  if (/^\d+$/.test(text)) return Number(text)
  const group = [mark, ' ', "'"].find((one) => GROUPED[one]?.test(text))
  return group === undefined ? null : Number(text.replaceAll(group, ''))
}

const numberIn = (digits: string, style: NumberStyle): number | null => {
  const { group, point } = MARKS[style]
  const [before = '', fraction, ...more] = digits.split(point)
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null
  const whole = wholeOf(before, group)
  if (whole === null || whole > MOST) return null
  return fraction === undefined ? whole : Number(`${whole}.${fraction}`)
}

/** Written so that no style reads it otherwise: a fraction of three digits gets a fourth. */
export const plainNumber = (value: number, style: NumberStyle = 'id'): string => {
  const [whole = '', fraction = ''] = `${value}`.split('.')
  return fraction === '' ? whole : `${whole}${MARKS[style].point}${fraction.length === 3 ? `${fraction}0` : fraction}`
}

// Made once: toLocaleString makes a format for every number, a fifth of a millisecond each.
const [SHOWN_ID, SHOWN_EN] = ['id-ID', 'en-GB'].map(
  (language) => new Intl.NumberFormat(language, { maximumFractionDigits: 9 }),
) as [Intl.NumberFormat, Intl.NumberFormat]

/** As each language shows it, with its groups. */
export const shownNumber = (value: number): { readonly id: string; readonly en: string } => ({
  id: SHOWN_ID.format(value),
  en: SHOWN_EN.format(value),
})

/** Every number that the text can be, in the order of the styles; empty where it is none. */
export const numbersIn = (text: string): readonly { readonly value: number; readonly style: NumberStyle }[] => {
  const [, sign = '', digits = ''] = /^([+-]?) ?(.*)$/.exec(tidy(text)) ?? []
  if (digits.length === 0 || digits.length > LONGEST) return []
  return NUMBER_STYLES.flatMap((style) => {
    const size = numberIn(digits, style)
    return size === null ? [] : [{ value: sign === '-' ? 0 - size : size, style }]
  })
}

/**
 * Three digits behind a mark and four or more before it, 1500.000: a fraction, or thousands of which only the last are
 * marked.
 */
export const isLooselyGrouped = (digits: string): boolean => /^\d{4,}[.,]\d{3}$/.test(digits)

/** Which style alone can read the text; null where both do, or none. */
export const styleShownBy = (text: string): NumberStyle | null => {
  if (isLooselyGrouped(text)) return null
  const found = numbersIn(text)
  const differ = found.length > 0 && !(found.length === 2 && found[0]!.value === found[1]!.value)
  return differ && found.length === 1 ? found[0]!.style : null
}

export const askedOfNumber = (text: string) => ({
  id: `${quoted(text)} dapat dibaca dua cara. Pilih bilangan yang dimaksud.`,
  en: `${quoted(text)} can be read in two ways. Choose the number that is meant.`,
})

const noNumber = (text: string) => ({
  id: `${quoted(text)} bukan bilangan. Tulis misalnya 1500 atau 1.500,5.`,
  en: `${quoted(text)} is not a number. Write for example 1500 or 1,500.5.`,
})

/** Only what the style wrote, where the text can be read in both; a text that one style alone can read is read by it. */
export const chosenBy = <N extends { readonly style: NumberStyle }>(
  found: readonly N[],
  style: NumberStyle | null,
): readonly N[] => (found.length === 2 && style ? found.filter((one) => one.style === style) : found)

export const readNumber = (text: string, style: NumberStyle | null = null): Reading<number> => {
  const meanings = chosenBy(numbersIn(text), style).map(
    ({ value }): Meaning<number> => ({ value, text: plainNumber(value), words: shownNumber(value) }),
  )
  return readingOf(meanings, askedOfNumber(text), noNumber(text))
}
