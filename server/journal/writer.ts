import type { Words } from '../../data/model/words.ts'
import { writeDraft } from './draft.ts'
import type { Draft, Entry } from './entry.ts'
import { JournalFull, JournalReadOnly } from './errors.ts'
import { codeOf, NO_ROOM, type OpenFile } from './files.ts'
import type { Followers } from './followers.ts'
import { answerAll, type Staged, stageGroup, takeGroup, type Waiting } from './group.ts'
import { type Ledger, note } from './ledger.ts'
import { readEntry, readNext } from './line.ts'
import type { Lock } from './lock.ts'

/** What is proven to be on disk. `ends` holds the byte after each line, so entry n begins at `ends[n - 2]`. */
export type Proven = { hash: string; time: string; readonly ends: number[]; readonly ledger: Ledger }

export type Writer = {
  append(draft: Draft): Promise<Entry>
  adopt(lines: readonly Buffer[]): Promise<void>
  /** Why nothing more is written; null while all is well. */
  trouble(): JournalReadOnly | null
  /** Resolves when everything asked for is answered; later drafts are refused. */
  close(): Promise<void>
}

const CLOSED: Words = { id: 'Jurnal sudah ditutup.', en: 'The journal is closed.' }
const DISPLACED: Words = {
  id: 'Kunci jurnal diambil proses lain. Hentikan salah satu, lalu mulai ulang yang ini.',
  en: 'Another process took the journal lock over. Stop one of them, then restart this one.',
}
const FAILED: Words = {
  id: 'Disk gagal menyimpan; jurnal hanya dapat dibaca. Periksa disk, lalu mulai ulang server.',
  en: 'The disk failed to keep a change; the journal is read-only. Check the disk, then restart the server.',
}

export const readAt = async (file: OpenFile, ends: readonly number[], seq: number): Promise<Entry> => {
  const begin = ends[seq - 2] ?? 0
  return readEntry(await file.read(begin, ends[seq - 1]! - 1 - begin))
}

/** Many drafts share one write and one fdatasync; each is answered after the fdatasync that covers it, in order. */
export const openWriter = ({
  file,
  proven,
  lock,
  now,
  trouble,
  tell,
}: {
  readonly file: OpenFile
  readonly proven: Proven
  readonly lock: Lock
  readonly now: () => Date
  /** Set when writing cannot even begin. */
  readonly trouble: JournalReadOnly | null
  readonly tell: Followers['tell']
}): Writer => {
  const queue: Waiting[] = []
  let stopped = trouble
  let closing = false
  let draining: Promise<void> | null = null

  const stop = (words: Words, cause?: unknown): JournalReadOnly => {
    stopped ??= new JournalReadOnly(words, cause)
    return stopped
  }

  /** What was refused must not be found on disk by the next start. */
  const takeBack = async (length: number): Promise<boolean> => {
    try {
      await file.truncate(length)
      return true
    } catch {
      return false
    }
  }

  const put = async (bytes: Buffer): Promise<void> => {
    if (stopped) throw stopped
    if (!(await lock.held())) throw stop(DISPLACED)
    const length = proven.ends.at(-1) ?? 0
    try {
      await file.write(bytes, length)
    } catch (cause) {
      if ((await takeBack(length)) && NO_ROOM.has(codeOf(cause))) throw new JournalFull(cause)
      throw stop(FAILED, cause)
    }
    try {
      await file.datasync()
    } catch (cause) {
      await takeBack(length)
      throw stop(FAILED, cause)
    }
  }

  /** The whole group is at the head before anybody hears of its first entry. */
  const keep = async (lines: readonly Omit<Staged, 'askers'>[]): Promise<void> => {
    await put(lines.length === 1 ? lines[0]!.bytes : Buffer.concat(lines.map(({ bytes }) => bytes)))
    for (const { bytes, hash, entry } of lines) {
      proven.ends.push((proven.ends.at(-1) ?? 0) + bytes.length)
      proven.hash = hash
      proven.time = entry.time
      note(proven.ledger, entry)
    }
    for (const { entry } of lines) tell(entry)
  }

  const commitGroup = async (): Promise<void> => {
    const entryAt = (seq: number) => readAt(file, proven.ends, seq)
    const { lines } = stageGroup(takeGroup(queue), { ...proven, seq: proven.ends.length, now, entryAt })
    if (lines.length === 0) return
    try {
      await keep(lines)
      answerAll(lines)
    } catch (error) {
      for (const { reject } of lines.flatMap(({ askers }) => askers)) reject(error)
    }
  }

  const drain = async (): Promise<void> => {
    // Drafts handed in during one turn share the first write.
    await Promise.resolve()
    while (queue.length > 0) await commitGroup()
    draining = null
  }

  const refuseWhereOver = (): void => {
    if (stopped) throw stopped
    if (closing) throw new JournalReadOnly(CLOSED)
  }

  return {
    async append(given) {
      refuseWhereOver()
      const writing = writeDraft(given)
      // A small draft is queued in the turn that brought it, so that drafts keep their order.
      const draft = writing instanceof Promise ? await writing : writing
      refuseWhereOver()
      return new Promise<Entry>((resolve, reject) => {
        queue.push({ draft, asker: { resolve, reject } })
        draining ??= drain()
      })
    },
    async adopt(given) {
      refuseWhereOver()
      while (draining) await draining
      const adopting = keep(readNext({ seq: proven.ends.length, hash: proven.hash }, given))
      draining = adopting
        .catch(() => {})
        .then(() => {
          draining = queue.length > 0 ? drain() : null
        })
      await adopting
    },
    trouble: () => stopped,
    async close() {
      closing = true
      await draining
    },
  }
}
