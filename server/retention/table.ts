import { ATTEMPTS_MS } from '../access/attempts.ts'
import { INVITATION_KEPT_MS, INVITATION_MS } from '../people/invitations.ts'
import { ABSOLUTE_MS, IDLE_MS } from '../people/sessions.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** An import that was never recorded, counted from when it was last worked on. */
export const UNFINISHED_IMPORT_MS = 30 * DAY_MS
/** A recorded import may be withdrawn whole for so long; then its file goes, the records stay. */
export const RECORDED_IMPORT_MS = 365 * DAY_MS
/** A picture that no record has named by then was never handed in. */
export const UNNAMED_PHOTO_MS = 30 * DAY_MS
/** A token that is over says when it was last used, to whoever looks into what happened. */
export const TOKEN_KEPT_MS = 90 * DAY_MS

/** How long a thing is kept, in the time of its unit; `docs/privacy.md` and `docs/privasi.md` say the same, which a test compares. */
export const RETENTION: readonly {
  readonly what: string
  readonly ms: number
  readonly unit: 'minutes' | 'hours' | 'days'
}[] = [
  { what: 'sessions without a request', ms: IDLE_MS, unit: 'hours' },
  { what: 'sessions at most', ms: ABSOLUTE_MS, unit: 'days' },
  { what: 'invitations that are open', ms: INVITATION_MS, unit: 'hours' },
  { what: 'invitations that are over', ms: INVITATION_KEPT_MS, unit: 'days' },
  { what: 'tokens that are over', ms: TOKEN_KEPT_MS, unit: 'days' },
  { what: 'imports that were not recorded', ms: UNFINISHED_IMPORT_MS, unit: 'days' },
  { what: 'imports that were recorded', ms: RECORDED_IMPORT_MS, unit: 'days' },
  { what: 'photos that no record names', ms: UNNAMED_PHOTO_MS, unit: 'days' },
  { what: 'addresses of callers', ms: ATTEMPTS_MS, unit: 'minutes' },
]
