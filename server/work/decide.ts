import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import {
  type DecisionAsked,
  type DecisionLine,
  type DecisionsAnswer,
  MATCH_STATES,
  type MatchDecision,
} from '../../data/model/match_decision.ts'
import { isPartner } from '../../data/model/organisation.ts'
import { isModerating } from '../../data/model/person.ts'
import type { Kind, RecordByKind } from '../../data/model/record.ts'
import type { Accepted } from '../../data/model/work.ts'
import { forbidden, type Member } from '../access/caller.ts'
import { type Kept, keyOf, revisionOf } from '../journal/state.ts'
import { badRequest } from '../problems.ts'
import { acceptedOf, acceptOne, changedMeanwhile, findAnswered } from './accept.ts'
import { findKept, noRecord, seenByMember } from './find.ts'
import { requireOperation } from './form.ts'
import type { Room } from './room.ts'

const LONGEST_REASON = 1_000
const asked = z.object({
  state: z.enum(MATCH_STATES).nullable(),
  reason: z.string().trim().max(LONGEST_REASON).exactOptional(),
})

const NOT_READ = {
  id: `Sebut "state": ${MATCH_STATES.join(', ')}, atau null untuk mencabut; "reason" paling panjang ${LONGEST_REASON} karakter.`,
  en: `Name a "state": ${MATCH_STATES.join(', ')}, or null to take it back; a "reason" of at most ${LONGEST_REASON} characters.`,
}
const NO_REASON = {
  id: 'Tulis alasan penolakan, supaya mitra tahu apa yang dapat diubah.',
  en: 'Give the reason of the refusal, so that the partner knows what could change.',
}
const NOT_YOURS = {
  id: 'Yang memutuskan adalah perencana dinas pemilik target, atau Sekber.',
  en: "The planner of the target's department decides, or Sekber.",
}
const NO_PARTNER = {
  id: 'Hanya LSM, koperasi kredit, dan perusahaan yang dijodohkan. Pilih mitra dari daftar.',
  en: 'Only NGOs, credit unions and companies are matched. Choose a partner from the list.',
}

/** One record for each pair, however often and by whomever it is decided. */
export const decisionId = (target: string, partner: string): string =>
  `match-${createHash('sha256').update(`${target} ${partner}`).digest('hex').slice(0, 32)}`

const requireSeen = <K extends Kind>(room: Room, caller: Member, kind: K, id: string): RecordByKind[K] => {
  const kept = findKept(room, kind, id)
  const seen = kept && seenByMember(caller, kept, room)
  if (!seen || seen.record.verification === 'archived') throw noRecord(kind, id)
  return seen.record as RecordByKind[K]
}

const mayDecide = ({ role, organisation }: Member, department: string): boolean =>
  isModerating(role) || (role === 'planner' && organisation === department)

const readAsked = (body: unknown): DecisionAsked => {
  const operation = requireOperation(body)
  const read = asked.safeParse(body)
  if (!read.success) throw badRequest(NOT_READ)
  if (read.data.state === 'refused' && !read.data.reason) throw badRequest(NO_REASON)
  return { operation, ...read.data }
}

/** A refusal is for those it concerns; who is interested or matched, every member may know. */
const visibilityOf = (state: MatchDecision['state']): MatchDecision['visibility'] =>
  state === 'refused' ? 'organisation' : 'partners'

/** Records what a department decides on a partner for one of its targets, as one entry; a null state takes it back. */
export const decide = async (
  room: Room,
  caller: Member,
  pair: { readonly target: string; readonly partner: string; readonly revision: number },
  body: unknown,
): Promise<Accepted> => {
  const { operation, state, reason } = readAsked(body)
  const id = decisionId(pair.target, pair.partner)
  const answered = await findAnswered(room, caller, operation)
  if (answered) return acceptedOf(answered, 'match', id)
  const target = requireSeen(room, caller, 'target', pair.target)
  const partner = requireSeen(room, caller, 'organisation', pair.partner)
  if (!isPartner(partner.kind)) throw badRequest(NO_PARTNER)
  if (!mayDecide(caller, target.organisation)) throw forbidden(NOT_YOURS)
  const kept = findKept(room, 'match', id)
  const before = kept?.kind === 'match' ? kept : null
  const current = revisionOf(room.store.state, keyOf({ kind: 'match', id }))
  if ((before?.revision ?? 0) !== pair.revision) throw changedMeanwhile(room, caller, 'match', id, pair.revision)
  const department = findKept(room, 'organisation', target.organisation)
  const home = department?.kind === 'organisation' ? department.record : null
  const stands = state ?? before?.record.state
  if (stands === undefined) throw badRequest(NOT_READ)
  const told = state === null ? before?.record.reason : reason
  const record: MatchDecision = {
    id,
    title: `${target.title} × ${partner.name}`,
    target: target.id,
    partner: partner.id,
    state: stands,
    ...(told ? { reason: told } : {}),
    ...(home?.region ? { region: home.region } : {}),
    owner: target.organisation,
    origin: 'entered',
    source: { text: home?.name ?? target.organisation, date: room.today() },
    enteredBy: caller.person,
    confirmed: room.today(),
    verification: state === null ? 'archived' : 'verified',
    visibility: visibilityOf(stands),
  }
  return acceptOne(room, caller, operation, { kind: 'match', id, revision: current + 1, record })
}

type KeptMatch = Extract<Kept, { kind: 'match' }>

const lineOf = ({ record, revision, time, actor }: KeptMatch, room: Room): DecisionLine => ({
  id: record.id,
  target: record.target,
  partner: record.partner,
  state: record.verification === 'archived' ? null : record.state,
  reason: record.reason ?? null,
  revision,
  time,
  by: room.people.nameOf(actor),
  organisation: record.owner ?? null,
})

/** A member sees what members may; a partner also what concerns itself. */
const isToldTo = (caller: Member, kept: KeptMatch, room: Room): boolean =>
  kept.record.partner === caller.organisation || seenByMember(caller, kept, room) !== null

/** What was decided on the targets of a department, or on a partner, the latest first; what was taken back too, for the next decision builds on it. */
export const listDecisions = (
  room: Room,
  caller: Member,
  of: { readonly department?: string | undefined; readonly partner?: string | undefined },
): DecisionsAnswer => {
  const told: KeptMatch[] = []
  for (const kept of room.store.state.records.values()) {
    if (kept.kind !== 'match') continue
    const { owner, partner } = kept.record
    if ((of.department ?? owner) !== owner || (of.partner ?? partner) !== partner) continue
    if (isToldTo(caller, kept, room)) told.push(kept)
  }
  const { role, organisation } = caller
  const own = role === 'planner' && organisation !== null ? [organisation] : []
  return {
    decisions: told.sort((a, b) => b.seq - a.seq).map((kept) => lineOf(kept, room)),
    mayDecide: isModerating(role) ? 'all' : own,
  }
}
