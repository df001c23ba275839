import type { Session } from './session.ts'

/** What either side answers, by a key that both write the same way: hectares, metres, or one for being there. */
export type Answer = ReadonlyMap<string, number>

/** One question of the comparison, put to both sides in the same words. */
export type Question<Ask> = {
  readonly title: string
  /** How many times faster than PostGIS, at the sizes where the issue asks for it. */
  readonly required: Readonly<Record<number, number>>
  readonly asks: readonly Ask[]
  /** Each ask is put once: what the engine keeps of an answer must not answer the next. */
  readonly once?: boolean
  readonly tolerance?: number
  /** Where the same answer need not be the same numbers. */
  differ?(ours: Answer, theirs: Answer): string | null
  /** The prepared statement and its arguments. */
  call(ask: Ask): string
  read(rows: readonly (readonly string[])[]): Answer
  /** The engine's answer as it would leave the server; this is what is timed. */
  ask(ask: Ask): unknown
  /** The same answer for the comparison; not timed. */
  answer(ask: Ask): Answer | Promise<Answer>
}

export type Measured = {
  readonly title: string
  readonly required: number | undefined
  readonly oursMs: readonly number[]
  readonly firstMs: number
  readonly theirsMs: readonly number[]
  /** Null when both sides say the same. */
  readonly difference: string | null
}

const ROUNDS = 4
const LEAST_RUNS = 3
const MOST_RUNS = 40
const ENOUGH_MS = 4_000

/** The first thing that differs, or null; a key that a side does not have is nothing there. */
export const differenceOf = (ours: Answer, theirs: Answer, tolerance: number): string | null => {
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const [own, their] = [ours.get(key) ?? 0, theirs.get(key) ?? 0]
    if (!(Math.abs(own - their) <= tolerance)) return `${key}: ${own}, PostGIS ${their}`
  }
  return null
}

const quoted = (call: string): string => `$call$${call}$call$`

const theirTimes = async (session: Session, calls: readonly string[]): Promise<number[]> => {
  const rows = await session.run(`select * from measured(array[${calls.map(quoted).join(',')}], 1);`)
  return rows.map(([ms]) => Number(ms))
}

export const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!

/** In turns, so that a busy moment of the machine falls on both; a first answer is timed apart and not counted. */
const measure = async <Ask>(question: Question<Ask>, session: Session, size: number): Promise<Measured> => {
  const { asks, once = false, tolerance = 1e-3 } = question
  const [probe] = asks as readonly [Ask, ...Ask[]]
  const theirs = question.read(await session.run(`execute ${question.call(probe)};`))
  const begun = performance.now()
  await question.ask(probe)
  const firstMs = performance.now() - begun
  const differ = question.differ ?? ((own, their) => differenceOf(own, their, tolerance))
  const difference = differ(await question.answer(probe), theirs)

  const rest = once ? asks.slice(1) : asks
  for (const ask of once ? [] : rest) await question.ask(ask)
  const [about] = await theirTimes(session, [question.call(rest[0]!)])
  const wanted = Math.min(MOST_RUNS, Math.max(LEAST_RUNS, Math.ceil(ENOUGH_MS / about!)))
  const runs = once ? Math.min(wanted, rest.length) : wanted
  const oursMs: number[] = []
  const theirsMs: number[] = []
  const perRound = Math.max(1, Math.ceil(runs / ROUNDS))
  for (let from = 0; from < runs; from += perRound) {
    const now = Array.from({ length: Math.min(perRound, runs - from) }, (_, step) => rest[(from + step) % rest.length]!)
    theirsMs.push(...(await theirTimes(session, now.map(question.call))))
    for (const ask of now) {
      const start = performance.now()
      await question.ask(ask)
      oursMs.push(performance.now() - start)
    }
  }
  return { title: question.title, required: question.required[size], oursMs, firstMs, theirsMs, difference }
}

/** A question ready to be put to a session that holds `size` activities. */
export type Put = (session: Session, size: number) => Promise<Measured>

export const put =
  <Ask>(question: Question<Ask>): Put =>
  (session, size) =>
    measure(question, session, size)
