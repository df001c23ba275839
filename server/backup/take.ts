import { mkdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Words } from '../../data/model/words.ts'
import { copyJournal } from '../journal/copy.ts'
import { JOURNAL_FILE, openFileJournal } from '../journal/file.ts'
import { codeOf, nodeFiles } from '../journal/files.ts'
import { openReaderAt } from '../journal/open.ts'
import type { JournalPlace } from '../journal/place.ts'
import { formatPrivateState, parsePrivateState } from '../people/private_state.ts'
import { ACCOUNTS, JOURNAL_FOLDER, listContents } from './contents.ts'
import { copyFile, sumUp, syncFoldersOf, writeFile } from './copied.ts'
import { BackupFault, type KeptFile, MANIFEST_FILE, type Manifest } from './manifest.ts'

type Source = { readonly home: string; readonly journal: JournalPlace }

const DAMAGED_ACCOUNTS: Words = {
  id: 'Berkas akun (private/people.json) rusak dan disalin apa adanya. Pulihkan berkas itu dari cadangan sebelumnya.',
  en: 'The file of accounts (private/people.json) is damaged and was copied as it is. Restore it from an earlier backup.',
}
const leftOut = (names: readonly string[]): Words => ({
  id: `Tidak ikut dicadangkan, karena bukan dari Bentang: ${names.join(', ')}.`,
  en: `Not in the backup, because Bentang does not know it: ${names.join(', ')}.`,
})

/** Null for a file that was removed since it was listed: an import that was thrown away, an invitation that was taken over. */
const copyIfThere = (home: string, to: string, path: string): Promise<KeptFile | null> =>
  copyFile(home, to, path).catch(async (error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
    await rm(join(to, path), { force: true })
    return null
  })

/** People without their sessions: nobody who signed out since shall be signed in again by an older copy. */
const copyAccounts = async (
  home: string,
  to: string,
): Promise<{ readonly file: KeptFile; readonly isWhole: boolean }> => {
  const state = parsePrivateState(await readFile(join(home, ACCOUNTS), 'utf8'))
  if (state === null) return { file: await copyFile(home, to, ACCOUNTS), isWhole: false }
  return { file: await writeFile(to, ACCOUNTS, formatPrivateState({ ...state, sessions: [] })), isWhole: true }
}

const keepJournal = async (place: JournalPlace, to: string): Promise<Manifest['journal']> => {
  const reader = await openReaderAt(place)
  try {
    const writer = await openFileJournal({ folder: join(to, JOURNAL_FOLDER) })
    try {
      await copyJournal(reader, writer)
      return writer.head()
    } finally {
      await writer.close()
    }
  } finally {
    await reader.close()
  }
}

const claim = async ({ home }: Source, folder: string): Promise<string> => {
  if (`${folder}${sep}`.startsWith(`${home}${sep}`))
    throw new BackupFault({
      id: `${folder} ada di dalam ${home}: keduanya akan hilang bersama. Pilih folder lain, sebaiknya di disk lain.`,
      en: `${folder} lies in ${home}: both would be lost together. Choose another folder, best on another disk.`,
    })
  const draft = join(dirname(folder), `.${basename(folder)}.new`)
  await mkdir(dirname(folder), { recursive: true })
  // What an interrupted backup left behind.
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  return draft
}

const finish = async (draft: string, folder: string): Promise<void> => {
  try {
    await nodeFiles.rename(draft, folder)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))) throw error
    throw new BackupFault({
      id: `${folder} sudah ada. Pilih nama lain, misalnya dengan tanggal; cadangan lama tidak ditimpa.`,
      en: `${folder} is there already. Choose another name, for example with the date; no backup is overwritten.`,
    })
  }
  await nodeFiles.syncFolder(dirname(folder))
}

/**
 * Copies everything of a home that cannot be made again into a new folder, also while a server writes there: the journal up to
 * one entry, and with it every account, photo and file that it speaks of. The folder has its name only once all of it is on disk.
 * Throws BackupFault, JournalDamaged, and what the disk says; then there is no folder.
 */
export const takeBackup = async (
  source: Source,
  given: string,
  { version, now }: { readonly version: string; readonly now: () => Date },
): Promise<{ readonly manifest: Manifest; readonly reasons: readonly Words[] }> => {
  const folder = resolve(given)
  const draft = await claim(source, folder)
  try {
    const { home } = source
    const { before, unknown } = await listContents(home)
    const reasons: Words[] = unknown.length > 0 ? [leftOut(unknown)] : []
    const files: (KeptFile | null)[] = []
    for (const path of before) files.push(await copyIfThere(home, draft, path))
    const journal = await keepJournal(source.journal, draft)
    const inJournal = `${JOURNAL_FOLDER}/${JOURNAL_FILE}`
    files.push({ path: inJournal, ...(await sumUp(draft, inJournal)) })
    for (const path of (await listContents(home)).after) {
      if (path !== ACCOUNTS) files.push(await copyIfThere(home, draft, path))
      else {
        const { file, isWhole } = await copyAccounts(home, draft)
        files.push(file)
        if (!isWhole) reasons.push(DAMAGED_ACCOUNTS)
      }
    }
    const manifest: Manifest = {
      format: 1,
      version,
      made: now().toISOString(),
      journal,
      files: files.filter((file) => file !== null),
    }
    await writeFile(draft, MANIFEST_FILE, `${JSON.stringify(manifest, null, 1)}\n`)
    await syncFoldersOf(
      draft,
      manifest.files.map(({ path }) => path),
    )
    await finish(draft, folder)
    return { manifest, reasons }
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}
