import { join } from 'node:path'
import type { Entry, Journal, JournalReader } from './entry.ts'
import { JournalDamaged, JournalReadOnly } from './errors.ts'
import { codeOf, type Files, makeLastingFolder, NO_ROOM, nodeFiles, type OpenFile } from './files.ts'
import { createFollowers } from './followers.ts'
import { emptyLedger, ledgerOf, note } from './ledger.ts'
import { GENESIS, HASH_LENGTH, hashAtStart, readEntry } from './line.ts'
import { takeLock } from './lock.ts'
import { readLines, scanJournal } from './scan.ts'
import type { Snapshot } from './snapshot.ts'
import { NO_TIME } from './state.ts'
import { setAside, type TornTail, tornWords } from './torn.ts'
import { openWriter, type Proven } from './writer.ts'

export const JOURNAL_FILE = 'journal.ndjson'
const LOCK_FILE = 'journal.lock'
const NEWLINE = Buffer.from('\n')

export type FileJournal = Journal & {
  /** What the last crash left behind, found at this start. */
  readonly torn: TornTail | null
  /** The snapshot handed in stands on this chain, so that folding may begin after it. */
  readonly snapshotFits: boolean
  /** Why nothing more is written; null while all is well. */
  trouble(): JournalReadOnly | null
}

export const LOST = {
  id: 'baris yang sudah dijanjikan tersimpan tidak cocok dengan rantainya.',
  en: 'an acknowledged line does not fit the chain.',
}
const SHORT = {
  id: 'entri yang sudah dijanjikan tersimpan hilang dari ujungnya; snapshot masih membuktikannya.',
  en: 'acknowledged entries are missing from its end; the snapshot still proves them.',
}
const NO_ROOM_TO_RECOVER = {
  id: 'Disk penuh, ekor jurnal yang putus belum dapat disisihkan. Kosongkan ruang, lalu mulai ulang server.',
  en: 'The disk is full, the torn tail of the journal cannot be set aside yet. Free some space, then restart the server.',
}

type Proof = { readonly proven: Proven; readonly tornAt: number | null; readonly snapshotFits: boolean }

/**
 * Follows the chain from the first byte. With a snapshot that stands on this chain, only what came after it is parsed.
 * Throws JournalDamaged when something acknowledged is damaged or missing; nothing was changed then.
 */
const prove = async (file: OpenFile, snapshot: Snapshot | null): Promise<Proof> => {
  const ledger = snapshot ? ledgerOf(snapshot) : emptyLedger()
  const proven: Proven = { hash: GENESIS, time: snapshot?.time ?? NO_TIME, ends: [], ledger }
  let foreign = false
  const { seq, hash, end, broken } = await scanJournal(file, (proof) => {
    proven.ends.push(proof.end)
    if (snapshot && proof.seq === snapshot.seq) foreign = proof.hash !== snapshot.hash
    if (snapshot && proof.seq <= snapshot.seq) return
    const entry = readEntry(proof.line)
    note(ledger, entry)
    proven.time = entry.time
  })
  if (broken?.acknowledged) throw new JournalDamaged(broken.offset, broken.seq, LOST)
  if (snapshot && seq < snapshot.seq) throw new JournalDamaged(end, seq + 1, SHORT)
  if (foreign) return prove(file, null)
  proven.hash = hash
  return { proven, tornAt: broken && end, snapshotFits: snapshot !== null }
}

/** What may be read of a file whose lines end at `ends`. */
export const readerOf = (
  file: Pick<OpenFile, 'read'>,
  ends: readonly number[],
): Pick<JournalReader, 'replay' | 'lines' | 'hashAt'> => {
  async function* pieces(afterSeq: number) {
    const from = afterSeq > 0 ? ends[afterSeq - 1] : 0
    const to = ends.at(-1) ?? 0
    for await (const { line } of readLines(file, from ?? to, to)) yield line
  }
  return {
    async *replay(afterSeq = 0): AsyncGenerator<Entry> {
      for await (const line of pieces(afterSeq)) yield readEntry(line)
    },
    async *lines(afterSeq = 0) {
      for await (const line of pieces(afterSeq)) yield Buffer.concat([line, NEWLINE])
    },
    async hashAt(seq) {
      const begin = ends[seq - 2] ?? 0
      return seq < 1 || seq > ends.length ? null : hashAtStart(await file.read(begin, HASH_LENGTH))
    },
  }
}

/**
 * The journal as one file. Rejects with JournalLocked while another process writes here, and with JournalDamaged when
 * something acknowledged can no longer be proven; a torn tail is set aside and reported in `torn`.
 */
export const openFileJournal = async ({
  folder,
  now = () => new Date(),
  files = nodeFiles,
  snapshot = null,
}: {
  readonly folder: string
  readonly now?: () => Date
  readonly files?: Files
  readonly snapshot?: Snapshot | null
}): Promise<FileJournal> => {
  await makeLastingFolder(folder, files)
  const lock = await takeLock(join(folder, LOCK_FILE), files)
  const opened: OpenFile[] = []
  const close = async (): Promise<void> => {
    for (const file of opened) await file.close()
    await lock.release()
  }
  try {
    const file = await files.open(join(folder, JOURNAL_FILE), 'keep')
    opened.push(file)
    await files.syncFolder(folder)
    const { proven, tornAt, snapshotFits } = await prove(file, snapshot)
    let [torn, trouble]: [TornTail | null, JournalReadOnly | null] = [null, null]
    try {
      if (tornAt !== null) torn = await setAside(file, tornAt, { files, folder, time: now() })
    } catch (cause) {
      // What is proven can still be read; only writing has to wait.
      if (!NO_ROOM.has(codeOf(cause))) throw cause
      trouble = new JournalReadOnly(NO_ROOM_TO_RECOVER, cause)
    }
    const { follow, tell } = createFollowers()
    const writer = openWriter({ file, proven, lock, now, trouble, tell })
    return {
      snapshotFits,
      torn,
      append: writer.append,
      adopt: writer.adopt,
      trouble: writer.trouble,
      ...readerOf(file, proven.ends),
      follow,
      reasons: () => [
        ...(torn ? [tornWords(torn)] : []),
        ...[writer.trouble()?.words].filter((words) => words !== undefined),
      ],
      head: () => ({ seq: proven.ends.length, hash: proven.hash, time: proven.time }),
      async close() {
        await writer.close()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}
