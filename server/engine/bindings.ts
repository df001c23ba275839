import { type Agreement, isInForce } from '../../data/model/agreement.ts'
import { type Code, isWithin } from '../../data/model/codes.ts'
import { meets, type Period } from '../../data/model/period.ts'
import { type Plan, partiesOf } from '../../data/model/plan.ts'
import { isLive } from '../../data/model/plan_figures.ts'
import type { Binding } from '../../data/model/verdict.ts'
import type { Zone } from '../../data/model/zone.ts'
import { type Cell, isNamedBy } from './cell.ts'
import type { Register } from './register.ts'

/** Something in force for one theme and period, and whether it reaches a cell. */
export type Bond = Binding & {
  readonly reaches: (cell: Cell) => boolean
  /** Where some parties are bound in a part of its place only. */
  readonly bindsIn?: (party: string, cell: Cell) => boolean
}

/** What binds on record; `register` knows who carries out the activities that a plan names. */
export type Binders = {
  readonly agreements: ReadonlyMap<string, Agreement>
  readonly zones: ReadonlyMap<string, Zone>
  readonly plans: ReadonlyMap<string, Plan>
  readonly register: Pick<Register, 'find' | 'implementersOf' | 'organisations'>
}

/** Fields without themes leave the agreement open to every theme. */
const concerns = ({ fields }: Agreement, theme: string): boolean => {
  const themes = fields.flatMap((field) => field.themes)
  return themes.length === 0 || themes.includes(theme)
}

/** A zone is within a scope only when every village it reaches is: an agreement on one of them does not bind the others. */
const isInScope = (cell: Cell, scope: readonly Code[]): boolean =>
  cell.villages.size === 0
    ? scope.some((code) => isNamedBy(cell, code))
    : [...cell.villages.keys()].every((village) => scope.some((code) => isWithin(village, code)))

const agreementBond = ({ id, parties, scope, region }: Agreement): Bond => ({
  kind: 'agreement',
  id,
  parties: parties.map((party) => party.id),
  reaches: (cell) => isInScope(cell, scope.length > 0 ? scope : [region]),
})

const isInZone = (cell: Cell, zone: string): boolean => cell.code === zone || cell.zone.has(zone)

const zoneBond = ({ id, actions }: Zone, theme: string, period: Period): Bond => ({
  kind: 'plan',
  id,
  parties: actions
    .filter((action) => action.theme === theme && meets(action.period, period))
    .flatMap(({ parties }) => parties.map((party) => party.id)),
  reaches: (cell) => isInZone(cell, id),
})

const carriersOf = (activity: string, { find, implementersOf, organisations }: Binders['register']) => {
  const slot = find(activity)
  return slot < 0 ? [] : implementersOf(slot).map(organisations.at)
}

/** Those an action names, and those who carry out its activities, are bound where that action is. */
const planBond = (plan: Plan, theme: string, period: Period, register: Binders['register']): Bond => {
  const { id, zone, places } = plan
  const isInPlan = (cell: Cell) =>
    (zone !== undefined && isInZone(cell, zone)) || (places.length > 0 && isInScope(cell, places))
  const doings = plan.actions
    .filter((action) => action.theme === theme && isLive(action) && meets(action.period, period))
    .map((action) => ({
      parties: new Set([...partiesOf(action), ...action.activities.flatMap((one) => carriersOf(one, register))]),
      isHere: (cell: Cell) => (action.places.length > 0 ? isInScope(cell, action.places) : isInPlan(cell)),
    }))
  return {
    kind: 'plan',
    id,
    parties: [...new Set(doings.flatMap(({ parties }) => [...parties]))],
    reaches: (cell) => doings.some(({ isHere }) => isHere(cell)),
    bindsIn: (party, cell) => doings.some(({ parties, isHere }) => parties.has(party) && isHere(cell)),
  }
}

const byId = (a: Bond, b: Bond): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Agreements in force first, then action plans, each in the order of their ids. A zone's own actions stand back behind a plan for it. */
export const bondsFor = (binders: Binders, theme: string, period: Period): readonly Bond[] => {
  const { agreements, zones, plans, register } = binders
  const planned = new Set([...plans.values()].map(({ zone }) => zone))
  return [
    ...[...agreements.values()]
      .filter((agreement) => isInForce(agreement, period) && concerns(agreement, theme))
      .map(agreementBond)
      .sort(byId),
    ...[
      ...[...plans.values()].map((plan) => planBond(plan, theme, period, register)),
      ...[...zones.values()].filter(({ id }) => !planned.has(id)).map((zone) => zoneBond(zone, theme, period)),
    ]
      .filter(({ parties }) => parties.length > 0)
      .sort(byId),
  ]
}
