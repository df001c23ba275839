import { resolve } from 'node:path'
import { verifyAt } from '../journal/verify.ts'
import { openPrivateFile, PRIVATE_FOLDER } from '../people/private_file.ts'
import { openPrivateStore } from '../people/private_store.ts'
import { openReminderMemory } from '../reminders/memory.ts'
import { remindersToSend } from '../reminders/remind.ts'
import { readOptions } from './options.ts'
import { Misuse, tell, type Verb } from './verb.ts'

const SERVER_SENDS = {
  id: 'Server sendiri yang mengirim, sekali sehari. Tambahkan --dry-run untuk melihat siapa yang akan diingatkan.',
  en: 'The server sends by itself, once a day. Add --dry-run to see who would be reminded.',
}
const NO_MAIL = {
  id: 'BENTANG_SMTP belum diatur: tidak ada surel yang akan dikirim.',
  en: 'BENTANG_SMTP is not set: no mail will be sent.',
}

export const remind: Verb = {
  takes: '--dry-run',
  about: {
    id: 'Menampilkan siapa yang akan diingatkan lewat surel tentang catatan yang 90 hari tidak dikonfirmasi; server boleh sedang berjalan.',
    en: 'Shows who would be reminded by mail of records not confirmed for 90 days; the server may be running.',
  },
  async run(args, desk) {
    const { 'dry-run': isDry } = readOptions(args, { 'dry-run': { type: 'boolean' } })
    if (!isDry) throw new Misuse(SERVER_SENDS)
    const folder = resolve(desk.config.home, PRIVATE_FOLDER)
    const store = await openPrivateStore(openPrivateFile(folder))
    store.requireWhole()
    const { state } = await verifyAt(desk.config.journal)
    const due = remindersToSend(state, store.state().people, await openReminderMemory(folder).load(), new Date())
    await store.close()
    for (const { organisation, records, people } of due)
      for (const { email } of people) desk.out.write(`${organisation}\t${email}\t${records.length}\n`)
    const count = due.reduce((sum, { people }) => sum + people.length, 0)
    if (!desk.config.mail) tell(desk, NO_MAIL)
    tell(desk, {
      id: `${count} orang akan diingatkan; tidak ada yang dikirim.`,
      en: `${count} people would be reminded; nothing was sent.`,
    })
    return 0
  },
}
