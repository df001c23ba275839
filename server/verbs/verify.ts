import { resolve } from 'node:path'
import { checkBelongings } from '../backup/belongings.ts'
import { findBackupFaults } from '../backup/check.ts'
import { JOURNAL_FOLDER } from '../backup/contents.ts'
import { readManifest } from '../backup/manifest.ts'
import { type JournalPlace, shownPlace } from '../journal/place.ts'
import { verifyAt } from '../journal/verify.ts'
import { readWords } from './options.ts'
import { type Desk, tell, type Verb } from './verb.ts'

/** What is checked: a home, or a backup with what its manifest says. */
type Subject = { readonly home: string; readonly journal: JournalPlace }

/** Where a backup was named, its files against the manifest; resolves to whether all are as they were. */
const checkBackup = async (folder: string, desk: Desk): Promise<boolean> => {
  const manifest = await readManifest(folder)
  const faults = await findBackupFaults(folder, manifest)
  desk.out.write(`backup   ${folder}\nmade     ${manifest.made}\nfiles    ${manifest.files.length}\n`)
  for (const fault of faults) tell(desk, fault)
  return faults.length === 0
}

export const verify: Verb = {
  takes: '[BACKUP]',
  about: {
    id: 'Memeriksa jurnal dari baris pertama (rantai, isi, snapshot), akun dan foto; atau sebuah cadangan beserta isinya.',
    en: 'Checks the journal from its first line (chain, contents, snapshot), accounts and photos; or a backup and all in it.',
  },
  async run(args, desk) {
    const [given] = readWords(args, {}, 1).words
    if (given === undefined) return (await checkHome(desk.config, desk)) ? 0 : 1
    const folder = resolve(given)
    const isWhole = await checkBackup(folder, desk)
    const place = { folder: resolve(folder, JOURNAL_FOLDER), database: null }
    return (await checkHome({ home: folder, journal: place }, desk)) && isWhole ? 0 : 1
  },
}

const checkHome = async (subject: Subject, desk: Desk): Promise<boolean> => {
  const { seq, hash, bytes, state, broken, snapshot, snapshotReason } = await verifyAt(subject.journal)
  const { people, photos, faults } = await checkBelongings(subject.home, state)
  const at = snapshot ? `${snapshot.seq} ${snapshot.agrees ? 'agrees' : 'differs'}` : 'none'
  const figures = {
    journal: shownPlace(subject.journal),
    seq,
    hash,
    records: state.records.size,
    bytes,
    snapshot: at,
    people: people ?? 'none',
    photos,
  }
  for (const [name, value] of Object.entries(figures)) desk.out.write(`${name.padEnd(9)}${value}\n`)
  if (bytes === 0 && !broken && !snapshot) {
    tell(desk, {
      id: `Belum ada jurnal di ${shownPlace(subject.journal)}. Periksa BENTANG_HOME, atau mulai server lebih dahulu.`,
      en: `There is no journal in ${shownPlace(subject.journal)} yet. Check BENTANG_HOME, or start the server first.`,
    })
    return false
  }
  if (snapshotReason) tell(desk, snapshotReason)
  if (snapshot && snapshot.seq > seq && !broken?.acknowledged) {
    tell(desk, {
      id: `Entri ${seq + 1} sampai ${snapshot.seq} hilang dari ujung jurnal. Pulihkan folder jurnal dari cadangan.`,
      en: `Entries ${seq + 1} to ${snapshot.seq} are missing from the end of the journal. Restore its folder from a backup.`,
    })
    return false
  }
  if (broken?.acknowledged) {
    tell(desk, {
      id: `Rusak pada byte ${broken.offset}, entri ${broken.seq}. Pulihkan folder jurnal dari cadangan.`,
      en: `Damaged at byte ${broken.offset}, entry ${broken.seq}. Restore the journal folder from a backup.`,
    })
    return false
  }
  if (broken)
    tell(desk, {
      id: `Ada baris yang belum selesai setelah byte ${broken.offset}; belum pernah dijanjikan. Start berikutnya menyisihkannya.`,
      en: `There is an unfinished line after byte ${broken.offset}, never acknowledged. The next start sets it aside.`,
    })
  if (snapshot && !snapshot.agrees) {
    tell(desk, {
      id: 'Snapshot tidak cocok dengan jurnal. Hapus snapshot.ndjson; start berikutnya membuat yang baru.',
      en: 'The snapshot does not agree with the journal. Delete snapshot.ndjson; the next start makes a new one.',
    })
    return false
  }
  for (const fault of faults) tell(desk, fault)
  if (faults.length > 0) return false
  tell(desk, { id: `Utuh sampai entri ${seq}.`, en: `Whole up to entry ${seq}.` })
  return true
}
