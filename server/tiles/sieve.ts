import type { Question } from '../engine/engine.ts'
import { type Sieve, sieveOf } from '../engine/reads/index.ts'
import type { Register } from '../engine/register.ts'
import type { TileFilter } from './records.ts'

export type ActivityFilter = TileFilter & {
  readonly budgetIdr?: Question['budgetIdr']
  /** Slots of activities that the named organisations pay for or support: on the map too, though no presence there. */
  readonly supported?: ReadonlySet<number>
}

/** Which slots of the register a filter lets through; halted work too, for a map shows what is on record. */
export const createSieve = (filter: ActivityFilter, register: Register): Sieve => {
  const { supported, organisations = [], ...others } = filter
  const passes = sieveOf(others, register)
  if (organisations.length === 0) return passes
  const carriesOut = sieveOf({ organisations }, register)
  return (slot) => passes(slot) && (carriesOut(slot) || supported?.has(slot) === true)
}
