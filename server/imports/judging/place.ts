import { type Code, isWithin, parseCode } from '../../../data/model/codes.ts'
import type { ImportField, RowFinding, RowRemedy } from '../../../data/model/importing.ts'
import type { Named } from '../../../data/model/reading/names.ts'
import { readPlaceCode } from '../../../data/model/reading/place_codes.ts'
import { quoted, tidy } from '../../../data/model/reading/reading.ts'
import type { Words } from '../../../data/model/words.ts'
import { nearMatches } from '../../near.ts'
import { agree } from './agree.ts'
import type { Cell, RowCells } from './cells.ts'
import { foldPlace, isRelated, type Known, type PlaceNames } from './known.ts'
import type { Plan } from './plan.ts'
import { type Settled, say, settle } from './settle.ts'

type Level = keyof PlaceNames
/** All places that a cell may name; `codes` is null where there is no cell. */
type Candidates = { readonly codes: readonly Code[] | null; readonly findings: readonly RowFinding[] }

const LEVEL_WORDS: { readonly [L in Level]: Words } = {
  regency: { id: 'Kabupaten', en: 'regency' },
  district: { id: 'Kecamatan', en: 'district' },
  village: { id: 'Desa', en: 'village' },
}
const FIELD: { readonly [L in Level]: ImportField } = { regency: 'regency', district: 'district', village: 'village' }

const unknownName = (level: Level, text: string, within: string | null): Words => ({
  id: `${LEVEL_WORDS[level].id} ${quoted(text)} tidak ditemukan${within ? ` di ${within}` : ' di Bentang ini'}. Periksa ejaannya, atau tulis kode Kemendagri bertitik.`,
  en: `The ${LEVEL_WORDS[level].en} ${quoted(text)} is not found${within ? ` in ${within}` : ' in this Bentang'}. Check its spelling, or write its dotted Kemendagri code.`,
})
const elsewhere = (text: string, where: string | null): Words => ({
  id: `${quoted(text)} bukan di ${where ?? 'tempat yang tertulis'}. Pilih tempat yang dimaksud, atau perbaiki kecamatan dan kabupatennya.`,
  en: `${quoted(text)} is not in ${where ?? 'the place that is written'}. Choose the place that is meant, or correct the district and regency.`,
})

export const remedyOf = (column: string, { value, words }: Named<Code>): RowRemedy => ({
  words,
  given: { [column]: value },
})

/** Names that are nearly the one written, inside what is known of the place already. */
const nearPlaces = (index: PlaceNames[Level], key: string, within: readonly Code[] | null): readonly Named<Code>[] => {
  const inside = (code: Code): boolean => within === null || within.some((one) => isWithin(code, one))
  const keys = [...index].filter(([, bearers]) => bearers.some(({ value }) => inside(value))).map(([name]) => name)
  return nearMatches(key, keys).flatMap((name) => (index.get(name) ?? []).filter(({ value }) => inside(value)))
}

const insideOf = (code: Code, within: readonly Code[] | null, { room }: Known): boolean => {
  const { geography } = room.world
  const holder = geography.find(code)?.village
  return within === null || within.some((one) => isWithin(code, one) || (holder ? isWithin(holder, one) : false))
}

/** What the name in a cell may mean, inside the larger places that the row names. */
const candidatesOf = (row: RowCells, level: Level, within: readonly Code[] | null, known: Known): Candidates => {
  const [cell] = row.of(FIELD[level])
  if (!cell) return { codes: null, findings: [] }
  const { column, text } = cell
  const code = parseCode(tidy(text))
  if (code) return { codes: [code], findings: [] }
  const { nameOf } = known.room.world.geography
  const index = known.places[level]
  const key = foldPlace(level)(text)
  const bearers = index.get(key) ?? []
  const inside = bearers.filter(({ value }) => insideOf(value, within, known))
  if (inside.length > 0) return { codes: inside.map(({ value }) => value), findings: [] }
  const where = within?.[0] ? nameOf(within[0]) : null
  const words = bearers.length > 0 ? elsewhere(text, where) : unknownName(level, text, where)
  const offers = bearers.length > 0 ? bearers : nearPlaces(index, key, within)
  return {
    codes: [],
    findings: [
      say(
        'error',
        'sites',
        'unread',
        words,
        column,
        offers.map((one) => remedyOf(column, one)),
      ),
    ],
  }
}

export type ByName = {
  /** The finest level named, with everything it may mean. */
  readonly codes: readonly Code[] | null
  readonly cell: Cell | null
  readonly level: Level
  readonly findings: readonly RowFinding[]
}

const LEVELS = ['regency', 'district', 'village'] as const

const byName = (row: RowCells, known: Known): ByName =>
  LEVELS.reduce<ByName>(
    (larger, level) => {
      const [cell] = row.of(FIELD[level])
      const { codes, findings } = candidatesOf(row, level, larger.codes?.length ? larger.codes : null, known)
      if (codes === null || !cell) return larger
      return { codes, cell, level, findings: [...larger.findings, ...findings] }
    },
    { codes: null, cell: null, level: 'regency', findings: [] },
  )

/**
 * Bare digits that mean two places, decided by the names beside them where those fit one meaning alone; only what the names
 * leave open is settled by the answer for the whole file, because one column may hold codes of both systems.
 */
const codeOf = (cell: Cell, names: readonly Code[] | null, known: Known, plan: Plan): Settled<Code> => {
  const read = (text: string) => {
    const open = readPlaceCode(text, known.codes)
    const meant = open.kind === 'ambiguous' ? open.readings : []
    const fitting = meant.filter(({ value }) => names?.some((name) => isRelated(value, name)))
    if (fitting.length === 1) return { kind: 'value' as const, value: fitting[0]!.value }
    return plan.answers.codes ? readPlaceCode(text, known.codes, plan.answers.codes) : open
  }
  return settle('sites', cell, read)
}

/** A code as it was written, with what it means. */
export type Coded = { readonly cell: Cell; readonly code: Code }

/** The place that codes and names of a row agree on; null where the row names none. */
export const placeNamed = (row: RowCells, known: Known, plan: Plan): Settled<Code> => {
  const named = byName(row, known)
  const read = row.of('code').map((cell) => ({ cell, ...codeOf(cell, named.codes, known, plan) }))
  const findings = [...named.findings, ...read.flatMap((one) => one.findings)]
  if (findings.length > 0) return { value: null, findings }
  return agree(
    named,
    read.flatMap(({ cell, value }) => (value === null ? [] : [{ cell, code: value }])),
    known,
  )
}
