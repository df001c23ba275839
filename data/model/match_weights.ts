import { type Code, isWithin } from './codes.ts'
import type { Words } from './words.ts'

/** What a match is weighed by, in the order it is told. */
export const MATCH_PARTS = ['theme', 'presence', 'period', 'trackRecord', 'freshness'] as const
export type MatchPartName = (typeof MATCH_PARTS)[number]

/** As given: any scale, zero or more each, not all zero. */
export type MatchWeights = { readonly [N in MatchPartName]: number }

/** The one table of weights. */
export const MATCH_WEIGHTS: MatchWeights = { theme: 35, presence: 25, period: 15, trackRecord: 15, freshness: 10 }

export const MATCH_PART_LABELS: { readonly [N in MatchPartName]: Words } = {
  theme: { id: 'Tema dan urusan', en: 'Theme and affair' },
  presence: { id: 'Kehadiran', en: 'Presence' },
  period: { id: 'Waktu', en: 'Period' },
  trackRecord: { id: 'Rekam jejak', en: 'Track record' },
  freshness: { id: 'Kemutakhiran', en: 'Freshness' },
}

const MOST = 1_000

export const isMatchWeights = (value: unknown): value is MatchWeights => {
  if (typeof value !== 'object' || value === null) return false
  const entries = Object.entries(value)
  return (
    entries.length === MATCH_PARTS.length &&
    entries.every(
      ([name, weight]) =>
        (MATCH_PARTS as readonly string[]).includes(name) &&
        typeof weight === 'number' &&
        weight >= 0 &&
        weight <= MOST,
    ) &&
    entries.some(([, weight]) => weight > 0)
  )
}

/** The same weights adding up to 1. */
export const sharesOf = (weights: MatchWeights): MatchWeights => {
  const sum = MATCH_PARTS.reduce((total, name) => total + weights[name], 0)
  return Object.fromEntries(MATCH_PARTS.map((name) => [name, weights[name] / sum])) as MatchWeights
}

/** `35,25,15,15,10`: one number a part, in the order of MATCH_PARTS. */
export const parseMatchWeights = (text: string): MatchWeights | null => {
  const numbers = text.split(',')
  if (numbers.length !== MATCH_PARTS.length || !numbers.every((one) => /^\d{1,4}(\.\d)?$/.test(one))) return null
  const weights = Object.fromEntries(MATCH_PARTS.map((name, at) => [name, Number(numbers[at])]))
  return isMatchWeights(weights) ? weights : null
}

export const formatMatchWeights = (weights: MatchWeights): string => MATCH_PARTS.map((name) => weights[name]).join()

/** Weights of a regency's own, by its code, in place of those of the table. */
export type RegencyWeights = { readonly [code: Code]: MatchWeights }

/** The weights of a place: its regency's own, else the table's. */
export const weightsOf = (region: Code | undefined, own: RegencyWeights): MatchWeights =>
  Object.entries(own).find(([code]) => region !== undefined && isWithin(region, code))?.[1] ?? MATCH_WEIGHTS
