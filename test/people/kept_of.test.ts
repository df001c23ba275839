import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStoreAt } from '../../server/journal/open.ts'
import { openPeople } from '../../server/people/index.ts'
import { newInvitation } from '../../server/people/invitations.ts'
import type { KeptOfPerson } from '../../server/people/kept_of.ts'
import { leaveInvitation, openLeftInvitations } from '../../server/people/left_invitations.ts'
import { makePrivateFolder, openPrivateFile, PRIVATE_FOLDER } from '../../server/people/private_file.ts'
import { openReminderMemory } from '../../server/reminders/memory.ts'
import { ownFolder } from '../journal/own_folder.ts'
import { enter } from '../journal/world.ts'
import { addPerson } from '../people.ts'
import { runIn } from '../verb_run.ts'

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? filesOf(join(folder, one.name)) : [join(folder, one.name)],
  )

const openHome = async () => {
  const home = ownFolder()
  const folder = join(home, PRIVATE_FOLDER)
  await makePrivateFolder(folder)
  const people = await openPeople({
    file: openPrivateFile(folder),
    left: openLeftInvitations(folder),
    now: () => new Date(),
    findOrganisation: () => null,
  })
  const given = {
    name: 'Rina Lestari',
    email: 'rina.lestari@contoh.id',
    password: '$argon2id$geheim',
    isReminded: true,
  }
  const { id } = await addPerson(people, 'admin', null, given)
  const other = await addPerson(people, 'admin', null, { email: 'lain@contoh.id' })
  await people.sessions.open(id, 'Firefox, Linux')
  const { token } = await people.tokens.make(id, { name: 'laptop', scopes: ['read'], days: 3 })
  const store = await openStoreAt({ folder: join(home, 'journal'), database: null }, {})
  for (const [at, actor] of [id, other.id, id].entries())
    await store.commit({ actor, organisation: 'akar', operation: `op-${at}`, changes: [enter('a', at + 1, 'Akar')] })
  await store.close()
  const again = { role: 'admin', organisation: null, email: given.email } as const
  await leaveInvitation(folder, newInvitation(again, 'operator', new Date()).invitation)
  await openReminderMemory(folder).save(new Map([[id, '2026-11-01T00:00:00.000Z']]))
  return { home, people, id, other, token }
}

test('all that is kept of a person is written for them, and no secret with it', async () => {
  const { home, people, id, token } = await openHome()
  await people.close()
  const { code, out } = await runIn(home, 'person', ' Rina.Lestari@contoh.id')
  expect(code).toBe(0)
  const kept = JSON.parse(out) as KeptOfPerson
  expect(kept.account).toMatchObject({ id, name: 'Rina Lestari', hasPassword: true, hasSecondFactor: true })
  expect(kept.sessions).toMatchObject([{ device: 'Firefox, Linux' }])
  expect(kept.tokens).toMatchObject([{ name: 'laptop', scopes: ['read'] }])
  expect(kept.invitations).toMatchObject([{ email: 'rina.lestari@contoh.id', role: 'admin', state: 'open' }])
  expect(kept.lastReminded).toBe('2026-11-01T00:00:00.000Z')
  expect(kept.journal.map(({ seq, records }) => [seq, records])).toEqual([
    [1, ['organisation/a']],
    [3, ['organisation/a']],
  ])
  for (const secret of ['argon2id', token, 'JBSWY3DPEHPK3PXP', 'digest', 'lain@contoh.id'])
    expect([secret, out.includes(secret)]).toEqual([secret, false])
})

test('once erased, no byte of the home holds the name or the address, and the journal keeps an id that leads to nobody', async () => {
  const { home, people, id, other } = await openHome()
  const holding = (text: string) => filesOf(home).filter((file) => readFileSync(file).includes(text))
  // The account, and an invitation that was left at the command line.
  expect(holding('rina.lestari@contoh.id')).toHaveLength(2)
  await people.register.erase(id, other.id)
  await people.close()
  for (const text of ['Rina Lestari', 'rina.lestari', 'Firefox, Linux', 'laptop'])
    expect([text, holding(text)]).toEqual([text, []])
  expect((await runIn(home, 'person', 'rina.lestari@contoh.id')).code).toBe(1)
  expect(holding(id).length).toBeGreaterThan(0)
})

test('whoever is not known, or not named, is told what to do', async () => {
  const { home, people } = await openHome()
  await people.close()
  expect((await runIn(home, 'person', 'siapa@contoh.id')).err).toContain('/people')
  expect((await runIn(home, 'person')).code).toBe(2)
})
