import { type Code, parseCode } from '../model/codes.ts'
import type { HexagonPlace } from '../model/density.ts'
import { formatMonth, parseMonth } from '../model/month.ts'
import { parsePeriod } from '../model/period.ts'

/** The list of overlapping pairs: those `of` one organisation or of all, and the pair whose units are on the map. */
export type Pairs = { readonly of: string | null; readonly chosen: readonly [string, string] | null }

/** What the asked year is held against: another year, or what was on record at a date or a journal position. */
export type Comparison =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'since'; readonly since: string }

export type Corridor = { readonly a: Code; readonly b: Code; readonly km: number }

const ID = /^[a-z0-9][a-z0-9._-]{0,79}$/
const EVERYONE = 'all'

export const parsePairs = (text: string): Pairs | null => {
  const [of = '', ...chosen] = text.split(',')
  const [a, b] = chosen
  if (![of, ...chosen].every((id) => ID.test(id)) || (chosen.length !== 0 && chosen.length !== 2)) return null
  return { of: of === EVERYONE ? null : of, chosen: a !== undefined && b !== undefined ? [a, b] : null }
}

export const formatPairs = (pairs: Pairs | null): string =>
  pairs ? [pairs.of ?? EVERYONE, ...(pairs.chosen ?? [])].join(',') : ''

const DATE = /^\d{4}-\d{2}-\d{2}$/
const POSITION = /^entry:(\d{1,9})$/

/** `2025`, `2026-10-01` (as of that day) or `entry:120` (as of that journal entry). */
export const parseComparison = (text: string): Comparison | null => {
  if (DATE.test(text)) return Number.isNaN(Date.parse(text)) ? null : { kind: 'since', since: text }
  const seq = POSITION.exec(text)?.[1]
  if (seq !== undefined) return { kind: 'since', since: seq }
  const period = parsePeriod(text)
  return period?.from === period?.to && period ? { kind: 'year', year: period.from } : null
}

export const formatComparison = (comparison: Comparison | null): string => {
  if (!comparison) return ''
  if (comparison.kind === 'year') return `${comparison.year}`
  return DATE.test(comparison.since) ? comparison.since : `entry:${comparison.since}`
}

/** Narrower than a pixel of the region, or wider than a regency, a corridor says nothing. */
export const CORRIDOR_KM = { least: 0.5, most: 50, usual: 5 } as const

export const parseCorridor = (text: string): Corridor | null => {
  const [first = '', second = '', distance = '', ...rest] = text.split(',')
  const [a, b, km] = [parseCode(first), parseCode(second), Number(distance)]
  const inRange = distance !== '' && km >= CORRIDOR_KM.least && km <= CORRIDOR_KM.most
  return a && b && a !== b && inRange && rest.length === 0 ? { a, b, km } : null
}

export const formatCorridor = (corridor: Corridor | null): string =>
  corridor ? [corridor.a, corridor.b, corridor.km].join(',') : ''

/** Widths of hexagons to choose from, km across flats. */
export const HEXAGONS_KM = [2, 5, 10] as const

/** Where activities lie: as hexagons of a width, or as single points. */
export type Density = {
  readonly km: (typeof HEXAGONS_KM)[number] | null
  /** Activities of all themes, not only of the one asked about. */
  readonly allThemes: boolean
  /** A month since January of year 0; null is the whole period of the question. */
  readonly month: number | null
  /** The hexagon whose activities are told. */
  readonly chosen: HexagonPlace | null
}

const HEXAGON = /^h(-?\d{1,5})\.(-?\d{1,5})$/

/** `5km` or `points`, then `all`, a month `2026-03` and a hexagon `h12.-7`, in this order, as far as they are said. */
export const parseDensity = (text: string): Density | null => {
  const [form = '', ...rest] = text.split(',')
  const km = HEXAGONS_KM.find((one) => form === `${one}km`) ?? null
  const allThemes = rest[0] === 'all'
  if (allThemes) rest.shift()
  const month = parseMonth(rest[0] ?? '')
  if (month !== null) rest.shift()
  const [, q, r] = HEXAGON.exec(rest[0] ?? '') ?? []
  const chosen = km !== null && q && r ? { q: Number(q), r: Number(r) } : null
  if (chosen) rest.shift()
  const isForm = km !== null || form === 'points'
  return isForm && rest.length === 0 ? { km, allThemes, month, chosen } : null
}

export const formatDensity = (density: Density | null): string => {
  if (!density) return ''
  const { km, allThemes, month, chosen } = density
  return [
    km === null ? 'points' : `${km}km`,
    ...(allThemes ? ['all'] : []),
    ...(month === null ? [] : [formatMonth(month)]),
    ...(chosen ? [`h${chosen.q}.${chosen.r}`] : []),
  ].join(',')
}
