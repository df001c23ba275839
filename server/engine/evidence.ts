import { ACTIVITY_STATUSES, covers } from '../../data/model/activity.ts'
import { isPartner, type OrganisationKind } from '../../data/model/organisation.ts'
import { FIRST_YEAR, LAST_YEAR, type Period } from '../../data/model/period.ts'
import { isDue, type Target } from '../../data/model/target.ts'
import { type Binding, type Evidence, judge } from '../../data/model/verdict.ts'
import type { Bond } from './bindings.ts'
import type { Bucket, Cell } from './cell.ts'
import { cubeIndex, cubeOf, type Sieve, sweptHa } from './cube.ts'
import type { Question, UnitFinding } from './engine.ts'
import { sieveOf } from './reads/sieve.ts'
import type { Register } from './register.ts'

/** What the records say, whichever way they are kept. */
export type Records = {
  readonly register: Register
  readonly target: ReadonlyMap<string, Target>
  readonly kindOf: (organisation: string) => OrganisationKind
  /** Of a target; differs from every earlier state of it. */
  readonly stampOf: (target: string) => number
}

/** A question of one theme and period, ready to be put to any unit. */
export type Inquiry = Sieve & {
  readonly theme: string
  /** Its number in the register; -1 when no activity ever had it. */
  readonly themeNumber: number
  readonly period: Period
  readonly bonds: readonly Bond[]
  /** The year of the cube that answers it; null where filters or several years need a sweep. */
  readonly cubeIndex: number | null
}

type Asked = Pick<Question, 'theme' | 'period' | 'organisations' | 'statuses' | 'budgetIdr'>

/** Stopped work and work that nobody carries out count nowhere, whatever a filter says. */
const countsOf = (asked: Asked, register: Register): Sieve['counts'] => {
  const { period, organisations, statuses = [], budgetIdr } = asked
  const counting = (
    statuses.length > 0 ? ACTIVITY_STATUSES.filter((one) => statuses.includes(one)) : ACTIVITY_STATUSES
  ).filter(covers)
  if (counting.length === 0) return () => false
  const passes = sieveOf({ period, organisations, statuses: counting, budgetIdr }, register)
  const isCarriedOut = register.organisationLists.all.map((list) => list.length > 0)
  const { columns } = register
  return (slot) => passes(slot) && isCarriedOut[columns.organisations[slot]!]!
}

export const inquire = (asked: Asked, bonds: readonly Bond[], register: Register): Inquiry => {
  const { theme, period, organisations = [], statuses = [], budgetIdr } = asked
  const isOpen = organisations.length === 0 && statuses.length === 0 && budgetIdr === undefined
  return {
    theme,
    themeNumber: register.themes.find(theme),
    period,
    bonds,
    key: JSON.stringify([period.from, period.to, organisations, statuses, budgetIdr ?? null]),
    cubeIndex: isOpen && period.from === period.to ? cubeIndex(period.from) : null,
    counts: countsOf(asked, register),
  }
}

const NOBODY: readonly number[] = []

export const bucketOf = (cell: Cell, { themeNumber }: Inquiry): Bucket | undefined => cell.work.get(themeNumber)

/** The activities that count in one cell, each once, as slots of the register in no order. */
export const workIn = (cell: Cell, inquiry: Inquiry, { register }: Records): readonly number[] => {
  const bucket = bucketOf(cell, inquiry)
  if (!bucket || bucket.sites.length === 0) return NOBODY
  const { owner } = register.columns
  const found = new Set<number>()
  for (const site of bucket.sites) {
    const slot = owner[site]!
    if (inquiry.counts(slot)) found.add(slot)
  }
  return [...found]
}

export const implementersOf = (slot: number, register: Register): readonly string[] =>
  register.implementersOf(slot).map(register.organisations.at)

/** True where a partner carries out one of these activities; departments alone overlap with nobody. */
export const hasPartner = (slots: readonly number[], { register, kindOf }: Records): boolean =>
  slots.some((slot) => implementersOf(slot, register).some((id) => isPartner(kindOf(id))))

/** Hectares of a target inside the cell that the counted activities serve; never more than the target has there. */
const servedHa = (cell: Cell, id: string, inquiry: Inquiry, { register }: Records): number => {
  const part = cell.target.get(id)
  const bucket = bucketOf(cell, inquiry)
  if (!part || part.areaHa === null || !bucket) return 0
  const isWhole = part.within === null
  const served =
    isWhole && inquiry.cubeIndex !== null
      ? cubeOf(cell, bucket, register).servedHa[inquiry.cubeIndex]!
      : sweptHa(cell, bucket, register, inquiry, { key: isWhole ? '' : id, within: part.within }).servedHa
  return Math.min(served, part.areaHa)
}

const isReported = (cell: Cell, period: Period, { target }: Records): boolean => {
  const last = Math.min(LAST_YEAR, period.to) - FIRST_YEAR
  for (let year = Math.max(FIRST_YEAR, period.from) - FIRST_YEAR; year <= last; year += 1)
    if (cell.reported[year]! > 0) return true
  for (const id of cell.target.keys()) if (isDue(target.get(id)!, period)) return true
  return false
}

/** Agreements and plans that reach every one of these cells, each with those it binds in all of them. */
export const bindingsOf = (cells: readonly Cell[], bonds: readonly Bond[]): readonly Binding[] =>
  bonds
    .filter(({ reaches }) => cells.every(reaches))
    .map((bond) => {
      const { kind, id, parties, bindsIn } = bond
      return bindsIn
        ? { kind, id, parties: parties.filter((party) => cells.every((cell) => bindsIn(party, cell))) }
        : bond
    })

/** The targets of the theme that are due, in one cell. */
const dueIn = (cell: Cell, { theme, period }: Inquiry, { target }: Records): string[] => {
  const due: string[] = []
  for (const id of cell.target.keys()) {
    const record = target.get(id)!
    if (record.theme === theme && isDue(record, period)) due.push(id)
  }
  return due
}

/**
 * The evidence for one unit: one cell, or the village cells that make up a district or regency. A target's hectares are
 * summed over the cells, an activity in many cells is one activity, and only what reaches every cell with work binds it.
 */
export const evidenceOf = (
  cells: readonly Cell[],
  inquiry: Inquiry,
  records: Records,
): Evidence & { readonly targetIds: readonly string[] } => {
  const { register } = records
  const work = cells.map((cell) => workIn(cell, inquiry, records))
  const slots = cells.length === 1 ? work[0]! : [...new Set(work.flat())]
  const activities = slots
    .map((slot) => ({ id: register.idOf(slot), implementers: implementersOf(slot, register) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const due = cells.map((cell) => dueIn(cell, inquiry, records))
  const targetIds = [...new Set(due.flat())].sort()
  return {
    activities,
    targetIds,
    targets: targetIds.map((id) => {
      const here = cells.filter((_, index) => due[index]!.includes(id))
      const { measure } = records.target.get(id)!
      return {
        id,
        measure,
        targetHa: here.reduce((sum, cell) => sum + (cell.target.get(id)!.areaHa ?? 0), 0),
        // Presence asks for no hectares, and sweeping them is what costs.
        servedHa: measure === 'area' ? here.reduce((sum, cell) => sum + servedHa(cell, id, inquiry, records), 0) : 0,
      }
    }),
    kindOf: records.kindOf,
    // Looked up only where the verdict turns on them.
    get bindings() {
      return bindingsOf(
        cells.filter((_, index) => work[index]!.length > 0),
        inquiry.bonds,
      )
    },
    get reported() {
      return cells.some((cell) => isReported(cell, inquiry.period, records))
    },
  }
}

export const findingOf = (
  code: string,
  cells: readonly Cell[],
  inquiry: Inquiry,
  records: Records,
  threshold: number | undefined,
): UnitFinding => {
  const evidence = evidenceOf(cells, inquiry, records)
  return {
    code,
    verdict: judge(evidence, threshold),
    activities: evidence.activities.map(({ id }) => id),
    targets: evidence.targetIds,
  }
}
