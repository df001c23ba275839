import { takeBackup } from '../backup/take.ts'
import { VERSION } from '../version.ts'
import { readWords } from './options.ts'
import { Misuse, tell, type Verb } from './verb.ts'

const NO_FOLDER = {
  id: 'Sebutkan folder baru untuk cadangan: backup /srv/cadangan/2026-11-23',
  en: 'Name a new folder for the backup: backup /srv/backups/2026-11-23',
}

export const backup: Verb = {
  takes: 'FOLDER',
  about: {
    id: 'Mencadangkan semua yang tidak dapat dibuat ulang ke folder baru; server boleh sedang berjalan.',
    en: 'Backs up everything that cannot be made again into a new folder; the server may be running.',
  },
  async run(args, desk) {
    const { words } = readWords(args, {}, 1)
    const [folder] = words
    if (folder === undefined) throw new Misuse(NO_FOLDER)
    const { manifest, reasons } = await takeBackup(desk.config, folder, { version: VERSION, now: () => new Date() })
    const { files, journal } = manifest
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    const figures = { files: files.length, bytes, seq: journal.seq, hash: journal.hash }
    for (const [name, value] of Object.entries(figures)) desk.out.write(`${name.padEnd(6)}${value}\n`)
    for (const reason of reasons) tell(desk, reason)
    tell(desk, {
      id: `${files.length} berkas, ${bytes} byte, sampai entri ${journal.seq}. Simpan folder ini serapat server sendiri, juga di tempat lain: di dalamnya ada akun.`,
      en: `${files.length} files, ${bytes} bytes, up to entry ${journal.seq}. Keep this folder as closely as the server, elsewhere too: accounts are in it.`,
    })
    return 0
  },
}
