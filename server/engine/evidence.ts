import { type Activity, implementersOf, isActive } from '../../data/model/activity.ts'
import type { OrganisationKind } from '../../data/model/organisation.ts'
import { meets, type Period } from '../../data/model/period.ts'
import { isDue, type Target } from '../../data/model/target.ts'
import { type Binding, type Evidence, judge } from '../../data/model/verdict.ts'
import type { Bond } from './bindings.ts'
import { type Cell, remember } from './cell.ts'
import type { Question, UnitFinding } from './engine.ts'
import { type FlatArea, planeHectares } from './equal_area.ts'
import type { Overlay } from './overlay.ts'

/** What the records say, whichever way they are kept. */
export type Records = {
  readonly activity: ReadonlyMap<string, Activity>
  readonly target: ReadonlyMap<string, Target>
  readonly kindOf: (organisation: string) => OrganisationKind
}

/** A question of one theme and period, ready to be put to any unit. */
export type Inquiry = {
  readonly theme: string
  readonly period: Period
  readonly bonds: readonly Bond[]
  /** Active in the period, by an implementer, and let through by the question's filters. */
  readonly counts: (activity: Activity) => boolean
}

export const inquire = (
  {
    theme,
    period,
    organisations = [],
    statuses = [],
  }: Pick<Question, 'theme' | 'period' | 'organisations' | 'statuses'>,
  bonds: readonly Bond[],
): Inquiry => ({
  theme,
  period,
  bonds,
  counts: (activity) => {
    const implementers = implementersOf(activity)
    return (
      isActive(activity, period) &&
      implementers.length > 0 &&
      (organisations.length === 0 || implementers.some((id) => organisations.includes(id))) &&
      (statuses.length === 0 || statuses.includes(activity.status))
    )
  },
})

/** Ids, sorted, of the activities that count in one cell. */
export const workIn = (cell: Cell, { theme, counts }: Inquiry, records: Records): string[] =>
  [...(cell.activity.byTheme.get(theme) ?? [])].filter((id) => counts(records.activity.get(id)!)).sort()

/** The activities that have an area in the cell; points, lines and codes are presence without hectares. */
export const drawnIn = (cell: Cell, ids: readonly string[]): string[] =>
  ids.filter((id) => cell.activity.facts.get(id)?.area)

/** What the polygons of these activities cover in the cell, each hectare once. */
export const groundOf = (cell: Cell, drawn: readonly string[], overlay: Overlay): FlatArea =>
  overlay.unite(drawn.map((id) => cell.activity.facts.get(id)?.area ?? []))

/** Hectares of a target inside the cell that the activities serve; never more than the target has there. */
const servedHa = (cell: Cell, target: string, work: readonly string[], overlay: Overlay): number => {
  const aim = cell.target.facts.get(target)
  const drawn = drawnIn(cell, work)
  if (!aim?.area || aim.areaHa === null || drawn.length === 0) return 0
  const { area, areaHa } = aim
  const isWhole = cell.shape.kind === 'area' && area === cell.shape.metres
  const served = remember(cell, `served ${isWhole ? '' : target} ${drawn.join(' ')}`, () => {
    const ground = groundOf(cell, drawn, overlay)
    return planeHectares(isWhole ? ground : overlay.intersect(ground, area))
  })
  return Math.min(served, areaHa)
}

const isReported = (cell: Cell, period: Period, records: Records): boolean =>
  [...cell.activity.facts.keys()].some((id) => meets(records.activity.get(id)!.period, period)) ||
  [...cell.target.facts.keys()].some((id) => isDue(records.target.get(id)!, period))

/** Agreements and plans that reach every one of these cells. */
export const bindingsOf = (cells: readonly Cell[], bonds: readonly Bond[]): readonly Binding[] =>
  bonds.filter(({ reaches }) => cells.every(reaches))

/**
 * The finding for one unit: one cell, or the village cells that make up a district or regency. A target's hectares are
 * summed over the cells, an activity in many cells is one activity, and only what reaches every cell with work binds it.
 */
export const findingOf = (
  code: string,
  cells: readonly Cell[],
  inquiry: Inquiry,
  records: Records,
  overlay: Overlay,
  threshold: number | undefined,
): UnitFinding => {
  const { theme, period, bonds } = inquiry
  const work = cells.map((cell) => ({ cell, ids: workIn(cell, inquiry, records) }))
  const activities = [...new Set(work.flatMap(({ ids }) => ids))].sort()
  const due = (cell: Cell) =>
    [...(cell.target.byTheme.get(theme) ?? [])].filter((id) => isDue(records.target.get(id)!, period))
  const targets = [...new Set(cells.flatMap(due))].sort()
  const evidence: Evidence = {
    targets: targets.map((id) => {
      const here = work.filter(({ cell }) => cell.target.facts.has(id))
      return {
        id,
        measure: records.target.get(id)!.measure,
        targetHa: here.reduce((sum, { cell }) => sum + (cell.target.facts.get(id)!.areaHa ?? 0), 0),
        servedHa: here.reduce((sum, { cell, ids }) => sum + servedHa(cell, id, ids, overlay), 0),
      }
    }),
    activities: activities.map((id) => ({ id, implementers: implementersOf(records.activity.get(id)!) })),
    kindOf: records.kindOf,
    // Looked up only where the verdict turns on them.
    get bindings() {
      return bindingsOf(
        work.filter(({ ids }) => ids.length > 0).map(({ cell }) => cell),
        bonds,
      )
    },
    get reported() {
      return cells.some((cell) => isReported(cell, period, records))
    },
  }
  return { code, verdict: judge(evidence, threshold), activities, targets }
}
