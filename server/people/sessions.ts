import type { SessionSummary } from '../../data/model/work.ts'
import { describeDevice } from './device.ts'
import type { Person, PrivateState, Session } from './private_state.ts'
import type { PrivateStore } from './private_store.ts'
import { digestOf, newId, newSecret } from './secrets.ts'

const HOUR_MS = 3_600_000
export const IDLE_MS = 12 * HOUR_MS
export const ABSOLUTE_MS = 7 * 24 * HOUR_MS
/** Clocks are put right by seconds now and then; what lies further ahead was written under a wrong clock. */
export const CLOCK_SLACK_MS = 5 * 60_000
const SWEEP_EVERY_MS = 60_000
/** Of one person; the longest unused makes room. */
const MOST = 20

/** Whether `now` lies between a moment and so long after it; a moment that is still to come is none to trust. */
export const isWithin = (since: string, nowMs: number, lengthMs: number): boolean => {
  const sinceMs = Date.parse(since)
  return nowMs >= sinceMs - CLOCK_SLACK_MS && nowMs < sinceMs + lengthMs
}

export type Sessions = {
  /** The session and its person while both hold. */
  find(secret: string): { readonly session: Session; readonly person: Person } | null
  /** Whether a session that was found still holds. */
  holds(id: string): boolean
  /** A new session, in place of the one whose secret is `former`. Resolves to its secret. */
  open(person: string, device: string, former?: string): Promise<string>
  end(secret: string): Promise<void>
  /** Ends one session of this person; false when there is none. */
  endOne(person: string, id: string): Promise<boolean>
  endAll(person: string): Promise<void>
  list(person: string, current: string | null): readonly SessionSummary[]
  /** Takes those that are over off the disk. */
  forgetOver(): Promise<void>
}

/** The state without any session of this person but the one kept. */
export const withoutSessions = (state: PrivateState, person: string, kept: string | null = null): PrivateState => ({
  ...state,
  sessions: state.sessions.filter((one) => one.person !== person || one.id === kept),
})

export const createSessions = (store: PrivateStore, now: () => Date): Sessions => {
  /** What was once found to be over stays so, whatever becomes of the clock or of the disk. */
  const over = new Set<string>()
  let sweptMs = Number.NEGATIVE_INFINITY

  const lastSeenOf = (session: Session) => store.lastSeen(session.id) ?? session.lastSeen
  const isOpen = (session: Session, nowMs: number): boolean =>
    !over.has(session.id) &&
    isWithin(session.created, nowMs, ABSOLUTE_MS) &&
    isWithin(lastSeenOf(session), nowMs, IDLE_MS)

  const forgetOver = async (): Promise<void> => {
    const nowMs = now().getTime()
    const ended = store.state().sessions.filter((session) => !isOpen(session, nowMs))
    if (ended.length === 0) return
    for (const { id } of ended) over.add(id)
    await store.change((state) => [{ ...state, sessions: state.sessions.filter(({ id }) => !over.has(id)) }, undefined])
  }
  const sweep = (nowMs: number): void => {
    if (Math.abs(nowMs - sweptMs) < SWEEP_EVERY_MS) return
    sweptMs = nowMs
    // Should the disk refuse, `over` still holds until it can be kept.
    forgetOver().catch(() => {})
  }

  const personOf = (id: string) => store.state().people.find((one) => one.id === id && !one.isDisabled)
  const holds = (id: string): boolean => {
    const nowMs = now().getTime()
    sweep(nowMs)
    const session = store.state().sessions.find((one) => one.id === id)
    return session !== undefined && isOpen(session, nowMs) && personOf(session.person) !== undefined
  }

  return {
    holds,
    forgetOver,
    find(secret) {
      const digest = digestOf(secret)
      const session = store.state().sessions.find((one) => one.digest === digest)
      if (!session || !holds(session.id)) return null
      const person = personOf(session.person)!
      const time = now().toISOString()
      store.see(session.id, time)
      store.see(person.id, time)
      return { session, person }
    },
    async open(person, device, former) {
      const secret = newSecret()
      const time = now().toISOString()
      const session: Session = {
        id: newId('s'),
        person,
        digest: digestOf(secret),
        created: time,
        lastSeen: time,
        device: describeDevice(device),
        pendingTotp: null,
      }
      const left = former === undefined ? null : digestOf(former)
      await store.change((state) => {
        const others = state.sessions.filter(({ digest }) => digest !== left)
        const mine = others.filter((one) => one.person === person)
        const late = mine.sort((a, b) => lastSeenOf(b).localeCompare(lastSeenOf(a))).slice(MOST - 1)
        return [{ ...state, sessions: [...others.filter((one) => !late.includes(one)), session] }, undefined]
      })
      store.see(person, time)
      return secret
    },
    async end(secret) {
      const digest = digestOf(secret)
      await store.change((state) => [
        { ...state, sessions: state.sessions.filter((one) => one.digest !== digest) },
        undefined,
      ])
    },
    endOne: (person, id) =>
      store.change((state) => {
        const sessions = state.sessions.filter((one) => one.person !== person || one.id !== id)
        return [{ ...state, sessions }, sessions.length < state.sessions.length]
      }),
    endAll: (person) => store.change((state) => [withoutSessions(state, person), undefined]),
    list: (person, current) =>
      store
        .state()
        .sessions.filter((one) => one.person === person && holds(one.id))
        .map((one) => ({
          id: one.id,
          created: one.created,
          lastSeen: lastSeenOf(one),
          device: one.device,
          isThis: one.id === current,
        })),
  }
}
