import type { Cell } from './cell.ts'
import type { FlatArea } from './equal_area.ts'
import { bucketOf, findingOf, type Inquiry, implementersOf, type Records } from './evidence.ts'
import type { GroundUnit } from './grounds.ts'
import type { Unit } from './pairs.ts'

/** Units of these verdicts have ground to show. */
const SHOWN: ReadonlySet<string> = new Set(['gap', 'partial', 'overlap', 'coordinated'])

/** Where the due area targets of a unit are; null where they mean all of it, or where there is none. */
const withinOf = (cells: readonly Cell[], targets: readonly string[], records: Records): readonly FlatArea[] | null => {
  const aims = targets.filter((id) => records.target.get(id)?.measure === 'area')
  if (aims.length === 0) return null
  const aimed = cells.map((cell) => {
    const parts = aims.flatMap((id) => cell.target.get(id) ?? [])
    const isWhole = parts.some(({ within }) => within === null)
    const whole = cell.shape.kind === 'area' ? [cell.shape.metres] : []
    return { isWhole, areas: isWhole ? whole : parts.flatMap(({ within }) => within ?? []) }
  })
  return aimed.every(({ isWhole }) => isWhole) ? null : [...new Set(aimed.flatMap(({ areas }) => areas))]
}

const layersIn = (cells: readonly Cell[], inquiry: Inquiry, { register }: Records): GroundUnit['layers'] => {
  const { owner, stamp } = register.columns
  const seen = new Set<number>()
  return cells.flatMap((cell) => {
    const bucket = bucketOf(cell, inquiry)
    return (bucket?.sites ?? []).flatMap((site, row) => {
      const slot = owner[site]!
      if (Number.isNaN(bucket!.m2[row]!) || seen.has(site) || !inquiry.counts(slot)) return []
      seen.add(site)
      const place = site - register.sitesOf.numbers()[register.sitesOf.start(slot)]!
      return [
        {
          id: `${register.idOf(slot)}@${stamp[slot]}#${place}`,
          organisations: implementersOf(slot, register),
          area: register.geometry.numbers().subarray(register.geometry.start(site), register.geometry.end(site)),
        },
      ]
    })
  })
}

/** What is left of a unit beside one area may be its boundary, as two files draw it, but no ground: a square metre. */
const SEAM_M2 = 1

/** True where one of the counted areas is all of the unit. */
const isServedWhole = (cell: Cell, inquiry: Inquiry, { register }: Records): boolean => {
  if (cell.shape.kind !== 'area') return false
  const wholeM2 = cell.shape.areaHa * 10_000 - SEAM_M2
  const { sites, m2 } = bucketOf(cell, inquiry) ?? { sites: [], m2: [] }
  return sites.some((site, row) => m2[row]! >= wholeM2 && inquiry.counts(register.columns.owner[site]!))
}

/** Handed out one by one, so that nothing is unpacked for a unit that the caller does not reach. */
export function* groundsFor(
  units: readonly Unit[],
  inquiry: Inquiry,
  records: Records,
  threshold: number | undefined,
): Generator<GroundUnit> {
  for (const { code, cells } of units) {
    const { verdict, targets } = findingOf(code, cells, inquiry, records, threshold)
    if (!SHOWN.has(verdict.kind)) continue
    yield {
      code,
      unitHa: cells.reduce((sum, { shape }) => sum + (shape.kind === 'area' ? shape.areaHa : 0), 0),
      unit: cells.flatMap(({ shape }) => (shape.kind === 'area' ? shape.units : [])),
      within: withinOf(cells, targets, records),
      isServedWhole: cells.every((cell) => isServedWhole(cell, inquiry, records)),
      isSingle: cells.length === 1,
      unitId: targets.map((id) => `${id}@${records.stampOf(id)}`).join(' '),
      verdict: verdict.kind,
      layers: verdict.kind === 'gap' ? [] : layersIn(cells, inquiry, records),
    }
  }
}
