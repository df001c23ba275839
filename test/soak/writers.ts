import { setTimeout as pause } from 'node:timers/promises'
import { activityIds, editor } from '../bench/several.ts'
import type { Answered } from './visitors.ts'

/** A change that the server said yes to: under which operation, and as which entry. */
export type Acknowledged = { readonly operation: string; readonly seq: number }

const RECORDS = 200
/** Records that all writers change, so that some come too late. */
const CONTESTED = 5
const SHARE_CONTESTED = 0.2

type Known = { record: Record<string, unknown>; revision: number }

/** So many people who change records, each their own and now and then one that others change too, until the signal. */
export const openWriters = async (
  address: string,
  tokens: readonly string[],
  {
    count,
    thinkMs,
    random,
    tell,
    over,
  }: {
    readonly count: number
    readonly thinkMs: number
    readonly random: () => number
    readonly tell: (answered: Answered) => void
    readonly over: AbortSignal
  },
): Promise<{ readonly acknowledged: readonly Acknowledged[]; readonly done: Promise<unknown> }> => {
  const ids = await activityIds(address, RECORDS)
  const acknowledged: Acknowledged[] = []
  const write = async (writer: number): Promise<void> => {
    const { open, save } = editor(tokens[writer % tokens.length]!)
    const own = ids.slice(CONTESTED).filter((_, at) => at % count === writer)
    const known = new Map<string, Known>()
    await pause(random() * thinkMs)
    for (let n = 0; !over.aborted; n += 1) {
      const isContested = random() < SHARE_CONTESTED
      const among = isContested ? ids.slice(0, CONTESTED) : own
      const id = among[Math.floor(random() * among.length)]!
      const begun = performance.now()
      const kind = isContested ? 'write, contested' : 'write'
      try {
        const { record, revision } = known.get(id) ?? (await open(address, id))
        const changed = { ...record, title: `Kegiatan penulis ${writer}, ubahan ${n}` }
        const answer = await save(address, id, revision, changed)
        tell({ kind, status: answer.status, ms: performance.now() - begun })
        if (answer.status === 200) {
          acknowledged.push({ operation: answer.operation, seq: answer.seq })
          known.set(id, { record: changed, revision: answer.revision })
        } else known.delete(id)
      } catch {
        tell({ kind, status: 0, ms: performance.now() - begun })
        known.delete(id)
      }
      await pause(thinkMs * (0.5 + random()))
    }
  }
  return { acknowledged, done: Promise.all(Array.from({ length: count }, (_, writer) => write(writer))) }
}
