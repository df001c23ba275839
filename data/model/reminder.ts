import { type AnyRecord, freshnessDays, keeperOf } from './record.ts'

/** A record that nobody has stood by for so many days is asked about. */
export const REMIND_AFTER_DAYS = 90
/** Nobody is reminded more often. */
export const REMIND_EVERY_DAYS = 30
/** More than anybody confirms in one sitting; the list has the rest. */
export const MOST_REMINDED = 20

/** `GET /api/reminders`: whether I am reminded by mail, and whether this server can send any. */
export type ReminderSettings = { readonly isReminded: boolean; readonly canMail: boolean }

/** The organisation that a record is asked about; null where it need not be: fresh, archived, kept by nobody, or a decision, which stands until it is taken back. `today` is an ISO date. */
export const remindedOf = (entry: AnyRecord, today: string): string | null => {
  const { kind, record } = entry
  if (kind === 'match' || record.verification === 'archived' || freshnessDays(record, today) < REMIND_AFTER_DAYS)
    return null
  return keeperOf(entry)
}
