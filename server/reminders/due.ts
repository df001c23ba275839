import { type AnyRecord, freshnessDays, type Kind } from '../../data/model/record.ts'
import { remindedOf } from '../../data/model/reminder.ts'
import { describe } from '../describe.ts'
import type { State } from '../journal/state.ts'
import type { Person } from '../people/private_state.ts'

export type Stale = { readonly kind: Kind; readonly id: string; readonly title: string; readonly days: number }
/** What an organisation has not confirmed for long, the stalest first, and who of its people wants to be told. */
export type Due = {
  readonly organisation: string
  readonly records: readonly Stale[]
  readonly people: readonly Person[]
}

const staleOf = (entry: AnyRecord, today: string): Stale => ({
  kind: entry.kind,
  id: entry.record.id,
  title: describe(entry).title,
  days: freshnessDays(entry.record, today),
})

/** Only where somebody wants to be told; `today` is an ISO date. */
export const remindersDue = (
  { records }: Pick<State, 'records'>,
  people: readonly Person[],
  today: string,
): readonly Due[] => {
  const byKeeper = new Map<string, Stale[]>()
  for (const kept of records.values()) {
    const entry = kept as AnyRecord
    const keeper = remindedOf(entry, today)
    if (keeper === null) continue
    const known = byKeeper.get(keeper)
    if (known) known.push(staleOf(entry, today))
    else byKeeper.set(keeper, [staleOf(entry, today)])
  }
  return [...byKeeper].flatMap(([organisation, stale]) => {
    const wanting = people.filter(
      (person) => person.organisation === organisation && !person.isDisabled && person.isReminded !== false,
    )
    const records = stale.sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1))
    return wanting.length > 0 ? [{ organisation, records, people: wanting }] : []
  })
}
