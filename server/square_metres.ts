import type { Verdict } from '../data/model/verdict.ts'

/** Boundaries are good to far less than a square metre; more digits would only make an answer longer. */
export const toSquareMetres = (areaHa: number): number => Number(areaHa.toFixed(4))

/** A verdict with its hectares to the square metre. */
export const inSquareMetres = (verdict: Verdict): Verdict => {
  if (verdict.kind !== 'gap' && verdict.kind !== 'partial') return verdict
  const hectares = Object.entries(verdict).flatMap(([name, value]) =>
    typeof value === 'number' ? [[name, toSquareMetres(value)]] : [],
  )
  return { ...verdict, ...Object.fromEntries(hectares) }
}
