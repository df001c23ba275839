import { type Agreement, isInForce } from '../../data/model/agreement.ts'
import { type Code, isWithin } from '../../data/model/codes.ts'
import { meets, type Period } from '../../data/model/period.ts'
import type { Binding } from '../../data/model/verdict.ts'
import type { Zone } from '../../data/model/zone.ts'
import { type Cell, isNamedBy } from './cell.ts'

/** Something in force for one theme and period, and whether it reaches a cell. */
export type Bond = Binding & { readonly reaches: (cell: Cell) => boolean }

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

const planBond = ({ id, actions }: Zone, theme: string, period: Period): Bond => ({
  kind: 'plan',
  id,
  parties: actions
    .filter((action) => action.theme === theme && meets(action.period, period))
    .flatMap(({ parties }) => parties.map((party) => party.id)),
  reaches: (cell) => cell.code === id || cell.zone.has(id),
})

const byId = (a: Bond, b: Bond): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Agreements in force first, then action plans, each in the order of their ids. */
export const bondsFor = (
  agreements: Iterable<Agreement>,
  zones: Iterable<Zone>,
  theme: string,
  period: Period,
): readonly Bond[] => [
  ...[...agreements]
    .filter((agreement) => isInForce(agreement, period) && concerns(agreement, theme))
    .map(agreementBond)
    .sort(byId),
  ...[...zones]
    .map((zone) => planBond(zone, theme, period))
    .filter(({ parties }) => parties.length > 0)
    .sort(byId),
]
