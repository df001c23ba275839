import type { Words } from '../../data/model/words.ts'
import type { Draft, Entry } from './entry.ts'
import { JournalFull, JournalReadOnly } from './errors.ts'
import { codeOf, NO_ROOM, type OpenFile } from './files.ts'
import type { Followers } from './followers.ts'
import { answerAll, type Staged, stageGroup, takeGroup, type Waiting } from './group.ts'
import { createIntake } from './intake.ts'
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
  let stopped = trouble

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

  const commitGroup = async (queue: Waiting[]): Promise<void> => {
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

  const intake = createIntake({
    refuse() {
      if (stopped) throw stopped
    },
    commitGroup,
  })

  return {
    append: intake.append,
    adopt: (lines) => intake.between(async () => keep(readNext({ seq: proven.ends.length, hash: proven.hash }, lines))),
    trouble: () => stopped,
    close: intake.close,
  }
}
