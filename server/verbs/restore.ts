import { restoreBackup } from '../backup/restore.ts'
import { isDatabase, shownPlace } from '../journal/place.ts'
import { readWords } from './options.ts'
import { type Desk, Misuse, tell, type Verb } from './verb.ts'

const NO_BACKUP = {
  id: 'Sebutkan folder cadangan: restore /srv/cadangan/2026-11-23 --home /var/lib/bentang',
  en: 'Name the folder of the backup: restore /srv/backups/2026-11-23 --home /var/lib/bentang',
}

/** The restored journal is a file in the home: where the server keeps its own elsewhere, it has to be taken there. */
const tellPlace = (home: string, desk: Desk): void => {
  const { journal } = desk.config
  const from = `${home}/journal`
  if (journal.database === null && journal.folder === from) return
  const to = journal.database === null ? journal.folder : 'postgres://...'
  tell(desk, {
    id: `BENTANG_JOURNAL menunjuk ${shownPlace(journal)}. Salin jurnalnya ke sana: npm run bentang -- journal copy ${from} ${to}`,
    en: `BENTANG_JOURNAL names ${shownPlace(journal)}. Copy the journal there: npm run bentang -- journal copy ${from} ${to}`,
  })
}

export const restore: Verb = {
  takes: 'BACKUP [--home FOLDER]',
  about: {
    id: 'Memeriksa sebuah cadangan dan mengembalikannya ke folder yang kosong (BENTANG_HOME, atau --home).',
    en: 'Checks a backup and puts it back into an empty folder (BENTANG_HOME, or --home).',
  },
  async run(args, desk) {
    const { values, words } = readWords(args, { home: { type: 'string' } }, 1)
    const [folder] = words
    if (folder === undefined || isDatabase(values.home ?? '')) throw new Misuse(NO_BACKUP)
    const home = values.home ?? desk.config.home
    const { files, journal, made } = await restoreBackup(folder, home)
    desk.out.write(`${journal.seq} ${journal.hash}\n`)
    tell(desk, {
      id: `${files.length} berkas dari cadangan ${made} ada di ${home}, sampai entri ${journal.seq}, hash ${journal.hash}. Semua orang masuk lagi dengan kata sandinya.`,
      en: `${files.length} files of the backup of ${made} are in ${home}, up to entry ${journal.seq}, hash ${journal.hash}. Everybody signs in again with their password.`,
    })
    tellPlace(home, desk)
    return 0
  },
}
