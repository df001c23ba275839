import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { takeBackup } from '../server/backup/take.ts'
import { JOURNAL_FILE } from '../server/journal/file.ts'
import { openStoreAt } from '../server/journal/open.ts'
import { verifyJournal } from '../server/journal/verify.ts'
import { openLeftInvitations } from '../server/people/left_invitations.ts'
import { openPrivateFile } from '../server/people/private_file.ts'
import { parsePrivateState } from '../server/people/private_state.ts'
import { openPrivateStore } from '../server/people/private_store.ts'
import { VERSION } from '../server/version.ts'
import { openPhotoShelf } from '../server/work/photos/shelf.ts'
import { ownFolder } from './journal/own_folder.ts'
import { postgres, startShared } from './journal/postgres.ts'
import { draft, enter } from './journal/world.ts'
import { runIn } from './verb_run.ts'
import { jpeg } from './work/pictures.ts'
import { ASAM, activity } from './world.ts'

const placeOf = (home: string) => ({ folder: join(home, 'journal'), database: null })
const person = {
  id: 'p-1',
  name: 'Sari Dewi',
  email: 'sari@contoh.id',
  role: 'moderator' as const,
  organisation: null,
  password: '$argon2id$',
  totp: null,
  isDisabled: false,
  created: '2026-11-01T00:00:00.000Z',
  lastSeen: null,
}
const session = {
  id: 's-1',
  person: 'p-1',
  digest: 'x',
  created: '2026-11-22T00:00:00.000Z',
  lastSeen: '2026-11-22T00:00:00.000Z',
  device: 'Firefox',
  pendingTotp: null,
}

/** A home as a server leaves it: records, an account that is signed in, a photo, an import, settings, and what can be made again. */
const fill = async (home: string) => {
  const shelf = openPhotoShelf(join(home, 'uploads'))
  const photo = await shelf.keep(jpeg(4, 3))
  const store = await openStoreAt(placeOf(home))
  const work = activity('kerja', ['akar'], [ASAM], {
    photos: [{ id: photo, alt: { id: 'Jembatan', en: 'A bridge' } }] as never,
  })
  await store.commit(draft('op-1', enter('akar'), { kind: 'activity', id: work.id, revision: 1, record: work }))
  const people = await openPrivateStore(openPrivateFile(join(home, 'private')))
  await people.change((state) => [{ ...state, people: [person], sessions: [session] }, undefined])
  await people.close()
  const write = (path: string, text: string) => {
    mkdirSync(join(home, path, '..'), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  write('imports/abc/mapping.json', '{}')
  write('embed_sites.json', '{"isOpen":true,"lists":[]}')
  write('boundaries/villages.geojson', '{"type":"FeatureCollection","features":[]}')
  write('private/lock', 'of the process')
  write('cache/facts.bin', 'derived')
  write('catatan pengelola.txt', 'not ours')
  return { store, photo }
}

describe('a backup', () => {
  test('taken while writes go on holds one whole beginning of the journal, and comes back equal in exports and history', async () => {
    const [home, other] = [ownFolder(), ownFolder()]
    const { store } = await fill(home)
    let writing = true
    const writer = (async () => {
      for (let n = 2; writing; n += 1) await store.commit(draft(`op-${n}`, enter(`mitra-${n}`)))
    })()
    await pause(50)
    const before = store.asOf().seq
    const folder = join(other, 'cadangan')
    const { code, out, err } = await runIn(home, 'backup', folder)
    const after = store.asOf().seq
    writing = false
    await writer
    await store.close()
    expect(code, err).toBe(0)
    expect(err).toContain('Bentang does not know it: catatan pengelola.txt')

    const { journal, files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    expect(out).toContain(journal.hash)
    expect(journal.seq).toBeGreaterThanOrEqual(before)
    expect(journal.seq).toBeLessThanOrEqual(after)
    const all = readFileSync(join(home, 'journal', JOURNAL_FILE))
    const kept = readFileSync(join(folder, 'journal', JOURNAL_FILE))
    expect(all.subarray(0, kept.length).equals(kept)).toBe(true)
    expect(files.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      'boundaries/villages.geojson',
      'embed_sites.json',
      'imports/abc/mapping.json',
      `journal/${JOURNAL_FILE}`,
      'private/people.json',
      expect.stringMatching(/^uploads\/[0-9a-f]{2}\/[0-9a-f]{64}$/),
    ])
    expect((await runIn(home, 'verify', folder)).code).toBe(0)

    const again = join(other, 'rumah')
    const restored = await runIn(home, 'restore', folder, '--home', again)
    expect(restored.code, restored.err).toBe(0)
    expect(restored.out).toBe(`${journal.seq} ${journal.hash}\n`)
    expect(await verifyJournal(join(again, 'journal'))).toMatchObject({ seq: journal.seq, hash: journal.hash })
    expect((await runIn(again, 'verify')).code).toBe(0)
    // The same beginning of the journal, folded where it was written and where it was put back.
    const there = await openStoreAt(placeOf(home))
    const here = await openStoreAt(placeOf(again))
    const upTo = [...there.state.records.values()].filter(({ seq }) => seq <= journal.seq)
    expect([...here.state.records.values()]).toEqual(upTo)
    await there.close()
    await here.close()
    expect((await runIn(again, 'export')).out.trimEnd().split('\n')).toHaveLength(upTo.length)
  })

  test('leaves everybody to sign in again, keeps the account, and is for its owner alone', async () => {
    const [home, other] = [ownFolder(), ownFolder()]
    const { store } = await fill(home)
    await store.close()
    const folder = join(other, 'cadangan')
    expect((await runIn(home, 'backup', folder)).code).toBe(0)
    expect(parsePrivateState(readFileSync(join(folder, 'private/people.json'), 'utf8'))).toMatchObject({
      people: [person],
      sessions: [],
    })
    expect([folder, join(folder, 'private/people.json')].map((path) => statSync(path).mode & 0o077)).toEqual([0, 0])
  })

  test('keeps an invitation that was made at the command line and not taken over yet', async () => {
    const [home, other] = [ownFolder(), ownFolder()]
    const { store } = await fill(home)
    await store.close()
    await runIn(home, 'invite')
    await runIn(home, 'backup', join(other, 'cadangan'))
    await runIn(home, 'restore', join(other, 'cadangan'), '--home', join(other, 'rumah'))
    expect(await openLeftInvitations(join(other, 'rumah/private')).read()).toHaveLength(1)
  })

  test('is not written over another, into its own home, or from a damaged journal; nothing is left behind then', async () => {
    const [home, other] = [ownFolder(), ownFolder()]
    const { store } = await fill(home)
    await store.commit(draft('op-2', enter('b')))
    await store.commit(draft('op-3', enter('c')))
    await store.close()
    const folder = join(other, 'cadangan')
    expect((await runIn(home, 'backup')).code).toBe(2)
    expect((await runIn(home, 'backup', folder)).code).toBe(0)
    const first = readFileSync(join(folder, 'manifest.json'), 'utf8')
    expect(await runIn(home, 'backup', folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is there already'),
    })
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(first)
    expect((await runIn(home, 'backup', join(home, 'cadangan'))).err).toContain('both would be lost together')
    const path = join(home, 'journal', JOURNAL_FILE)
    const bytes = readFileSync(path)
    bytes[bytes.indexOf('\n') + 150] = 0
    writeFileSync(path, bytes)
    expect((await runIn(home, 'backup', join(other, 'kedua'))).err).toMatch(/damaged at byte \d+, entry 2/)
    expect(readdirSync(other)).toEqual(['cadangan'])
  })

  test('imports that are thrown away while it copies them do not stop it', async () => {
    const [home, other] = [ownFolder(), ownFolder()]
    const { store } = await fill(home)
    await store.close()
    for (let n = 0; n < 100; n += 1) writeFileSync(join(home, 'imports', `${n}.json`), '{}')
    const folder = join(other, 'cadangan')
    const taking = takeBackup({ home, journal: placeOf(home) }, folder, { version: VERSION, now: () => new Date(0) })
    await expect.poll(() => existsSync(join(other, '.cadangan.new/imports')), { interval: 1 }).toBe(true)
    rmSync(join(home, 'imports'), { recursive: true })
    const { manifest } = await taking
    expect(manifest.files.filter(({ path }) => path.startsWith('imports/')).length).toBeLessThan(100)
    expect((await runIn(home, 'verify', folder)).code).toBe(0)
  })

  test('says which version made it: that of the package', () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))
    expect(VERSION).toBe(version)
  })
})

/** One bit of its last byte, so that its length stays. */
const flip = (path: string) => {
  const bytes = readFileSync(path)
  bytes[bytes.length - 1]! ^= 1
  writeFileSync(path, bytes)
}

describe('restore', () => {
  const backedUp = async () => {
    const [home, other] = [ownFolder(), ownFolder()]
    const { store, photo } = await fill(home)
    await store.close()
    const folder = join(other, 'cadangan')
    await runIn(home, 'backup', folder)
    return { home, other, folder, photo }
  }

  test('never touches a home that is not empty', async () => {
    const { home, other, folder } = await backedUp()
    const before = readFileSync(join(home, 'journal', JOURNAL_FILE))
    expect(await runIn(home, 'restore', folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not empty and was left'),
    })
    expect(readFileSync(join(home, 'journal', JOURNAL_FILE)).equals(before)).toBe(true)
    expect(await runIn(home, 'restore', other, '--home', join(other, 'rumah'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('is no backup'),
    })
  })

  test.each([
    ['a byte of a photo', (folder: string, photo: string) => flip(join(folder, 'uploads', photo.slice(0, 2), photo))],
    ['a byte of the journal', (folder: string) => writeFileSync(join(folder, 'journal', JOURNAL_FILE), '{}\n')],
    ['a file less', (folder: string) => rmSync(join(folder, 'embed_sites.json'))],
    ['a file more', (folder: string) => writeFileSync(join(folder, 'private', 'tamu.json'), '{}')],
    ['a manifest cut short', (folder: string) => writeFileSync(join(folder, 'manifest.json'), '{"format":1')],
    [
      'a path that leaves the folder',
      (folder: string) => {
        const path = join(folder, 'manifest.json')
        writeFileSync(path, readFileSync(path, 'utf8').replace('embed_sites.json', '../embed_sites.json'))
      },
    ],
  ])('%s is noticed by verify and by restore, and the home stays empty', async (_, damage) => {
    const { other, folder, photo } = await backedUp()
    damage(folder, photo)
    const again = join(other, 'rumah')
    expect((await runIn(again, 'restore', folder)).code).toBe(1)
    expect((await runIn(again, 'verify', folder)).code).toBe(1)
    expect(existsSync(again)).toBe(false)
  })
})

describe('verify', () => {
  test('tells of accounts that cannot be read and of a photo that a record names and nobody has', async () => {
    const home = ownFolder()
    const { store, photo } = await fill(home)
    await store.close()
    expect(await runIn(home, 'verify')).toMatchObject({ code: 0, out: expect.stringMatching(/people +1\nphotos +1\n/) })
    rmSync(join(home, 'uploads'), { recursive: true })
    expect(await runIn(home, 'verify')).toMatchObject({ code: 1, err: expect.stringContaining(`Photo ${photo}`) })
    writeFileSync(join(home, 'private/people.json'), '{')
    expect((await runIn(home, 'verify')).err).toContain('The file of accounts')
  })
})

describe.skipIf(postgres === null)('with the journal in PostgreSQL', () => {
  test('the backup holds it as a file, which is restored and copied back into an empty database', async () => {
    const shared = await startShared()
    try {
      const [home, other] = [ownFolder(), ownFolder()]
      const url = await shared.database()
      const store = await openStoreAt({ folder: join(home, 'snapshot'), database: url })
      for (const n of [1, 2, 3]) await store.commit(draft(`op-${n}`, enter(`mitra-${n}`)))
      const { seq, hash } = store.journal.head()
      const folder = join(other, 'cadangan')
      expect((await runIn(home, { BENTANG_JOURNAL: url }, 'backup', folder)).out).toContain(hash)
      await store.close()
      const again = join(other, 'rumah')
      const fresh = await shared.database()
      const restored = await runIn(again, { BENTANG_JOURNAL: fresh }, 'restore', folder)
      expect(restored.err).toContain(`journal copy ${again}/journal postgres://`)
      expect((await runIn(again, 'journal', 'copy', join(again, 'journal'), fresh)).out).toBe(`${seq} ${hash}\n`)
      expect((await runIn(again, { BENTANG_JOURNAL: fresh }, 'verify')).out).toContain(hash)
    } finally {
      await shared.cluster.stop()
    }
  }, 60_000)
})
