import { REMIND_EVERY_DAYS } from '../../data/model/reminder.ts'
import type { RecordStore } from '../journal/store.ts'
import type { Mail } from '../mail.ts'
import type { People } from '../people/index.ts'
import type { Person } from '../people/private_state.ts'
import { type Due, remindersDue } from './due.ts'
import { letterOf } from './letter.ts'
import type { Reminded, ReminderMemory } from './memory.ts'

const DAY_MS = 86_400_000

/** A time far ahead was written by a clock that was wrong: it does not count. */
const isRecent = (at: string | undefined, now: Date): boolean =>
  at !== undefined && Math.abs(now.getTime() - Date.parse(at)) < REMIND_EVERY_DAYS * DAY_MS

/** Who is to be told today, each with what is stale of their organisation. */
export const remindersToSend = (
  state: Parameters<typeof remindersDue>[0],
  people: readonly Person[],
  reminded: Reminded,
  now: Date,
): readonly Due[] =>
  remindersDue(state, people, now.toISOString().slice(0, 10)).flatMap((due) => {
    const left = due.people.filter(({ id }) => !isRecent(reminded.get(id), now))
    return left.length > 0 ? [{ ...due, people: left }] : []
  })

/** Drops, from when each was reminded, whoever has no account any more. */
export const forgetGone = async (memory: ReminderMemory, { store }: Pick<People, 'store'>): Promise<void> => {
  // Of a damaged file nobody can be known: that does not mean that all are gone.
  if (store.trouble()) return
  const reminded = await memory.load()
  const left = new Map([...reminded].filter(([id]) => store.state().people.some((one) => one.id === id)))
  if (left.size < reminded.size) await memory.save(left)
}

export type Reminding = {
  readonly store: Pick<RecordStore, 'state'>
  readonly people: Pick<People, 'store'>
  readonly memory: ReminderMemory
  readonly mail: Mail
  readonly now: () => Date
  /** The public address, without a slash at its end. */
  readonly url: string
  readonly signal?: AbortSignal
}

/**
 * Sends what is due, one mail after another; resolves to how many were taken. Each is noted before it leaves, so that a
 * crash in between costs one mail and never repeats one; what the mail server did not take is tried again another day.
 */
export const remind = async ({ store, people, memory, mail, now, url, signal }: Reminding): Promise<number> => {
  const everybody = people.store.state().people
  await forgetGone(memory, people)
  const reminded = new Map(await memory.load())
  let sent = 0
  for (const { records, people: asked } of remindersToSend(store.state, everybody, reminded, now()))
    for (const { id, email } of asked) {
      if (signal?.aborted) return sent
      reminded.set(id, now().toISOString())
      await memory.save(reminded)
      if (await mail(letterOf(email, records, url))) sent += 1
      else {
        reminded.delete(id)
        await memory.save(reminded)
      }
    }
  return sent
}
