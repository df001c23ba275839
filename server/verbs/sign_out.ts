import { resolve } from 'node:path'
import { takeLock } from '../journal/lock.ts'
import { openLeftInvitations } from '../people/left_invitations.ts'
import { openPrivateFile, PRIVATE_FOLDER } from '../people/private_file.ts'
import { openPrivateStore } from '../people/private_store.ts'
import { withoutAnyAccess } from '../people/register.ts'
import { readOptions } from './options.ts'
import { tell, type Verb } from './verb.ts'

export const signOut: Verb = {
  takes: '',
  about: {
    id: 'Mengeluarkan semua orang: semua sesi, token, dan undangan berakhir. Untuk saat data bocor; hentikan server lebih dahulu.',
    en: 'Signs everybody out: all sessions, tokens and invitations end. For when data has leaked; stop the server first.',
  },
  async run(args, desk) {
    readOptions(args, {})
    const folder = resolve(desk.config.home, PRIVATE_FOLDER)
    const lock = await takeLock(resolve(folder, 'lock'))
    try {
      const store = await openPrivateStore(openPrivateFile(folder))
      store.requireWhole()
      const { sessions, tokens } = store.state()
      await store.change((state) => [withoutAnyAccess(state), undefined])
      await store.close()
      const left = openLeftInvitations(folder)
      for (const { id } of await left.read()) await left.remove(id)
      tell(desk, {
        id: `${sessions.length} sesi dan ${tokens.length} token diakhiri, undangan yang terbuka dicabut. Semua orang masuk lagi dengan kata sandinya.`,
        en: `${sessions.length} sessions and ${tokens.length} tokens were ended, open invitations revoked. Everybody signs in again with their password.`,
      })
      return 0
    } finally {
      await lock.release()
    }
  },
}
