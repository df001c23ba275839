import type { Words } from '../../data/model/words.ts'
import { Refusal } from '../problems.ts'
import type { PrivateFile } from './private_file.ts'
import { EMPTY_STATE, formatPrivateState, type PrivateState, parsePrivateState } from './private_state.ts'

/** The private state and the only way to change it. */
export type PrivateStore = {
  readonly state: () => PrivateState
  /** The same, with when everybody was last seen until now, which the disk learns later. */
  readonly seenState: () => PrivateState
  /** One change after another; resolves when it is on disk and `state` shows it. What `work` throws changes nothing. */
  change<Result>(work: (state: PrivateState) => readonly [PrivateState, Result]): Promise<Result>
  /** Notes when a session or token was last used, without waiting for the disk. */
  see(id: string, time: string): void
  lastSeen(id: string): string | null
  /** Why nothing can be changed; null while all is well. */
  trouble(): Words | null
  /** Refuses, with 503, while nobody can be known. */
  requireWhole(): void
  close(): Promise<void>
}

/** The day's idle limit is hours: what a crash forgets of the last minutes does not matter. */
const KEEP_SEEN_MS = 10 * 60_000

const DAMAGED: Words = {
  id: 'Berkas akun (private/people.json) rusak; tidak ada yang dapat masuk, peta tetap terbuka. Pulihkan berkas itu dari cadangan lalu mulai ulang.',
  en: 'The file of accounts (private/people.json) is damaged; nobody can sign in, the map stays open. Restore it from a backup and restart.',
}

export const openPrivateStore = async (
  file: PrivateFile,
  report: (error: unknown) => void = console.error,
): Promise<PrivateStore> => {
  const loaded = await file.load().then(
    (text) => (text === null ? EMPTY_STATE : parsePrivateState(text)),
    (error: unknown) => {
      report(error)
      return null
    },
  )
  const trouble = loaded === null ? DAMAGED : null
  const seen = new Map<string, string>()
  let isSeenKept = true
  let state = loaded ?? EMPTY_STATE
  let turn: Promise<unknown> = Promise.resolve()

  const requireWhole = (): void => {
    if (trouble) throw new Refusal('closed', trouble)
  }

  const withSeen = (given: PrivateState): PrivateState => {
    const fresh = <T extends { readonly id: string; readonly lastSeen: string | null }>(list: readonly T[]) =>
      list.map((one) => (seen.has(one.id) ? { ...one, lastSeen: seen.get(one.id)! } : one))
    return { ...given, sessions: fresh(given.sessions), tokens: fresh(given.tokens), people: fresh(given.people) }
  }

  const save = async <Result>(work: (state: PrivateState) => readonly [PrivateState, Result]): Promise<Result> => {
    requireWhole()
    const [next, result] = work(state)
    if (next === state) return result
    const kept = withSeen(next)
    await file.save(formatPrivateState(kept))
    state = kept
    return result
  }

  const change: PrivateStore['change'] = (work) => {
    const saving = turn.then(() => save(work))
    turn = saving.catch(() => {})
    return saving
  }

  const keepSeen = async () => {
    if (isSeenKept) return
    isSeenKept = true
    await change((now) => [{ ...now }, undefined])
  }
  const timer = setInterval(() => void keepSeen().catch(report), KEEP_SEEN_MS)
  timer.unref()

  return {
    state: () => state,
    seenState: () => withSeen(state),
    change,
    see(id, time) {
      seen.set(id, time)
      isSeenKept = false
    },
    lastSeen: (id) => seen.get(id) ?? null,
    trouble: () => trouble,
    requireWhole,
    async close() {
      clearInterval(timer)
      if (trouble === null) await keepSeen()
    },
  }
}
