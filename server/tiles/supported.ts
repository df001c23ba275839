import { implementersOf } from '../../data/model/activity.ts'
import type { World } from '../world.ts'

/** Activities that organisations pay for or support without being there, by organisation; found once a journal position. */
export const createSupported = ({ everyone }: World) => {
  let seq = -1
  let slotsOf = new Map<string, Set<number>>()
  const gather = () => {
    const found = new Map<string, Set<number>>()
    for (const activity of everyone.all('activity')) {
      const implementers = implementersOf(activity)
      for (const { id } of activity.organisations) {
        if (implementers.includes(id)) continue
        const slots = found.get(id) ?? new Set()
        found.set(id, slots.add(everyone.engine.register.find(activity.id)))
      }
    }
    return found
  }
  return (organisations: readonly string[]): ReadonlySet<number> => {
    const current = everyone.asOf().seq
    if (seq !== current) slotsOf = gather()
    seq = current
    return new Set(organisations.flatMap((id) => [...(slotsOf.get(id) ?? [])]))
  }
}
