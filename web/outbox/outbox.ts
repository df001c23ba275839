import type { QueryClient } from '@tanstack/react-query'
import type { SessionAnswer } from '../../data/model/work.ts'
import { sendPhotos, sendSave } from '../edit/send.ts'
import { SESSION_KEY } from '../session.ts'
import { tellNews } from './news.ts'
import { alone, unlessOpen } from './open_drafts.ts'
import { type Run, runOutbox } from './run.ts'
import { sendStep } from './send_step.ts'
import { allKept, dropDraft, dropStep, keepDraft, keepStep } from './store.ts'

const DEVICE = { allKept, keepDraft, dropDraft, keepStep, dropStep }
const CHANNEL = { sendSave, sendPhotos, sendStep }

const AGAIN_MS = 5_000
const LOST: Run = { end: 'lost', accepted: 0 }
const NOBODY: Run = { end: 'signed_out', accepted: 0 }

/** Other pages of this browser, which show what waits as well. */
const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel('bentang-outbox') : null

const waitingNow = async (): Promise<number> => {
  const { drafts, steps } = await allKept()
  const all = [...drafts.flatMap(([, { waiting }]) => (waiting ? [waiting] : [])), ...steps]
  const questions = all.filter(({ question }) => question !== null).length
  tellNews(all.length - questions, questions)
  return all.length - questions
}

/** Asked of the server itself: a remembered answer says who was signed in, not who is. Null out of reach. */
const sessionNow = async (): Promise<SessionAnswer | null> => {
  const response = await fetch('/api/session', { cache: 'no-store', signal: AbortSignal.timeout(AGAIN_MS) }).catch(
    () => null,
  )
  return response?.ok ? ((await response.json()) as SessionAnswer) : null
}

const runOnce = async (): Promise<Run> => {
  const session = await sessionNow()
  if (!session) return LOST
  const { person } = session
  return person ? runOutbox({ device: DEVICE, channel: CHANNEL, person: person.id, unlessOpen }) : NOBODY
}

let again: ReturnType<typeof setTimeout> | undefined
let client: QueryClient | undefined

/** Sends what waits, now and every few seconds as long as the server is out of reach. */
export const sendWaiting = async (): Promise<void> => {
  clearTimeout(again)
  again = undefined
  if ((await waitingNow()) === 0) return
  let run = LOST
  await alone(async () => {
    run = await runOnce()
  })
  const left = await waitingNow()
  others?.postMessage('changed')
  if (run.accepted > 0) await client?.invalidateQueries()
  if (left > 0 && run.end !== 'signed_out') again = setTimeout(() => void sendWaiting(), AGAIN_MS)
}

/** Tells every screen that something was put into the outbox or taken out, and sends what can be sent. */
export const outboxChanged = async (): Promise<void> => {
  await waitingNow()
  others?.postMessage('changed')
  void sendWaiting()
}

/** From now on changes that wait go out whenever there is a way; called once per page. */
export const startOutbox = (queries: QueryClient): void => {
  client = queries
  others?.addEventListener('message', () => void waitingNow())
  addEventListener('online', () => void sendWaiting())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendWaiting()
  })
  // Whoever signs in may have left something behind.
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryKey[0] !== SESSION_KEY[0]) return
    if (event.action.type === 'success') void sendWaiting()
  })
  void sendWaiting()
}
