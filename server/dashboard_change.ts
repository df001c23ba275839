import type { ChangeAnswer } from '../data/model/answers.ts'
import type { Code } from '../data/model/codes.ts'
import type { DashboardChange, ThemeChange } from '../data/model/dashboard.ts'
import { formatPeriod } from '../data/model/period.ts'
import { compare, type NameUnit, type Side } from './change.ts'
import type { World } from './world.ts'

/** So many villages of a theme are named; all of them are at `/api/change.csv`. */
const MOST_NAMED = 40

type Changed = Pick<ChangeAnswer, 'theme' | 'before' | 'after' | 'units'>
type Unit = Changed['units'][number]

const isClosed = ({ before, after }: Unit): boolean => before.kind === 'gap' && after.kind !== 'gap'
const isOpened = ({ before, after }: Unit): boolean => before.kind !== 'gap' && after.kind === 'gap'

const themeChangeOf = ({ theme, before, after, units }: Changed): ThemeChange => {
  const [closed, opened] = [units.filter(isClosed), units.filter(isOpened)]
  const others = units.filter((unit) => !isClosed(unit) && !isOpened(unit))
  return {
    theme,
    before: { targeted: before.targeted, counts: before.counts },
    after: { targeted: after.targeted, counts: after.counts },
    closed: closed.length,
    opened: opened.length,
    changed: units.length,
    units: [...closed, ...opened, ...others].slice(0, MOST_NAMED).map((unit) => ({
      code: unit.code,
      name: unit.name,
      before: unit.before.kind,
      after: unit.after.kind,
    })),
  }
}

/** Every theme put to the two sides as `/api/change` does; those that stayed the same are left out. */
export const answerDashboardChange = (
  world: World,
  region: Code,
  [before, after]: readonly [Side, Side],
): DashboardChange => {
  const { geography, themes } = world
  const nameUnit: NameUnit = (code) => ({ name: geography.nameOf(code), within: geography.nameAbove(code) })
  const compared = themes.map(({ id: theme }) => compare({ region, theme, level: 'village' }, before, after, nameUnit))
  return {
    asOf: world.everyone.asOf(),
    region,
    period: formatPeriod(after.period),
    villages: geography.within(region, 'village').length,
    before: before.standpoint.asOf,
    after: after.standpoint.asOf,
    themes: compared.filter(({ units }) => units.length > 0).map(themeChangeOf),
  }
}
