import { type Code, isAmbiguousCode, parseCode } from '../../data/model/codes.ts'
import type { Geography } from '../geography.ts'
import { nearMatches } from '../near.ts'
import { notFound, quote, Refusal } from '../problems.ts'

/** BPS numbers whose digits, dotted, name another place in the Kemendagri system: what each means there. */
const BPS_PLACES: Readonly<Record<string, { readonly name: string; readonly code: Code }>> = {
  6105: { name: 'Sanggau', code: '61.03' },
  6107: { name: 'Sintang', code: '61.05' },
}

/** The digits with the dots of the Kemendagri system; a BPS district has seven digits and no such reading. */
const dotted = (digits: string): Code | null =>
  parseCode(
    digits.replace(/^(\d{2})(\d{2})(\d{2})?(\d{4})?$/, (_, ...parts) => parts.slice(0, 4).filter(Boolean).join('.')),
  )

const ambiguous = (digits: string, geography: Geography): Refusal => {
  const named = (code: Code) => (geography.nameOf(code) === code ? code : `${code} (${geography.nameOf(code)})`)
  const kemendagri = dotted(digits)
  const bps = BPS_PLACES[digits]
  const readings = [
    ...(kemendagri ? [`Kemendagri ${named(kemendagri)}`] : []),
    `BPS ${digits}${bps ? ` (${bps.name})` : ''}`,
  ]
  const codes = [...(kemendagri ? [kemendagri] : []), ...(bps ? [bps.code] : [])].filter(geography.knows)
  const offer = codes.map(named)
  return new Refusal('ambiguous-code', {
    id: `${quote(digits)} bermakna lain di dua sistem kode: ${readings.join(' atau ')}. Tulis kode Kemendagri bertitik${offer.length > 0 ? `, misalnya ${offer.join(' atau ')}` : ''}, atau cari namanya di /api/search?q=.`,
    en: `${quote(digits)} means different places in two code systems: ${readings.join(' or ')}. Write the dotted Kemendagri code${offer.length > 0 ? `, such as ${offer.join(' or ')}` : ''}, or search for the name at /api/search?q=.`,
  })
}

const unreadable = (text: string): Refusal =>
  new Refusal('bad-request', {
    id: `${quote(text)} bukan kode wilayah. Tulis kode Kemendagri bertitik, misalnya 61.05 (kabupaten), 61.05.01 (kecamatan) atau 61.05.01.2007 (desa).`,
    en: `${quote(text)} is not a place code. Write a dotted Kemendagri code, such as 61.05 (regency), 61.05.01 (district) or 61.05.01.2007 (village).`,
  })

/** The code that was meant, read but not yet looked up; refuses digits that name different places in two systems. */
export const readCode = (text: string, geography: Geography): Code => {
  if (isAmbiguousCode(text)) throw ambiguous(text.trim(), geography)
  const code = parseCode(text)
  if (!code) throw unreadable(text)
  return code
}

/** A place this server holds data for. */
export const requirePlace = (text: string, geography: Geography): Code => {
  const code = readCode(text, geography)
  if (geography.knows(code)) return code
  const regencies = geography.within(code.slice(0, 2), 'regency')
  const offer = (regencies.length > 0 ? regencies : geography.places.filter(({ level }) => level === 'regency'))
    .map(({ code: known, name }) => `${known} (${name})`)
    .join(', ')
  throw notFound({
    id: `Wilayah ${code} belum ada di Bentang ini. Yang ada: ${offer}.`,
    en: `Place ${code} is not in this Bentang. Available: ${offer}.`,
  })
}

type Named = { readonly id: string }

/** The id if it is among the known ones; otherwise a refusal that offers the nearest. */
export const requireKnown = (
  text: string,
  known: readonly Named[],
  what: { id: string; en: string; where: string },
): string => {
  const all = known.map(({ id }) => id)
  if (all.includes(text)) return text
  const near = nearMatches(text, all)
  const offer = {
    id: near.length > 0 ? `Maksud Anda ${near.join(', ')}?` : '',
    en: near.length > 0 ? `Did you mean ${near.join(', ')}?` : '',
  }
  throw new Refusal('unknown-word', {
    id: `${what.id} ${quote(text)} tidak dikenal. ${offer.id} Daftarnya ada di ${what.where}.`.replace('  ', ' '),
    en: `${what.en} ${quote(text)} is not known. ${offer.en} The list is at ${what.where}.`.replace('  ', ' '),
  })
}

export const THEME_WORDS = { id: 'Tema', en: 'Theme', where: '/api/context' }
export const URUSAN_WORDS = { id: 'Urusan', en: 'Urusan', where: '/api/context' }
export const ORGANISATION_WORDS = { id: 'Lembaga', en: 'Organisation', where: '/api/context' }
