/** Official Kemendagri codes, dotted text: `61`, `61.05`, `61.05.01`, `61.05.01.2007`; islands are `61.11.40034`. */
export type Code = string

export type Level = 'region' | 'regency' | 'district' | 'village' | 'island'

const PATTERNS: readonly [Level, RegExp][] = [
  ['region', /^\d{2}$/],
  ['regency', /^\d{2}\.\d{2}$/],
  ['district', /^\d{2}\.\d{2}\.\d{2}$/],
  ['village', /^\d{2}\.\d{2}\.\d{2}\.[12]\d{3}$/],
  ['island', /^\d{2}\.\d{2}\.4\d{4}$/],
]

export const levelOf = (code: Code): Level | null => PATTERNS.find(([, pattern]) => pattern.test(code))?.[0] ?? null

export const parseCode = (text: string): Code | null => (levelOf(text.trim()) ? text.trim() : null)

/** Bare digits name different places in the Kemendagri and BPS systems (Kemendagri 61.05 is Sintang, BPS 6105 is Sanggau). */
export const isAmbiguousCode = (text: string): boolean => /^(\d{4}|\d{6,7}|\d{10})$/.test(text.trim())

/** The code one level up; an island's parent is its regency. Null for a province. */
export const parentOf = (code: Code): Code | null => (code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null)

/** True when `code` is `ancestor` or lies below it in the hierarchy. */
export const isWithin = (code: Code, ancestor: Code): boolean => code === ancestor || code.startsWith(`${ancestor}.`)

/** From the province down to, and with, the code itself. */
export const lineageOf = (code: Code): Code[] => {
  const parent = parentOf(code)
  return parent ? [...lineageOf(parent), code] : [code]
}

export const isUrbanVillage = (code: Code): boolean => levelOf(code) === 'village' && code.at(-4) === '1'
