import { setTimeout as pause } from 'node:timers/promises'
import { verifyAt } from '../../server/journal/verify.ts'
import { postgres, startShared } from '../journal/postgres.ts'
import { medianOf, percentileOf } from './percentile.ts'
import { activityIds, addAdmins, type Edited, editor, openSeveral } from './several.ts'

const ROUNDS = 300
const RECORDS = 20

/**
 * Two writers on one PostgreSQL that edit the same records at the same moment, each under the revision they know; then
 * one is killed and the database crashes under the other.
 */
export const measureWriters = async (): Promise<void> => {
  if (!postgres) throw new Error('PostgreSQL is not installed here. / PostgreSQL belum terpasang di sini.')
  const shared = await startShared()
  const several = openSeveral()
  try {
    const database = await shared.database()
    const homes = [several.home('left'), several.home('right')]
    const tokens = await addAdmins(homes, ['read', 'write'])
    const writers = await Promise.all(homes.map((home) => several.start(home, { BENTANG_JOURNAL: database })))
    const ids = await activityIds(writers[0]!.address, RECORDS)
    const known = new Map(
      await Promise.all(ids.map(async (id) => [id, await editor(tokens[0]!).open(writers[0]!.address, id)] as const)),
    )
    const tookMs: number[] = []
    const outcomes = new Map<string, number>()
    const kept = new Map<string, number>()
    const save = async (at: number, n: number, id: string): Promise<Edited> => {
      const { record, revision } = known.get(id)!
      const begun = performance.now()
      const edited = await editor(tokens[n % tokens.length]!).save(writers[at]!.address, id, revision, {
        ...record,
        title: `Ubahan ${n} ${at}`,
      })
      tookMs.push(performance.now() - begun)
      if (edited.status === 200) kept.set(edited.operation, edited.seq)
      return edited
    }
    for (let n = 0; n < ROUNDS; n += 1) {
      const id = ids[n % ids.length]!
      const answers = await Promise.all([save(0, n, id), save(1, n, id)])
      const outcome = answers
        .map(({ status }) => status)
        .sort()
        .join(' + ')
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      const won = answers.find(({ status }) => status === 200)
      if (won) known.set(id, { record: known.get(id)!.record, revision: won.revision })
    }
    console.log(`${ROUNDS} pairs of edits of one record at once on two writers: ${JSON.stringify([...outcomes])}`)
    console.log(`an edit: p50 ${Math.round(medianOf(tookMs))} ms, p99 ${Math.round(percentileOf(tookMs, 0.99))} ms`)

    await writers[0]!.stop('SIGKILL')
    const statuses = new Map<number, number>()
    const crashing = pause(500).then(() => shared.cluster.crash(2_000))
    const begun = performance.now()
    let backAfterMs = 0
    for (let n = 0; performance.now() - begun < 9_000; n += 1) {
      const id = ids[n % ids.length]!
      const { status, revision } = await save(1, n, id)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status === 200) known.set(id, { record: known.get(id)!.record, revision })
      // A change whose answer was refused may be in all the same: what stands is asked for again.
      else known.set(id, await editor(tokens[0]!).open(writers[1]!.address, id))
      if (status === 200 && statuses.has(503) && backAfterMs === 0) backAfterMs = performance.now() - begun - 500
      await pause(10)
    }
    await crashing
    console.log(
      `one writer killed, PostgreSQL crashed and away for 2 s: answers of the other by status ${JSON.stringify([...statuses])}; writing again ${Math.round(backAfterMs)} ms after the crash`,
    )
    const again = await several.start(homes[0]!, { BENTANG_JOURNAL: database })
    const heads = await Promise.all(
      [again, writers[1]!].map(
        async ({ address }) => (await (await fetch(`${address}/healthz`)).json()) as { journal: { seq: number } },
      ),
    )
    const { state, seq, hash, broken } = await verifyAt({ folder: several.home('none'), database })
    const lost = [...kept].filter(([operation, at]) => state.operations.get(operation) !== at)
    console.log(
      `${kept.size} acknowledged, ${lost.length} lost, ${state.operations.size} operations in ${seq} entries, ${broken ? 'broken' : 'whole'}, ${hash}; both servers at ${heads.map(({ journal }) => journal.seq).join(' and ')}`,
    )
  } finally {
    await several.close()
    await shared.cluster.stop()
  }
}
