import { bondsFor } from './bindings.ts'
import type { Cell, PlacedKind } from './cell.ts'
import { createCover, SLIVER, type Sliver } from './cover.ts'
import { cubeOf, sweptHa } from './cube.ts'
import type { Engine, Place, Question } from './engine.ts'
import { evidenceOf, findingOf, inquire, type Records, workIn } from './evidence.ts'
import { FACTS_VERSION, type Facts, fingerprintOf, packFacts, recallFacts } from './facts.ts'
import { createGround } from './ground.ts'
import { groundsFor } from './ground_source.ts'
import { findingOfArea } from './judge_area.ts'
import { createLedger } from './ledger.ts'
import { neighbourly } from './neighbourly.ts'
import { loadOverlay } from './overlay.ts'
import { createPace } from './pace.ts'
import { overlapHaOf, pairsIn, servedHaOf } from './pairs.ts'
import { createPlacement } from './placement.ts'
import { createRegister } from './register.ts'
import { type Fault, parseShape } from './shape.ts'
import { createSiteIndex } from './site_index.ts'
import { createUnits } from './units.ts'

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
  const cover = createCover(ground, sliver)
  const placement = createPlacement(ground, register, sites, cover)
  if (facts) recallFacts(facts, { ground, register, placement })
  const ledger = createLedger({ ground, register, placement, overlay, refused: facts?.refused ?? [] })
  const records: Records = ledger

  const { unitsOf, cellsAt } = createUnits(ground, placement)

  /** Hectares of an activity in one cell; sites of one activity that lie over each other count once. */
  const activityHa = (cell: Cell, id: string): number | null => {
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

  const partHa = (cell: Cell, kind: PlacedKind, id: string): number | null =>
    kind === 'activity' ? activityHa(cell, id) : (cell[kind].get(id)?.areaHa ?? null)

  const inquiryFor = (question: Omit<Question, 'region' | 'level'>) =>
    inquire(question, bondsFor(ledger, question.theme, question.period), register)

  return {
    register,
    sites,
    apply: (changes) => {
      for (const change of neighbourly(changes)) ledger.apply(change)
    },
    prepare: async (changes, options) => {
      const pace = createPace({ deadlineMs: Infinity, ...options })
      for (const change of changes) {
        await pace.step()
        ledger.prepare(change)
      }
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
    hectares: (question) => {
      const inquiry = inquiryFor(question)
      const sum = (cells: readonly Cell[], read: (cell: Cell) => number) =>
        cells.reduce((total, cell) => total + read(cell), 0)
      return unitsOf(question).map(({ code, cells }) => ({
        code,
        unitHa: sum(cells, ({ shape }) => (shape.kind === 'area' ? shape.areaHa : 0)),
        servedHa: sum(cells, (cell) => servedHaOf(cell, inquiry, records)),
        overlapHa: sum(cells, (cell) => overlapHaOf(cell, inquiry, records)),
        isPresent: cells.some((cell) => workIn(cell, inquiry, records).length > 0),
      }))
    },
    targetHectares: (question) => {
      const inquiry = inquiryFor(question)
      const asked = unitsOf(question)
        .flatMap(({ cells }) => evidenceOf(cells, inquiry, records).targets)
        .filter(({ measure }) => measure === 'area')
      return {
        targetHa: asked.reduce((sum, { targetHa }) => sum + targetHa, 0),
        servedHa: asked.reduce((sum, { servedHa }) => sum + servedHa, 0),
      }
    },
    area: async (geometry, options = {}) => {
      const shape = parseShape(geometry, overlay)
      if (typeof shape === 'string') return shape
      if (shape.kind !== 'area') return 'no_area'
      const cell = await placement.draw(shape, createPace(options))
      return findingOfArea(cell, shape, { inquiryFor, records, threshold: areaThreshold }, activityHa)
    },
    grounds: (question) => groundsFor(unitsOf(question), inquiryFor(question), records, areaThreshold),
    refresh: async (options) => {
      const pace = createPace({ deadlineMs: Infinity, ...options })
      for (const cell of ground.cells)
        for (const bucket of cell.work.values()) {
          if (bucket.cube) continue
          await pace.step()
          cubeOf(cell, bucket, register)
        }
    },
    reach: (kind, id) =>
      placement
        .cellsOf(kind, id)
        .filter(({ level }) => level === 'village' || level === 'island')
        .map((cell) => ({ code: cell.code, areaHa: partHa(cell, kind, id) }))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
    reachedCodes: (kind, id) =>
      placement
        .cellsOf(kind, id)
        .flatMap(({ level, code }) => (level === 'village' || level === 'island' ? [code] : []))
        .sort(),
    reachedBySite: (site) => {
      const cells = placement.cellsOfSite(site)
      const onGround = cells.filter(({ level }) => level === 'village' || level === 'island')
      return onGround.length > 0 ? onGround.map(({ code }) => code) : [...new Set(cells.flatMap(({ names }) => names))]
    },
    wouldReach: (given) => {
      const isCode = typeof given === 'string'
      if (isCode && ground.named(given).length === 0) return 'unknown_place'
      const place = isCode ? given : parseShape(given, overlay)
      if (!isCode && typeof place === 'string') return place as Fault
      return cover
        .ofSite(place)
        .map(({ cell, m2 }) => ({ code: cell.code, areaHa: Number.isNaN(m2) ? null : m2 / 10_000 }))
        .sort((a, b) => (a.code < b.code ? -1 : 1))
    },
    authorityAt: (given) => {
      const place = typeof given === 'string' ? given : parseShape(given, overlay)
      if (typeof place === 'string' && typeof given !== 'string') return []
      return [...placement.units.authority.values()].flatMap((cell) => {
        const m2 = cover.ofSiteIn(place, cell)
        return m2 === null ? [] : [{ id: cell.code, areaHa: Number.isNaN(m2) ? null : m2 / 10_000 }]
      })
    },
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
