import { type CallerRole, isModerating } from './person.ts'
import { type AnyRecord, type Kind, keeperOf, type RecordBase, type Verification } from './record.ts'
import { STEPS, type Step } from './work.ts'

/** What somebody is to a record: of the organisation that keeps it and allowed to work on its kind, of Sekber, or neither. */
export type Side = 'keeper' | 'sekber' | 'nobody'

/** As far as rules ask: `absent` was never there, `removed` was taken away. */
export type Situation = Verification | 'absent' | 'removed'

type Who = { readonly role: CallerRole; readonly organisation: string | null }

/** What each role enters and changes of its own organisation; Sekber and admins everything. */
export const OWN_KINDS: { readonly [R in CallerRole]: readonly Kind[] } = {
  public: [],
  partner: ['activity', 'organisation', 'story'],
  planner: ['activity', 'target', 'organisation', 'convergence', 'plan', 'story'],
  moderator: [],
  admin: [],
}

export const sideOf = ({ role, organisation }: Who, entry: AnyRecord): Side => {
  if (isModerating(role)) return 'sekber'
  const isOwn = organisation !== null && keeperOf(entry) === organisation
  return isOwn && OWN_KINDS[role].includes(entry.kind) ? 'keeper' : 'nobody'
}

type Rule = { readonly by: readonly Side[]; readonly from: readonly Situation[] }

const BOTH = ['keeper', 'sekber'] as const
const PRESENT = ['draft', 'submitted', 'verified', 'returned'] as const

/** Who may take which step from where. `verify` of a verified record settles one that still awaits review. */
export const STEP_RULES: { readonly [S in Step]: Rule } = {
  submit: { by: BOTH, from: ['draft', 'returned'] },
  withdraw: { by: BOTH, from: ['submitted'] },
  verify: { by: ['sekber'], from: ['submitted', 'verified'] },
  return: { by: ['sekber'], from: ['submitted', 'verified'] },
  archive: { by: BOTH, from: PRESENT },
  restore: { by: BOTH, from: [...PRESENT, 'archived', 'removed'] },
  confirm: { by: BOTH, from: PRESENT },
  status: { by: BOTH, from: PRESENT },
}

/** Where a save leads to; what is missing cannot be saved. Given back stays so, with its reasons, until it is submitted again. */
const SAVED: { readonly [S in Situation]?: { readonly [By in (typeof BOTH)[number]]: Verification } } = {
  absent: { keeper: 'draft', sekber: 'draft' },
  draft: { keeper: 'draft', sekber: 'draft' },
  returned: { keeper: 'returned', sekber: 'returned' },
  // Who reviews may put a word right without sending the record to the end of the queue.
  submitted: { keeper: 'draft', sekber: 'submitted' },
  verified: { keeper: 'draft', sekber: 'draft' },
}

type Outcome = Pick<RecordBase, 'verification' | 'awaitsReview'>
const to = (verification: Verification): Outcome => ({ verification })
const PUBLISHED_UNSEEN: Outcome = { verification: 'verified', awaitsReview: true }

/** What a submission becomes: a trusted organisation's is published at once and looked at after. */
const submitted = (side: Side, isTrusted: boolean): Outcome =>
  side === 'keeper' && isTrusted ? PUBLISHED_UNSEEN : to('submitted')

export type By = { readonly side: Side; readonly isTrusted: boolean }

/** What a save makes of a record; null where it may not be saved. */
export const afterSave = (from: Situation, { side, isTrusted }: By, isSubmitted: boolean): Outcome | null => {
  const saved = SAVED[from]
  if (side === 'nobody' || !saved) return null
  return isSubmitted ? submitted(side, isTrusted) : to(saved[side])
}

export const mayStep = (step: Step, from: Situation, side: Side): boolean =>
  STEP_RULES[step].by.includes(side) && STEP_RULES[step].from.includes(from)

/** A change of verified content by one tap: seen at once only where Sekber, or somebody it trusts, makes it. */
const afterTap = (record: Outcome, { side, isTrusted }: By): Outcome => {
  const { verification, awaitsReview } = record
  if (verification !== 'verified') return to(verification)
  if (side === 'keeper') return submitted(side, isTrusted)
  return { verification, ...(awaitsReview ? { awaitsReview } : {}) }
}

/** A version that is put back is what it was as far as who puts it back may say so. */
const afterRestore = (restored: Outcome, { side, isTrusted }: By): Outcome => {
  if (restored.verification !== 'verified' && restored.verification !== 'submitted') return to('draft')
  return side === 'sekber' ? to(restored.verification) : submitted(side, isTrusted)
}

/** What a step makes of a record; `restored` is the version put back. Ask `mayStep` first. */
export const afterStep = (step: Step, record: Outcome, by: By, restored: Outcome = record): Outcome => {
  switch (step) {
    case 'submit':
      return submitted(by.side, by.isTrusted)
    case 'withdraw':
      return to('draft')
    case 'verify':
      return to('verified')
    case 'return':
      return to('returned')
    case 'archive':
      return to('archived')
    case 'restore':
      return afterRestore(restored, by)
    case 'confirm':
      return record.awaitsReview ? PUBLISHED_UNSEEN : to(record.verification)
    case 'status':
      return afterTap(record, by)
  }
}

/** The steps open to a side; `verify` of what is verified only while it awaits review, `status` only of activities. */
export const stepsFor = ({ kind, record }: AnyRecord, side: Side): readonly Step[] =>
  STEPS.filter(
    (step) =>
      mayStep(step, record.verification, side) &&
      !(step === 'verify' && record.verification === 'verified' && !record.awaitsReview) &&
      !(step === 'status' && kind !== 'activity'),
  )

/** What a moderator still has to look at. */
export const awaitsSekber = ({ verification, awaitsReview }: RecordBase): boolean =>
  verification === 'submitted' || (verification === 'verified' && awaitsReview === true)
