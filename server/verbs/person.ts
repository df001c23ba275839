import { resolve } from 'node:path'
import { openFileReader } from '../journal/file_reader.ts'
import { openTableReader } from '../journal/postgres/journal.ts'
import { foldEmail } from '../people/email.ts'
import { findPersonId, keptOf } from '../people/kept_of.ts'
import { openLeftInvitations } from '../people/left_invitations.ts'
import { openPrivateFile, PRIVATE_FOLDER } from '../people/private_file.ts'
import { openPrivateStore } from '../people/private_store.ts'
import { openReminderMemory } from '../reminders/memory.ts'
import { readWords } from './options.ts'
import { Misuse, tell, type Verb } from './verb.ts'

const NO_EMAIL = {
  id: 'Sebutkan alamat surelnya: person rina@contoh.id',
  en: 'Name the address: person rina@example.org',
}
const nobody = (email: string) => ({
  id: `Tidak ada akun dengan alamat ${email}. Daftarnya ada di /people.`,
  en: `No account has the address ${email}. The list is at /people.`,
})

export const person: Verb = {
  takes: 'EMAIL',
  about: {
    id: 'Menulis semua yang disimpan tentang seseorang sebagai JSON, untuk diserahkan kepadanya; server boleh sedang berjalan.',
    en: 'Writes all that is kept of a person as JSON, to be handed to them; the server may be running.',
  },
  async run(args, desk) {
    const [email] = readWords(args, {}, 1).words
    if (email === undefined) throw new Misuse(NO_EMAIL)
    const { home, journal } = desk.config
    const folder = resolve(home, PRIVATE_FOLDER)
    const store = await openPrivateStore(openPrivateFile(folder))
    store.requireWhole()
    const left = await openLeftInvitations(folder).read()
    const state = { ...store.state(), invitations: [...store.state().invitations, ...left] }
    await store.close()
    const id = findPersonId(state, foldEmail(email))
    if (id === null) {
      tell(desk, nobody(email))
      return 1
    }
    const reader = await (journal.database === null
      ? openFileReader(journal.folder)
      : openTableReader(journal.database))
    try {
      const reminded = await openReminderMemory(folder).load()
      const kept = await keptOf(state, id, { reminded, entries: reader.replay() })
      desk.out.write(`${JSON.stringify(kept, null, 2)}\n`)
      tell(desk, {
        id: `Kata sandi, faktor kedua dan token adalah rahasia dan tidak ikut. ${kept.journal.length} entri jurnal ditulisnya.`,
        en: `Passwords, second factors and tokens are secrets and left out. ${kept.journal.length} entries of the journal are theirs.`,
      })
      return 0
    } finally {
      await reader.close()
    }
  },
}
