import type { UnitLevel } from '../../data/model/answers.ts'
import { type Code, isWithin } from '../../data/model/codes.ts'
import { bondsFor } from './bindings.ts'
import { type Cell, isNamedBy } from './cell.ts'
import { createCover, SLIVER, type Sliver } from './cover.ts'
import type { Engine, Place, Question } from './engine.ts'
import { findingOf, inquire } from './evidence.ts'
import { createGround } from './ground.ts'
import { createLedger } from './ledger.ts'
import { loadOverlay } from './overlay.ts'
import { overlapHaIn, pairsIn } from './pairs.ts'
import { createPlacement } from './placement.ts'

export type EngineOptions = {
  readonly places: readonly Place[]
  /** Served share from which an area target is met; AREA_THRESHOLD unless given. */
  readonly areaThreshold?: number
  readonly sliver?: Sliver
}

type Unit = { readonly code: Code; readonly cells: readonly Cell[] }

/** Plain and exact: facts are computed as records arrive, verdicts are drawn from them when asked. */
export const createEngine = async ({ places, areaThreshold, sliver = SLIVER }: EngineOptions): Promise<Engine> => {
  const overlay = await loadOverlay()
  const ground = createGround(places, overlay)
  const placement = createPlacement(createCover(ground, overlay, sliver))
  const ledger = createLedger(ground, placement, overlay)

  const alone = (cells: Iterable<Cell>, region: Code): Unit[] =>
    [...cells].filter((cell) => isNamedBy(cell, region)).map((cell) => ({ code: cell.code, cells: [cell] }))
  const together = (codes: readonly Code[], region: Code): Unit[] =>
    codes.filter((code) => isWithin(code, region)).map((code) => ({ code, cells: ground.villagesOf(code) }))

  const unitsOf = (region: Code, level: UnitLevel): Unit[] => {
    switch (level) {
      case 'village':
        return alone(ground.villages, region)
      case 'island':
        return alone(ground.islands, region)
      case 'zone':
        return alone(placement.zones.values(), region).sort((a, b) => (a.code < b.code ? -1 : 1))
      case 'district':
        return together(ground.districts, region)
      case 'regency':
        return together(ground.regencies, region)
      case 'authority':
        return []
    }
  }

  const cellsAt = (code: Code): readonly Cell[] => {
    const cell = placement.zones.get(code) ?? ground.byCode.get(code)
    return cell ? [cell] : ground.villagesOf(code)
  }

  const inquiryFor = (question: Pick<Question, 'theme' | 'period' | 'organisations' | 'statuses'>) =>
    inquire(question, bondsFor(ledger.agreements.values(), ledger.zones.values(), question.theme, question.period))

  return {
    apply: (changes) => {
      for (const change of changes) ledger.apply(change)
    },
    coverage: (question) => {
      const inquiry = inquiryFor(question)
      return unitsOf(question.region, question.level).map(({ code, cells }) =>
        findingOf(code, cells, inquiry, ledger, overlay, areaThreshold),
      )
    },
    history: (code, theme, years) =>
      years.map((year) => {
        const inquiry = inquiryFor({ theme, period: { from: year, to: year } })
        return { year, finding: findingOf(code, cellsAt(code), inquiry, ledger, overlay, areaThreshold) }
      }),
    overlaps: (question) => pairsIn(unitsOf(question.region, question.level), inquiryFor(question), ledger, overlay),
    overlapHa: (question) => {
      const cells = unitsOf(question.region, question.level).flatMap((unit) => unit.cells)
      return overlapHaIn(cells, inquiryFor(question), ledger, overlay)
    },
    reach: (kind, id) =>
      placement
        .cellsOf(kind, id)
        .filter(({ level }) => level !== 'zone')
        .map((cell) => ({ code: cell.code, areaHa: cell[kind].facts.get(id)?.areaHa ?? null }))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
    at: (code) => {
      const cells = cellsAt(code)
      const idsOf = (kind: 'activity' | 'target' | 'authority') =>
        [...new Set(cells.flatMap((cell) => [...cell[kind].facts.keys()]))].sort()
      const areaHaOf = (id: string) => cells.reduce((sum, cell) => sum + (cell.authority.facts.get(id)?.areaHa ?? 0), 0)
      return {
        activities: idsOf('activity'),
        targets: idsOf('target'),
        authority: idsOf('authority').map((id) => ({ id, areaHa: areaHaOf(id) })),
      }
    },
    refusals: ledger.refusals,
  }
}
