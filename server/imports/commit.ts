import type { ImportCommitted } from '../../data/model/importing.ts'
import type { Member } from '../access/caller.ts'
import type { Entry } from '../journal/entry.ts'
import { RevisionConflict } from '../journal/errors.ts'
import { badRequest, Refusal } from '../problems.ts'
import { commitAs, findAnswered } from '../work/accept.ts'
import { isFields, requireOperation } from '../work/form.ts'
import { type Batch, prepareBatch, type Sending } from './batch.ts'
import type { Imports } from './imports.ts'
import { remember } from './mapping.ts'
import type { ImportRoom, OpenImport } from './open_import.ts'
import { judgeAll } from './verdicts.ts'

const NOTHING_GOOD = {
  id: 'Belum ada baris yang siap. Perbaiki atau jawab dahulu, lalu impor lagi.',
  en: 'No row is ready yet. Mend or answer some first, then import again.',
}
const CHANGED = {
  id: 'Sebagian kegiatan ini baru saja diubah orang lain. Barisnya sudah diperiksa ulang; lihat lagi, lalu impor.',
  en: 'Somebody just changed some of these activities. The rows were judged anew; look again, then import.',
}

const keptIn = ({ stored }: OpenImport): number => {
  const { good, faulty, asked, left } = stored.counts
  return good + faulty + asked + left
}

const answerOf = (entry: Pick<Entry, 'operation' | 'seq' | 'changes'>, job: OpenImport): ImportCommitted => {
  const added = entry.changes.filter(({ revision }) => revision === 1).length
  return { operation: entry.operation, seq: entry.seq, added, updated: entry.changes.length - added, kept: keptIn(job) }
}

/** Rows whose record already says all that they say; nothing has to be written for them. */
const settleUnchanged = (job: OpenImport, { rows }: Batch): void => {
  job.stored = { ...job.stored, done: { ...job.stored.done, ...rows } }
}

const send = async (
  job: OpenImport,
  batch: Batch,
  operation: string,
  imports: ImportRoom,
  caller: Member,
): Promise<Entry> => {
  const { shelf, room } = imports
  job.stored = { ...job.stored, underWay: { operation, rows: batch.rows } }
  await shelf.keep(job.stored)
  try {
    const entry = await commitAs(room, caller, operation, batch.changes)
    job.stored = { ...job.stored, underWay: null, operation, done: { ...job.stored.done, ...batch.rows } }
    return entry
  } catch (error) {
    job.stored = { ...job.stored, underWay: null }
    await shelf.keep(job.stored)
    throw error
  }
}

const rejudge = async (job: OpenImport, imports: ImportRoom, caller: Member): Promise<void> => {
  await judgeAll(job, imports, caller)
  job.stage = 'open'
  await imports.shelf.keep(job.stored)
}

/** What the organisation mapped is offered next time. */
const rememberMapping = async ({ stored }: OpenImport, { shelf }: ImportRoom): Promise<void> =>
  shelf.remember(stored.room, remember(stored.choices!.mapping, await shelf.remembered(stored.room)))

const commit = async (
  job: OpenImport,
  sending: Sending,
  imports: ImportRoom,
  caller: Member,
): Promise<ImportCommitted> => {
  const { operation } = sending
  const answered = await findAnswered(imports.room, caller, operation)
  if (answered) return answerOf(answered, job)
  job.stage = 'committing'
  const batch = await prepareBatch(job, sending, imports, caller)
  if (Object.keys(batch.rows).length === 0) throw new Refusal('conflict', NOTHING_GOOD)
  if (batch.changes.length === 0) {
    settleUnchanged(job, batch)
    await rejudge(job, imports, caller)
    return { operation, seq: imports.room.store.state.seq, added: 0, updated: 0, kept: keptIn(job) }
  }
  const entry = await send(job, batch, operation, imports, caller)
  await rememberMapping(job, imports)
  await rejudge(job, imports, caller)
  return answerOf(entry, job)
}

/** Puts all good rows on record as one entry of the journal; the others stay for later. */
export const commitImport = (
  open: Imports,
  imports: ImportRoom,
  caller: Member,
  id: string,
  body: unknown,
): Promise<ImportCommitted> => {
  const operation = requireOperation(body)
  const submit = isFields(body) ? body.submit : undefined
  if (submit !== undefined && typeof submit !== 'boolean') throw badRequest(NOT_BOOLEAN)
  return open.work(caller, id, async (job) => {
    try {
      return await commit(job, { operation, submit: submit === true }, imports, caller)
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error
      await rejudge(job, imports, caller)
      throw new Refusal('conflict', CHANGED)
    } finally {
      job.stage = 'open'
    }
  })
}

const NOT_BOOLEAN = {
  id: '"submit" harus true atau false.',
  en: '"submit" must be true or false.',
}
