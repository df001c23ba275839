import { resolve } from 'node:path'
import { copyJournal } from '../journal/copy.ts'
import { openFileJournal } from '../journal/file.ts'
import { openReaderAt } from '../journal/open.ts'
import { isDatabase, type JournalPlace, shownPlace } from '../journal/place.ts'
import { openTableJournal } from '../journal/postgres/journal.ts'
import { progressOf } from './progress.ts'
import { Misuse, tell, type Verb } from './verb.ts'

const MISUSE = {
  id: 'Sebutkan asal dan tujuan, masing-masing folder atau postgres://...: journal copy var/journal postgres://host/bentang',
  en: 'Name where from and where to, each a folder or postgres://...: journal copy var/journal postgres://host/bentang',
}

const placeOf = (text: string): JournalPlace =>
  isDatabase(text) ? { folder: '', database: text } : { folder: resolve(text), database: null }

const openTarget = ({ folder, database }: JournalPlace) =>
  database === null ? openFileJournal({ folder }) : openTableJournal({ url: database })

export const journal: Verb = {
  takes: 'copy FROM TO',
  about: {
    id: 'Menyalin jurnal, tiap barisnya apa adanya: folder ke folder, atau dari dan ke postgres://... Tujuan harus kosong, atau awal dari asalnya; lalu diteruskan.',
    en: 'Copies a journal, every line as it is: folder to folder, or from and to postgres://... The target must be empty, or the beginning of the source; it is continued then.',
  },
  async run([verb, from, to, ...more], desk) {
    if (verb !== 'copy' || !from || !to || more.length > 0) throw new Misuse(MISUSE)
    const [source, target] = [placeOf(from), placeOf(to)]
    const reader = await openReaderAt(source)
    try {
      if (reader.head().seq === 0) {
        tell(desk, {
          id: `Tidak ada jurnal di ${shownPlace(source)}.`,
          en: `There is no journal in ${shownPlace(source)}.`,
        })
        return 1
      }
      const told = progressOf(desk)
      const writer = await openTarget(target)
      try {
        const { copied, seq, hash } = await copyJournal(reader, writer, (at) => told('journal', `${at.seq} / ${at.of}`))
        desk.out.write(`${seq} ${hash}\n`)
        tell(desk, {
          id: `${copied} entri disalin; ${shownPlace(target)} kini sampai entri ${seq}, hash ${hash}.`,
          en: `${copied} entries were copied; ${shownPlace(target)} now reaches entry ${seq}, hash ${hash}.`,
        })
        return 0
      } finally {
        await writer.close()
      }
    } finally {
      await reader.close()
    }
  },
}
