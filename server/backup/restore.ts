import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { codeOf, nodeFiles } from '../journal/files.ts'
import { verifyJournal } from '../journal/verify.ts'
import { findBackupFaults } from './check.ts'
import { JOURNAL_FOLDER } from './contents.ts'
import { copyFile, syncFoldersOf } from './copied.ts'
import { BackupFault, type Manifest, readManifest } from './manifest.ts'

/** Of a disk of its own. */
const OF_THE_DISK = 'lost+found'
const DRAFT = '.restoring.new'

const requireEmpty = async (home: string): Promise<void> => {
  const names = await readdir(home).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  if (names.every((name) => name === OF_THE_DISK)) return
  throw new BackupFault({
    id: `${home} tidak kosong, jadi tidak diubah. Hentikan server, pindahkan isinya ke tempat lain, lalu ulangi; atau sebutkan --home yang lain.`,
    en: `${home} is not empty and was left as it is. Stop the server, move its contents elsewhere and try again; or name another --home.`,
  })
}

const requireWhole = async (backup: string): Promise<Manifest> => {
  const manifest = await readManifest(backup)
  const [fault, ...more] = await findBackupFaults(backup, manifest)
  if (fault) {
    const rest = more.length > 0 ? ` (+${more.length})` : ''
    throw new BackupFault({ id: `${fault.id}${rest}`, en: `${fault.en}${rest}` })
  }
  const { seq, hash, broken } = await verifyJournal(join(backup, JOURNAL_FOLDER))
  if (broken || seq !== manifest.journal.seq || hash !== manifest.journal.hash)
    throw new BackupFault({
      id: `Jurnal dalam ${backup} berakhir di entri ${seq}, seharusnya ${manifest.journal.seq}. Pakai cadangan lain.`,
      en: `The journal in ${backup} ends at entry ${seq}, not at ${manifest.journal.seq}. Use another backup.`,
    })
  return manifest
}

/**
 * Puts a backup into an empty home, every file the same to the byte. Throws BackupFault, and leaves both as they were, where the backup is
 * not whole or the home not empty.
 */
export const restoreBackup = async (givenBackup: string, givenHome: string): Promise<Manifest> => {
  const [backup, home] = [resolve(givenBackup), resolve(givenHome)]
  await requireEmpty(home)
  const manifest = await requireWhole(backup)
  const paths = manifest.files.map(({ path }) => path)
  const draft = join(home, DRAFT)
  await mkdir(draft, { recursive: true, mode: 0o700 })
  try {
    for (const path of paths) await copyFile(backup, draft, path)
    await syncFoldersOf(draft, paths)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
  // The home itself may be where a disk is mounted, so its parts are renamed; the journal last, without which nothing is restored.
  const names = new Set(paths.map((path) => path.split('/')[0]!))
  names.delete(JOURNAL_FOLDER)
  for (const name of [...names, JOURNAL_FOLDER]) await nodeFiles.rename(join(draft, name), join(home, name))
  await rm(draft, { recursive: true })
  await nodeFiles.syncFolder(home)
  return manifest
}
