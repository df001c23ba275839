import type { Code } from '../../../data/model/codes.ts'
import { CODE } from '../packed.ts'
import type { Register } from '../register.ts'
import type { Sieve } from './sieve.ts'

/** The wanted activities that own one of the sites, each once, as slots; `meets` is only asked of sites that still matter. */
export const ownersOf = (
  sites: Iterable<number>,
  sieve: Sieve,
  { columns, sitesOf }: Register,
  meets?: (site: number) => boolean,
): number[] => {
  const { owner } = columns
  const found: number[] = []
  const seen = new Set<number>()
  for (const site of sites) {
    const slot = owner[site]!
    const isOnly = sitesOf.end(slot) - sitesOf.start(slot) === 1
    if (!isOnly && seen.has(slot)) continue
    if (!sieve(slot) || (meets && !meets(site))) continue
    if (!isOnly) seen.add(slot)
    found.push(slot)
  }
  return found
}

/** Sites that name one of the places; looks at the kind of every site once, a byte each, because no index keeps them by code. */
export const sitesNaming = function* (codes: ReadonlySet<Code>, register: Register): Generator<number> {
  if (codes.size === 0) return
  const isWanted = Uint8Array.from(register.codes.all, (code) => (codes.has(code) ? 1 : 0))
  const { kind, owner } = register.columns
  const numbers = register.geometry.numbers()
  for (let site = 0; site < register.siteCount(); site += 1)
    if (kind[site] === CODE && owner[site]! >= 0 && isWanted[numbers[register.geometry.start(site)]!] === 1) yield site
}
