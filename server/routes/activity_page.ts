import type { Audience } from '../audience.ts'
import { meet } from '../bounds.ts'
import { slotsInBox } from '../engine/reads/index.ts'
import type { Geography } from '../geography.ts'
import type { Page, Selection } from '../projection/projection.ts'
import { activitySieve } from './activity_sieve.ts'

/** The first `count` in order, without putting all the others in order too. */
const firstOf = (ids: readonly string[], count: number): readonly string[] => {
  const kept: string[] = []
  let last: string | null = null
  for (const id of ids) {
    if (last !== null && id >= last) continue
    kept.push(id)
    if (kept.length < 2 * count) continue
    kept.sort()
    kept.length = count
    last = kept[count - 1]!
  }
  return kept.sort().slice(0, count)
}

/** One page of activities out of memory, for every selection but one by place: the same page that the tables would give. */
export const pageOfActivities = (
  { theme, organisations, statuses, verification, period, bbox, after, limit }: Selection,
  { engine, find }: Pick<Audience, 'engine' | 'find'>,
  geography: Geography,
): Page => {
  const { register } = engine
  const filter = { theme: theme === '' ? undefined : theme, period: period ?? undefined, statuses }
  const passes = activitySieve({ ...filter, organisations, verification }, { engine, find })
  const reaches = (code: string): boolean => {
    const bounds = geography.boundsOf(code)
    return bounds !== null && bbox !== null && meet(bounds, bbox)
  }
  const slots = bbox
    ? slotsInBox(bbox, passes, engine, new Set(register.codes.all.filter(reaches)))
    : [...register.slots()].filter(passes)
  const ids = slots.map(register.idOf)
  return { matched: ids.length, ids: firstOf(after === '' ? ids : ids.filter((id) => id > after), limit) }
}
