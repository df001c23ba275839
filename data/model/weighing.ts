import { type Code, isWithin } from './codes.ts'

/** As given: any scale, zero or more each, not all zero. */
export type WeightsOf<N extends string> = { readonly [K in N]: number }

/** Weights of a regency's own, by its code. */
export type ByRegency<N extends string> = { readonly [code: Code]: WeightsOf<N> }

const MOST = 1_000
const NUMBER = /^\d{1,4}(\.\d)?$/

/** Everything that is done with the weights of some names, which are written in this order, around the table that holds by default. */
export const weighing = <N extends string>(names: readonly N[], table: WeightsOf<N>) => {
  const from = (read: (name: N, at: number) => number) =>
    Object.fromEntries(names.map((name, at) => [name, read(name, at)])) as WeightsOf<N>

  const isWeights = (value: unknown): value is WeightsOf<N> => {
    if (typeof value !== 'object' || value === null) return false
    const entries = Object.entries(value)
    const isWeight = ([name, weight]: (typeof entries)[number]) =>
      (names as readonly string[]).includes(name) && typeof weight === 'number' && weight >= 0 && weight <= MOST
    return (
      entries.length === names.length && entries.every(isWeight) && entries.some(([, weight]) => (weight as number) > 0)
    )
  }

  return {
    isWeights,
    /** The same weights adding up to 1. */
    sharesOf: (weights: WeightsOf<N>): WeightsOf<N> => {
      const sum = names.reduce((total, name) => total + weights[name], 0)
      return from((name) => weights[name] / sum)
    },
    /** `35,25,15,15,10`: one number a name. */
    parse: (text: string): WeightsOf<N> | null => {
      const numbers = text.split(',')
      if (numbers.length !== names.length || !numbers.every((one) => NUMBER.test(one))) return null
      const weights = from((_, at) => Number(numbers[at]))
      return isWeights(weights) ? weights : null
    },
    format: (weights: WeightsOf<N>): string => names.map((name) => weights[name]).join(),
    /** The weights of a place: its regency's own, else the table's. */
    weightsIn: (region: Code | undefined, own: ByRegency<N>): WeightsOf<N> =>
      Object.entries(own).find(([code]) => region !== undefined && isWithin(region, code))?.[1] ?? table,
  }
}
