import type { ContextAnswer, UnitLevel } from '../../data/model/answers.ts'
import type { View } from '../view.ts'

/** The planning units a region can be counted in: those it has, and the one already asked for. */
export const levelsOf = ({ regencies, counts }: ContextAnswer, { region, level }: View): readonly UnitLevel[] => {
  const own = regencies.find(({ code }) => code === region)?.units
  const has: { readonly [L in UnitLevel]: boolean } = {
    village: true,
    district: own === undefined || own.district > 0,
    regency: own === undefined,
    island: own === undefined || own.island > 0,
    zone: (counts.zones ?? 0) > 0,
    authority: (counts.authority ?? 0) > 0,
  }
  return (Object.keys(has) as UnitLevel[]).filter((each) => has[each] || each === level)
}
