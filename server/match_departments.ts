import { isWithin } from '../data/model/codes.ts'
import type { DepartmentsAnswer } from '../data/model/matching.ts'
import { formatPeriod } from '../data/model/period.ts'
import { type DeskAsked, placedIn } from './match_desk.ts'
import type { World } from './world.ts'

type Department = DepartmentsAnswer['departments'][number]

const mostWaiting = (a: Department, b: Department): number =>
  b.waiting - a.waiting || b.targets - a.targets || (a.name < b.name ? -1 : 1)

/** The departments of a region, or of the regency around it, each with how many of its targets wait. */
export const answerDepartments = (world: World, asked: Pick<DeskAsked, 'region' | 'period'>): DepartmentsAnswer => {
  const { region, period } = asked
  const { everyone } = world
  const placed = placedIn(world, asked, everyone.all('target'))
  const departments = everyone
    .all('organisation')
    .filter(
      ({ kind, region: own }) =>
        kind === 'opd' && own !== undefined && (isWithin(own, region) || isWithin(region, own)),
    )
    .map(({ id, name }): Department => {
      const own = placed.filter(({ target }) => target.organisation === id)
      const waiting = own.filter(({ verdicts }) => verdicts.some(({ kind }) => kind === 'gap'))
      return { id, name, targets: own.length, waiting: waiting.length }
    })
  return { asOf: everyone.asOf(), region, period: formatPeriod(period), departments: departments.sort(mostWaiting) }
}
