import type { UnitLevel } from '../../data/model/answers.ts'
import { type Code, isWithin } from '../../data/model/codes.ts'
import { bondsFor } from './bindings.ts'
import { type Cell, isNamedBy, type PlacedKind } from './cell.ts'
import { createCover, SLIVER, type Sliver } from './cover.ts'
import { sweptHa } from './cube.ts'
import type { Engine, Place, Question } from './engine.ts'
import { findingOf, inquire, type Records } from './evidence.ts'
import { FACTS_VERSION, type Facts, fingerprintOf, packFacts, recallFacts } from './facts.ts'
import { createGround } from './ground.ts'
import { createLedger } from './ledger.ts'
import { loadOverlay } from './overlay.ts'
import { overlapHaOf, pairsIn, type Unit } from './pairs.ts'
import { createPlacement } from './placement.ts'
import { createRegister } from './register.ts'
import { createSiteIndex } from './site_index.ts'

export type EngineOptions = {
  readonly places: readonly Place[]
  /** Served share from which an area target is met; AREA_THRESHOLD unless given. */
  readonly areaThreshold?: number
  readonly sliver?: Sliver
  /** Of an earlier engine; left aside when the places, the rules or the version differ. */
  readonly facts?: Facts | null
}

/** Exact facts are kept as records arrive; verdicts and hectares are drawn from them when asked. */
export const createEngine = async (options: EngineOptions): Promise<Engine> => {
  const { places, areaThreshold, sliver = SLIVER } = options
  const overlay = await loadOverlay()
  const ground = createGround(places, overlay)
  const fingerprint = fingerprintOf(ground, sliver)
  const isFit = options.facts?.version === FACTS_VERSION && options.facts.fingerprint === fingerprint
  const facts = isFit ? options.facts! : null
  const register = createRegister(facts?.register)
  const sites = createSiteIndex(register)
  const placement = createPlacement(ground, register, sites, createCover(ground, sliver))
  if (facts) recallFacts(facts, { ground, register, placement })
  const ledger = createLedger({ ground, register, placement, overlay, refused: facts?.refused ?? [] })
  const records: Records = ledger

  const alone = (cells: Iterable<Cell>, region: Code): Unit[] =>
    [...cells].filter((cell) => isNamedBy(cell, region)).map((cell) => ({ code: cell.code, cells: [cell] }))
  const together = (codes: readonly Code[], region: Code): Unit[] =>
    codes.filter((code) => isWithin(code, region)).map((code) => ({ code, cells: ground.villagesOf(code) }))
  const drawn = (cells: Iterable<Cell>, region: Code): Unit[] =>
    alone(cells, region).sort((a, b) => (a.code < b.code ? -1 : 1))

  const listUnits = (region: Code, level: UnitLevel): readonly Unit[] => {
    switch (level) {
      case 'village':
        return alone(ground.villages, region)
      case 'island':
        return alone(ground.islands, region)
      case 'zone':
        return drawn(placement.units.zone.values(), region)
      case 'authority':
        return drawn(placement.units.authority.values(), region)
      case 'district':
        return together(ground.districts, region)
      case 'regency':
        return together(ground.regencies, region)
    }
  }
  const listed = new Map<string, readonly Unit[]>()
  const unitsOf = ({ region, level, among }: Question): readonly Unit[] => {
    const key = `${level} ${region}`
    const isStanding = level !== 'zone' && level !== 'authority'
    const units = listed.get(key) ?? listUnits(region, level)
    // Only places that exist are remembered, or anybody could fill the memory with regions.
    if (isStanding && units.length > 0) listed.set(key, units)
    if (!among) return units
    const wanted = new Set(among)
    return units.filter(({ code }) => wanted.has(code))
  }

  const cellsAt = (code: Code): readonly Cell[] => {
    const cell = placement.units.zone.get(code) ?? placement.units.authority.get(code) ?? ground.byCode.get(code)
    return cell ? [cell] : ground.villagesOf(code)
  }

  /** Hectares of a record in one cell; sites of one activity that lie over each other count once. */
  const partHa = (cell: Cell, kind: PlacedKind, id: string): number | null => {
    if (kind !== 'activity') return cell[kind].get(id)?.areaHa ?? null
    const slot = register.find(id)
    const bucket = cell.work.get(register.themesOf(slot)[0]!)
    if (!bucket) return null
    const rows = bucket.sites.flatMap((site, row) =>
      register.columns.owner[site] === slot && !Number.isNaN(bucket.m2[row]!) ? [bucket.m2[row]!] : [],
    )
    if (rows.length <= 1) return rows.length === 0 ? null : rows[0]! / 10_000
    const sieve = { key: `only ${id}`, counts: (other: number) => other === slot }
    return sweptHa(cell, bucket, register, sieve, { key: '', within: null }).servedHa
  }

  const inquiryFor = (question: Omit<Question, 'region' | 'level'>) =>
    inquire(
      question,
      bondsFor(ledger.agreements.values(), ledger.zones.values(), question.theme, question.period),
      register,
    )

  return {
    register,
    sites,
    apply: (changes) => {
      for (const change of changes) ledger.apply(change)
    },
    coverage: (question) => {
      const inquiry = inquiryFor(question)
      return unitsOf(question).map(({ code, cells }) => findingOf(code, cells, inquiry, records, areaThreshold))
    },
    history: (code, theme, years) =>
      years.map((year) => {
        const inquiry = inquiryFor({ theme, period: { from: year, to: year } })
        return { year, finding: findingOf(code, cellsAt(code), inquiry, records, areaThreshold) }
      }),
    overlaps: (question) => pairsIn(unitsOf(question), inquiryFor(question), records),
    overlapHa: (question) => {
      const inquiry = inquiryFor(question)
      const cells = unitsOf(question).flatMap((unit) => unit.cells)
      return cells.reduce((sum, cell) => sum + overlapHaOf(cell, inquiry, records), 0)
    },
    reach: (kind, id) =>
      placement
        .cellsOf(kind, id)
        .filter(({ level }) => level === 'village' || level === 'island')
        .map((cell) => ({ code: cell.code, areaHa: partHa(cell, kind, id) }))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
    at: (code) => {
      const cells = cellsAt(code)
      const idsOf = (kind: 'target' | 'authority') =>
        [...new Set(cells.flatMap((cell) => [...cell[kind].keys()]))].sort()
      const slots = new Set(
        cells.flatMap((cell) =>
          [...cell.work.values()].flatMap(({ sites: own }) => own.map((site) => register.columns.owner[site]!)),
        ),
      )
      const areaHaOf = (id: string) => cells.reduce((sum, cell) => sum + (cell.authority.get(id)?.areaHa ?? 0), 0)
      return {
        activities: Array.from(slots, register.idOf).sort(),
        targets: idsOf('target'),
        authority: idsOf('authority').map((id) => ({ id, areaHa: areaHaOf(id) })),
      }
    },
    pack: () => {
      const refused = [...ledger.refused].filter(([key]) => key.startsWith('activity '))
      return packFacts({ ground, register }, fingerprint, refused)
    },
    recalled: () => [...ledger.recalled],
    refusals: ledger.refusals,
  }
}
