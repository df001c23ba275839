import { setImmediate as breathe } from 'node:timers/promises'
import type { AsOf, FeatureAnswer } from '../../data/model/answers.ts'
import type { Filter } from '../cql2/filter.ts'
import { abandoned } from '../engine/geometry_worker/refusals.ts'
import type { World } from '../world.ts'
import type { Candidates } from './candidates.ts'

/** What a question chooses of a collection. */
export type Chosen = {
  readonly asOf: AsOf
  /** In order. */
  readonly ids: readonly string[]
  readonly find: (id: string) => FeatureAnswer | null
}

/** Judging a large collection takes a while: others are let in this often. */
const AT_ONCE_MS = 10
/** Clients ask page by page, and for numbers and pages of a few questions at a time. */
const KEPT = 8

const choose = async ({ asOf, all, find }: Candidates, filter: Filter | null, signal: AbortSignal): Promise<Chosen> => {
  const ids: string[] = []
  let since = performance.now()
  for (const candidate of all) {
    if (filter === null || filter.passes(candidate)) ids.push(candidate.id)
    if (performance.now() - since < AT_ONCE_MS) continue
    await breathe()
    if (signal.aborted) throw abandoned()
    since = performance.now()
  }
  return { asOf, ids: ids.sort(), find }
}

/** Chooses, and remembers the last few answers until the records change. */
export const createChosen = (world: World) => {
  const kept = new Map<string, Chosen>()
  let keptSeq = -1
  return async (
    question: string,
    gather: () => Promise<Candidates>,
    { filter, signal }: { readonly filter: Filter | null; readonly signal: AbortSignal },
  ): Promise<Chosen> => {
    const { seq } = world.everyone.asOf()
    if (seq !== keptSeq) kept.clear()
    keptSeq = seq
    const known = kept.get(question)
    if (known) return known
    const chosen = await choose(await gather(), filter, signal)
    if (chosen.asOf.seq === keptSeq) kept.set(question, chosen)
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest)
    return chosen
  }
}
