import type { MatchPart } from './answers.ts'
import { apportion } from './apportion.ts'
import { MATCH_PARTS, MATCH_WEIGHTS, type MatchPartName, type MatchWeights, sharesOf } from './match_weights.ts'
import type { Words } from './words.ts'

/** What is known of one partner before one target; distances and days are already measured. */
export type MatchFacts = {
  /** `working`: has work on the target's theme; `declared`: only says so; `affair`: works on another theme of the same urusan. */
  readonly fit: 'working' | 'declared' | 'affair' | 'none'
  readonly theme: Words
  /** The urusan both belong to, for `affair`. */
  readonly affair?: Words
  /** Between the partner's nearest site and the target's nearest place; 0 when it works in one, null without sites. */
  readonly distanceKm: number | null
  /** Villages of the target, and in how many of them the partner works. */
  readonly villages: { readonly here: number; readonly of: number }
  /** The year the target is due. */
  readonly year: number
  /** The year of the partner's work nearest to it; null when it never had any. */
  readonly nearestYear: number | null
  /** Activities completed or under way, and activities suspended or cancelled. */
  readonly delivered: number
  readonly stopped: number
  /** Days since the partner last stood by any of its records; null when it never did. */
  readonly confirmedDaysAgo: number | null
}

/** From here on being near says nothing any more. */
const FAR_KM = 50
/** So many years away, work no longer speaks for the target's year. */
const FAR_YEARS = 3
/** So many activities make a full track record. */
const FULL_RECORD = 5
/** A quarter of a year counts as fresh; two years count as unknown. */
const FRESH_DAYS = 90
const STALE_DAYS = 730

const FIT_VALUES = { working: 1, declared: 0.8, affair: 0.5, none: 0 } as const

type Judged = { readonly value: number; readonly reason: Words }

const numbers = { id: new Intl.NumberFormat('id-ID'), en: new Intl.NumberFormat('en-GB') } as const

/** Whole kilometres from ten on; one decimal below, never 0 for what lies outside. */
const formatKm = (km: number): Words => {
  const rounded = km < 10 ? Math.max(0.1, Math.round(km * 10) / 10) : Math.round(km)
  return { id: numbers.id.format(rounded), en: numbers.en.format(rounded) }
}

const judgeTheme = ({ fit, theme, affair }: MatchFacts): Judged => {
  const value = FIT_VALUES[fit]
  switch (fit) {
    case 'working':
      return { value, reason: { id: `Tema sama: ${theme.id}`, en: `Same theme: ${theme.en}` } }
    case 'declared':
      return {
        value,
        reason: { id: `Menyebut tema ${theme.id} dalam profilnya`, en: `Names the theme ${theme.en} in its profile` },
      }
    case 'affair':
      return {
        value,
        reason: affair
          ? {
              id: `Tema lain dari urusan yang sama: ${affair.id}`,
              en: `Another theme of the same affair: ${affair.en}`,
            }
          : { id: 'Tema lain dari urusan yang sama', en: 'Another theme of the same affair' },
      }
    case 'none':
      return { value, reason: { id: `Belum bekerja pada tema ${theme.id}`, en: `No work on ${theme.en} yet` } }
  }
}

const judgePresence = ({ distanceKm, villages: { here, of } }: MatchFacts): Judged => {
  if (distanceKm === null)
    return { value: 0, reason: { id: 'Belum punya lokasi di peta', en: 'No site on the map yet' } }
  if (distanceKm === 0 && (of < 2 || here === 0))
    return { value: 1, reason: { id: 'Sudah bekerja di tempat ini', en: 'Already works here' } }
  if (distanceKm === 0) {
    const id = `Sudah bekerja di ${numbers.id.format(here)} dari ${numbers.id.format(of)} desa`
    const en = `Already works in ${numbers.en.format(here)} of ${numbers.en.format(of)} villages`
    return { value: 1, reason: { id, en } }
  }
  const km = formatKm(distanceKm)
  return {
    value: Math.max(0, 1 - distanceKm / FAR_KM),
    reason: { id: `Bekerja ${km.id} km dari sini`, en: `Works ${km.en} km from here` },
  }
}

const judgePeriod = ({ year, nearestYear }: MatchFacts): Judged => {
  if (nearestYear === null) return { value: 0, reason: { id: 'Belum punya kegiatan', en: 'No activity yet' } }
  if (nearestYear === year) return { value: 1, reason: { id: `Aktif pada ${year}`, en: `Active in ${year}` } }
  return {
    value: Math.max(0, 1 - Math.abs(nearestYear - year) / FAR_YEARS),
    reason:
      nearestYear < year
        ? { id: `Terakhir aktif pada ${nearestYear}`, en: `Last active in ${nearestYear}` }
        : { id: `Baru aktif mulai ${nearestYear}`, en: `Active only from ${nearestYear}` },
  }
}

const judgeTrackRecord = ({ delivered, stopped }: MatchFacts): Judged => {
  const started = delivered + stopped
  if (started === 0) return { value: 0, reason: { id: 'Belum ada rekam jejak', en: 'No track record yet' } }
  const id = `${delivered} kegiatan selesai atau berjalan${stopped > 0 ? `, ${stopped} terhenti` : ''}`
  const noun = delivered === 1 ? 'activity' : 'activities'
  const en = `${delivered} ${noun} completed or under way${stopped > 0 ? `, ${stopped} stopped` : ''}`
  return { value: Math.min(1, delivered / FULL_RECORD) * (delivered / started), reason: { id, en } }
}

const judgeFreshness = ({ confirmedDaysAgo: days }: MatchFacts): Judged => {
  if (days === null) return { value: 0, reason: { id: 'Belum pernah dikonfirmasi', en: 'Never confirmed' } }
  const value = Math.min(1, Math.max(0, (STALE_DAYS - days) / (STALE_DAYS - FRESH_DAYS)))
  if (days === 0) return { value, reason: { id: 'Dikonfirmasi hari ini', en: 'Confirmed today' } }
  const ago = { id: numbers.id.format(days), en: numbers.en.format(days) }
  return {
    value,
    reason: { id: `Dikonfirmasi ${ago.id} hari lalu`, en: `Confirmed ${ago.en} ${days === 1 ? 'day' : 'days'} ago` },
  }
}

const JUDGES: { readonly [N in MatchPartName]: (facts: MatchFacts) => Judged } = {
  theme: judgeTheme,
  presence: judgePresence,
  period: judgePeriod,
  trackRecord: judgeTrackRecord,
  freshness: judgeFreshness,
}

/**
 * 0-100, one decimal: the sum of each part's value (0-1) times its share of the weights. The points of the parts are
 * rounded so that they add up to it: whoever adds up what is shown finds the score.
 */
export const scoreMatch = (
  facts: MatchFacts,
  given: MatchWeights = MATCH_WEIGHTS,
): { readonly score: number; readonly parts: readonly MatchPart[] } => {
  const shares = sharesOf(given)
  const judged = MATCH_PARTS.map((name) => ({ name, weight: shares[name], ...JUDGES[name](facts) }))
  // Counted in whole tenths: tenths themselves do not add up in binary. Rounded first for what binary adds of its own.
  const tenths = apportion(judged.map(({ value, weight }) => Number((value * weight * 1000).toFixed(9))))
  return {
    score: tenths.reduce((sum, one) => sum + one, 0) / 10,
    parts: judged.map((part, at) => ({ ...part, points: tenths[at]! / 10 })),
  }
}
