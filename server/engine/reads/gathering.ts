import type { Code } from '../../../data/model/codes.ts'
import { CODE } from '../packed.ts'
import type { Register } from '../register.ts'
import type { Sieve } from './sieve.ts'
import { createSlotSet } from './slot_set.ts'

/** Gathers the wanted activities that own one of the sites it takes. */
export const createGathering = (sieve: Sieve, { columns, slotCount }: Register) => {
  const found = createSlotSet(slotCount())
  return {
    /** `meets` is only asked of sites that still matter. */
    take(sites: readonly number[], meets?: (site: number) => boolean): void {
      // Looked up together, because the memory answers many at once sooner than one by one.
      const slots = new Int32Array(sites.length)
      for (let index = 0; index < sites.length; index += 1) slots[index] = columns.owner[sites[index]!]!
      for (let index = 0; index < sites.length; index += 1) {
        const slot = slots[index]!
        if (!found.has(slot) && sieve(slot) && (!meets || meets(sites[index]!))) found.add(slot)
      }
    },
    /** In rising order. */
    slots: (): number[] => found.rising(),
  }
}

/** Sites that name one of the places; looks at the kind of every site once, a byte each, because no index keeps them by code. */
export const sitesNaming = (codes: ReadonlySet<Code>, register: Register): number[] => {
  const found: number[] = []
  if (codes.size === 0) return found
  const isWanted = Uint8Array.from(register.codes.all, (code) => (codes.has(code) ? 1 : 0))
  const { kind, owner } = register.columns
  const numbers = register.geometry.numbers()
  for (let site = 0; site < register.siteCount(); site += 1)
    if (kind[site] === CODE && owner[site]! >= 0 && isWanted[numbers[register.geometry.start(site)]!] === 1)
      found.push(site)
  return found
}
