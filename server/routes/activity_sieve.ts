import type { Audience } from '../audience.ts'
import { type Filter, type Sieve, sieveOf } from '../engine/reads/index.ts'

/** What a listing of activities may ask for; missing and empty are no filter. */
export type ListingFilter = Omit<Filter, 'organisations'> & {
  /** Whoever takes part, in whatever role. */
  readonly organisations?: readonly string[] | undefined
  readonly verification?: string | undefined
}

/** Roles other than the implementer's and the verification only the record itself tells: it is looked up where they are asked for. */
export const activitySieve = (filter: ListingFilter, { engine, find }: Pick<Audience, 'engine' | 'find'>): Sieve => {
  const { organisations = [], verification = '', ...others } = filter
  const { register } = engine
  const passes = sieveOf(others, register)
  if (organisations.length === 0 && verification === '') return passes
  return (slot) => {
    if (!passes(slot)) return false
    const record = find('activity', register.idOf(slot))?.record
    return (
      record !== undefined &&
      (verification === '' || record.verification === verification) &&
      (organisations.length === 0 || record.organisations.some(({ id }) => organisations.includes(id)))
    )
  }
}
