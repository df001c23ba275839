import { randomBytes } from 'node:crypto'
import type { ImportAnswer, ImportRows, ImportSummary, RowChanged } from '../../data/model/importing.ts'
import type { Member } from '../access/caller.ts'
import { badRequest, notFound, quote, Refusal } from '../problems.ts'
import { readRowChange, writeOver } from './change_row.ts'
import { readChoices, readChoicesOf } from './choices.ts'
import { fail, type ImportRoom, knownFor, type OpenImport, openImport, takeIn } from './open_import.ts'
import { createQueue } from './queue.ts'
import { NO_COUNTS, type StoredImport } from './stored.ts'
import { settleUnderWay } from './under_way.ts'
import { briefFor, hasUndone, judge, judgeAll, regroup } from './verdicts.ts'
import { answerOf, type RowsAsked, summaryOf, viewRow, viewRows } from './view.ts'

/** Imports of all organisations, each seen by its own alone. */
export type Imports = {
  begin(caller: Member, file: string, bytes: Uint8Array): Promise<ImportAnswer>
  list(caller: Member): Promise<readonly ImportSummary[]>
  find(caller: Member, id: string): Promise<ImportAnswer>
  choose(caller: Member, id: string, body: unknown): Promise<ImportAnswer>
  rows(caller: Member, id: string, asked: RowsAsked): Promise<ImportRows>
  change(caller: Member, id: string, row: number, body: unknown): Promise<RowChanged>
  remove(caller: Member, id: string): Promise<void>
  /** Runs work on an import that is read and judged, alone. */
  work<T>(caller: Member, id: string, doing: (job: OpenImport) => Promise<T>): Promise<T>
}

const SEKBER = 'sekber'
/** Whose imports a member sees: those of the own organisation, or Sekber's. */
export const roomOf = ({ organisation }: Member): string => (organisation === null ? SEKBER : `o ${organisation}`)

const MOST_KEPT = 50
/** Files held open; others are read again when somebody asks. */
const MOST_OPEN = 3
const ID_BYTES = 16

const noImport = (id: string): Refusal =>
  notFound({
    id: `Tidak ada impor ${quote(id)} milik lembaga Anda. Lihat daftarnya, atau unggah berkasnya lagi.`,
    en: `Your organisation has no import ${quote(id)}. See the list, or upload the file again.`,
  })
const TOO_MANY = {
  id: `Lembaga Anda menyimpan ${MOST_KEPT} impor. Hapus yang sudah selesai, lalu unggah lagi.`,
  en: `Your organisation keeps ${MOST_KEPT} imports. Remove those that are finished, then upload again.`,
}
const noRow = (row: number) =>
  notFound({ id: `Berkas ini tidak punya baris data ${row}.`, en: `This file has no row of data ${row}.` })
const DONE_ROW = {
  id: 'Baris ini sudah tercatat. Ubah kegiatannya di daftar pekerjaan Anda.',
  en: 'This row is on record already. Change the activity in the list of your work.',
}

const LONGEST_NAME = 120
/** What the file is called, for screens and sources: no path, no control characters. */
const plainName = (name: string): string =>
  name
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, '')
    .trim()
    .slice(0, LONGEST_NAME) || 'berkas'

export const createImports = (imports: ImportRoom): Imports => {
  const { shelf, room } = imports
  const open = new Map<string, OpenImport>()
  const opening = new Map<string, Promise<void>>()
  // One file is read at a time: a thread may take half a gigabyte.
  const reading = createQueue()
  const turns = new Map<string, ReturnType<typeof createQueue>>()

  const keep = (job: OpenImport): Promise<void> => shelf.keep(job.stored)

  const bring = async (job: OpenImport, caller: Member): Promise<void> => {
    try {
      await reading(() => takeIn(job, imports, caller))
      await judgeAll(job, imports, caller)
      job.stage = 'open'
    } catch (error) {
      if (job.leaving.signal.aborted) return
      fail(job, error, imports)
    }
    await keep(job)
  }
  /** Starts to read; whoever needs the rows waits for it. */
  const start = (job: OpenImport, caller: Member): Promise<void> => {
    const { id } = job.stored
    open.delete(id)
    open.set(id, job)
    const bringing = bring(job, caller).finally(() => opening.delete(id))
    opening.set(id, bringing)
    bringing.catch(imports.report)
    for (const [oldest, other] of open) {
      if (open.size <= MOST_OPEN) break
      if (other.stage === 'open' || other.stage === 'failed') open.delete(oldest)
    }
    return bringing
  }

  const locate = async (caller: Member, id: string): Promise<OpenImport> => {
    const known = open.get(id)
    const isOwn = known?.stored.room === roomOf(caller)
    const stored = known && !isOwn ? null : await shelf.find(roomOf(caller), id)
    // What was kept long enough leaves the shelf while it may still be held here.
    if (!stored) {
      if (isOwn) open.delete(id)
      throw noImport(id)
    }
    if (known) return known
    const job = openImport(await settleUnderWay(stored, room.store, shelf))
    if (stored.fault) job.stage = 'failed'
    else void start(job, caller)
    return job
  }

  const ready = async (caller: Member, id: string): Promise<OpenImport> => {
    const job = await locate(caller, id)
    await opening.get(id)
    if (job.leaving.signal.aborted) throw noImport(id)
    if (job.fault) throw badRequest(job.fault)
    return job
  }

  const alone = <T>(id: string, doing: () => Promise<T>): Promise<T> => {
    const turn = turns.get(id) ?? createQueue()
    turns.set(id, turn)
    return turn(doing)
  }
  /** Once the batch was undone its rows are judged again, behind the answer. */
  const follow = (job: OpenImport, caller: Member): void => {
    const { seq } = room.store.state
    if (job.stage !== 'open' || job.followed === seq) return
    job.followed = seq
    if (!hasUndone(job, room)) return
    job.stage = 'judging'
    const judging = alone(job.stored.id, async () => {
      await judgeAll(job, imports, caller)
      job.stage = 'open'
      await keep(job)
    })
    judging.catch(imports.report)
  }
  const work: Imports['work'] = (caller, id, doing) => alone(id, async () => doing(await ready(caller, id)))

  return {
    work,
    async begin(caller, file, bytes) {
      const own = await shelf.list(roomOf(caller))
      if (own.length >= MOST_KEPT) throw new Refusal('conflict', TOO_MANY)
      const stored: StoredImport = {
        id: randomBytes(ID_BYTES).toString('base64url'),
        room: roomOf(caller),
        file: plainName(file),
        created: room.now().toISOString(),
        choices: null,
        edits: {},
        left: [],
        done: {},
        underWay: null,
        operation: null,
        counts: NO_COUNTS,
        fault: null,
      }
      try {
        await shelf.keepFile(stored.room, stored.id, bytes)
        await shelf.keep(stored)
      } catch (error) {
        // Nobody could find or remove what has no state beside it.
        await shelf.remove(stored.room, stored.id).catch(imports.report)
        throw error
      }
      const job = openImport(stored)
      void start(job, caller)
      return answerOf(job, imports)
    },
    async list(caller) {
      const stored = await shelf.list(roomOf(caller))
      return stored
        .map((one) => summaryOf(open.get(one.id)?.stored ?? one))
        .sort((a, b) => (a.created < b.created ? 1 : -1))
    },
    find: async (caller, id) => {
      const job = await locate(caller, id)
      follow(job, caller)
      return answerOf(job, imports)
    },
    choose: (caller, id, body) =>
      work(caller, id, async (job) => {
        const choices = readChoices(body, job.content!.table.columns, knownFor(job, imports, caller))
        const isReadAnew = JSON.stringify(readChoicesOf(choices)) !== JSON.stringify(readChoicesOf(job.stored.choices))
        job.stored = { ...job.stored, choices }
        if (isReadAnew) await start(job, caller)
        else {
          await judgeAll(job, imports, caller)
          job.stage = 'open'
          await keep(job)
        }
        return answerOf(job, imports)
      }),
    rows: async (caller, id, asked) => viewRows(await ready(caller, id), asked, imports, caller),
    change: (caller, id, row, body) =>
      work(caller, id, async (job) => {
        const at = job.content!.places.get(row)
        const raw = at === undefined ? undefined : job.content!.rows[at]
        if (at === undefined || !raw) throw noRow(row)
        if (Object.hasOwn(job.stored.done, row)) throw new Refusal('conflict', DONE_ROW)
        writeOver(job, row, readRowChange(body, job.content!.table.columns))
        const { plan, briefs, swapped, positioned } = job.verdicts!
        const known = knownFor(job, imports, caller)
        briefs[at] = briefFor(job, raw, judge(job, raw, known, plan), plan)
        regroup(job, { plan, briefs, swapped, positioned })
        await keep(job)
        return { row: viewRow(job, raw, known), counts: job.stored.counts }
      }),
    async remove(caller, id) {
      const job = open.get(id)
      if (!job || job.stored.room !== roomOf(caller)) {
        if (job || !(await shelf.find(roomOf(caller), id))) throw noImport(id)
      }
      job?.leaving.abort()
      await opening.get(id)
      open.delete(id)
      turns.delete(id)
      await shelf.remove(roomOf(caller), id)
    },
  }
}
