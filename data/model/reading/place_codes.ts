import { type Code, parseCode } from '../codes.ts'
import type { Words } from '../words.ts'
import { type Meaning, quoted, type Reading, read, readingOf, tidy, unread } from './reading.ts'

export const CODE_SYSTEMS = ['kemendagri', 'bps'] as const
export type CodeSystem = (typeof CODE_SYSTEMS)[number]

/** A regency's number in the statistics of BPS beside its official code. */
export type BpsRegency = { readonly bps: string; readonly code: Code; readonly name: string }

export type KnownCodes = {
  readonly bps: readonly BpsRegency[]
  /** The official name of a code; null where none is known. */
  nameOf(code: Code): string | null
}

const dotted = (digits: string): Code | null =>
  parseCode(
    digits.replace(/^(\d{2})(\d{2})?(\d{2})?(\d{4})?$/, (_, ...parts) => parts.slice(0, 4).filter(Boolean).join('.')),
  )

const named = (code: Code, { nameOf }: KnownCodes): string => {
  const name = nameOf(code)
  return name === null ? code : `${code} (${name})`
}

const kemendagriMeaning = (code: Code, known: KnownCodes): Meaning<Code> => {
  const words = `Kemendagri ${named(code, known)}`
  return { value: code, text: code, words: { id: words, en: words } }
}
const bpsMeaning = ({ bps, code, name }: BpsRegency): Meaning<Code> => ({
  value: code,
  text: code,
  words: {
    id: `BPS ${bps} (${name}), yaitu Kemendagri ${code}`,
    en: `BPS ${bps} (${name}), that is Kemendagri ${code}`,
  },
})

const noCode = (text: string): Words => ({
  id: `${quoted(text)} bukan kode wilayah. Tulis kode Kemendagri bertitik, misalnya 61.05 atau 61.05.01.2007, atau nama desanya.`,
  en: `${quoted(text)} is not a place code. Write a dotted Kemendagri code, such as 61.05 or 61.05.01.2007, or the name of the village.`,
})
const twoSystems = (text: string, readings: readonly string[]): Words => ({
  id: `${quoted(text)} bermakna lain menurut Kemendagri dan BPS: ${readings.join(' atau ')}. Pilih yang dimaksud.`,
  en: `${quoted(text)} means different places to Kemendagri and BPS: ${readings.join(' or ')}. Choose what is meant.`,
})
const lostZero = (text: string): Words => ({
  id: `${quoted(text)} tampaknya kode yang kehilangan nol. Pilih kode yang dimaksud.`,
  en: `${quoted(text)} looks like a code that lost a zero. Choose the code that is meant.`,
})
const finerBps = (text: string, regency: string): Words => ({
  id: `${quoted(text)} adalah kode kecamatan atau desa BPS (${regency}); padanannya di Kemendagri tidak kami miliki. Tulis nama desanya atau kode Kemendagri bertitik.`,
  en: `${quoted(text)} is a district or village code of BPS (${regency}), for which we hold no Kemendagri code. Write the name of the village or its dotted Kemendagri code.`,
})

const regencyAt = (digits: string, { bps }: KnownCodes): BpsRegency | null =>
  bps.find((regency) => regency.bps === digits.slice(0, 4)) ?? null
const bpsName = (digits: string, known: KnownCodes): string =>
  regencyAt(digits, known)?.name ?? `BPS ${digits.slice(0, 4)}`

/** Four digits name a regency in both systems; whether the same one, the table knows. */
const readRegency = (text: string, digits: string, system: CodeSystem | null, known: KnownCodes): Reading<Code> => {
  const own = dotted(digits)
  const statistical = regencyAt(digits, known)
  const official = own && (known.nameOf(own) !== null || !statistical) ? [kemendagriMeaning(own, known)] : []
  const readings = [
    ...(system === 'bps' ? [] : official),
    ...(system === 'kemendagri' || !statistical ? [] : [bpsMeaning(statistical)]),
  ]
  // A number that the table does not hold may still be one of BPS, of a regency elsewhere.
  if (!system && own && !statistical)
    return { kind: 'ambiguous', readings, words: twoSystems(text, [`Kemendagri ${own}`, `BPS ${digits}`]) }
  return readingOf(
    readings,
    twoSystems(
      text,
      readings.map(({ words }) => words.id),
    ),
    noCode(text),
  )
}

/** Ten digits name a village in both systems, but only Kemendagri's can be looked up. */
const readVillage = (text: string, digits: string, system: CodeSystem | null, known: KnownCodes): Reading<Code> => {
  const own = dotted(digits)
  if (system === 'bps' || !own) return unread(finerBps(text, bpsName(digits, known)))
  if (system === 'kemendagri') return read(own)
  const other = `BPS ${digits} (${bpsName(digits, known)})`
  return {
    kind: 'ambiguous',
    readings: [kemendagriMeaning(own, known)],
    words: twoSystems(text, [`Kemendagri ${named(own, known)}`, other]),
  }
}

/** Cells that became numbers drop the zero at the end: 61.1 was 61.10 once, or 61.01. */
const readShortened = (text: string, given: string, known: KnownCodes): Reading<Code> => {
  const [region = '', digit = ''] = given.split('.')
  const readings = [`${region}.${digit}0`, `${region}.0${digit}`]
    .filter((code) => known.nameOf(code) !== null)
    .map((code) => kemendagriMeaning(code, known))
  return readings.length > 0 ? { kind: 'ambiguous', readings, words: lostZero(text) } : unread(noCode(text))
}

const readDigits = (text: string, digits: string, system: CodeSystem | null, known: KnownCodes): Reading<Code> => {
  switch (digits.length) {
    case 4:
      return readRegency(text, digits, system, known)
    case 7:
      return unread(finerBps(text, bpsName(digits, known)))
    case 10:
      return readVillage(text, digits, system, known)
    default: {
      const code = dotted(digits)
      return code ? read(code) : unread(noCode(text))
    }
  }
}

/**
 * The Kemendagri code that is meant. With dots nothing is in doubt; bare digits name other places in the statistics of BPS
 * (6105 is Sintang here and Sanggau there) and are asked about until the `system` of the column is known.
 */
export const readPlaceCode = (text: string, known: KnownCodes, system: CodeSystem | null = null): Reading<Code> => {
  const given = tidy(text).replace(/^'|^(?:kode|id)[ :]*(?=\d)/i, '')
  if (/^\d+$/.test(given)) return readDigits(text, given, system, known)
  const code = parseCode(given.replace(/[ /-]/g, '.').replace(/\.+/g, '.'))
  if (code) return read(code)
  return /^\d{2}\.\d$/.test(given) ? readShortened(text, given, known) : unread(noCode(text))
}
