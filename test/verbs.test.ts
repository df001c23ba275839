import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '../data/model/record.ts'
import { JOURNAL_FILE } from '../server/journal/file.ts'
import { seedStore } from '../server/journal/seed.ts'
import { openFileStore, type RecordStore } from '../server/journal/store.ts'
import { verifyJournal } from '../server/journal/verify.ts'
import { openKeptFacts } from '../server/kept_facts.ts'
import { openLeftInvitations } from '../server/people/left_invitations.ts'
import { ownFolder } from './journal/own_folder.ts'
import { draft, enter, organisation } from './journal/world.ts'
import { runIn as run } from './verb_run.ts'

const journalOf = (home: string): string => join(home, 'journal')

const fill = async (home: string, work: (store: RecordStore) => Promise<unknown>): Promise<void> => {
  const store = await openFileStore({ folder: journalOf(home) })
  await work(store)
  await store.close()
}

const record = (id: string, given: Partial<AnyRecord['record']> = {}): AnyRecord => ({
  kind: 'organisation',
  record: { ...organisation(id), ...given } as ReturnType<typeof organisation>,
})

describe('what the operator may ask for', () => {
  test.each([[['help']], [['--help']], [[]]])('%j lists every verb in both languages', async (args) => {
    const { code, out } = await run(ownFolder(), ...args)
    expect(code).toBe(0)
    for (const verb of ['invite', 'sample', 'boundaries', 'export', 'rebuild', 'backup', 'restore', 'verify', 'help'])
      expect(out).toContain(`npm run bentang -- ${verb}`)
    expect(out).toMatch(/Menampilkan daftar ini\.\n\s+Shows this list\./)
  })

  test.each([
    [['hapus'], /"hapus" tidak dikenal[\s\S]*"hapus" is not known/],
    [['constructor'], /"constructor" tidak dikenal/],
    [['verify', '--cepat'], /Tidak dimengerti: "--cepat"/],
    [['sample', 'remove'], /Tidak dimengerti: "remove"/],
    [['export', '--to'], /Tidak dimengerti: "--to"/],
  ])('%j is not understood, said so, and changes nothing', async (args, words) => {
    const home = ownFolder()
    const { code, out, err } = await run(home, ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(words)
    expect(existsSync(journalOf(home))).toBe(false)
  })

  test('a setting that cannot be used stops the verb before it begins', async () => {
    const { code, err } = await run(ownFolder(), { PORT: 'http' }, 'verify')
    expect(code).toBe(2)
    expect(err).toContain('PORT="http"')
  })
})

describe('verify', () => {
  test('a whole journal is told with its last entry, head hash and number of records', async () => {
    const home = ownFolder()
    await fill(home, (store) => store.commit(draft('op-1', enter('a'), enter('b'))))
    const { hash } = await verifyJournal(journalOf(home))
    const { code, out, err } = await run(home, 'verify')
    expect(code).toBe(0)
    expect(out).toMatch(/^seq +1$/m)
    expect(out).toContain(hash)
    expect(out).toMatch(/^records +2$/m)
    expect(err).toContain('Utuh sampai entri 1.')
  })

  test('a folder without a journal is no whole journal', async () => {
    const home = ownFolder()
    const { code, err } = await run(home, 'verify')
    expect(code).toBe(1)
    expect(err).toContain(`Belum ada jurnal di ${journalOf(home)}`)
  })

  test('it runs beside the process that holds the journal', async () => {
    const home = ownFolder()
    await fill(home, async (store) => {
      await store.commit(draft('op-1', enter('a')))
      expect((await run(home, 'verify')).code).toBe(0)
    })
  })

  test('damage is named by its byte and entry, and the exit code tells', async () => {
    const home = ownFolder()
    await fill(home, async (store) => {
      for (const id of ['a', 'b', 'c']) await store.commit(draft(`op-${id}`, enter(id)))
    })
    const path = join(journalOf(home), JOURNAL_FILE)
    const bytes = readFileSync(path)
    bytes[bytes.indexOf('\n') + 150] = 0
    writeFileSync(path, bytes)
    const { code, err } = await run(home, 'verify')
    expect(code).toBe(1)
    expect(err).toContain(`Rusak pada byte ${bytes.indexOf('\n') + 1}, entri 2.`)
  })

  test('entries that only the snapshot still knows are called missing', async () => {
    const home = ownFolder()
    await fill(home, (store) => store.commit(draft('op-1', enter('a'))))
    writeFileSync(join(journalOf(home), JOURNAL_FILE), '')
    const { code, err } = await run(home, 'verify')
    expect(code).toBe(1)
    expect(err).toContain('Entries 1 to 1 are missing')
  })
})

describe('export', () => {
  const mixed = [
    record('terbuka'),
    record('draf', { verification: 'draft' }),
    record('mitra-saja', { visibility: 'partners' }),
    record('internal', { visibility: 'organisation' }),
  ]

  test('only what is public leaves, one record a line', async () => {
    const home = ownFolder()
    await fill(home, (store) => seedStore(store, { sourced: mixed, sample: [] }))
    const { code, out, err } = await run(home, 'export')
    expect(code).toBe(0)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([{ kind: 'organisation', id: 'terbuka', revision: 1, record: organisation('terbuka') }])
    expect(err).toContain('1 catatan publik, sampai entri 1')
  })

  test('to a file, it is the same text', async () => {
    const home = ownFolder()
    await fill(home, (store) => seedStore(store, { sourced: mixed, sample: [] }))
    const path = join(home, 'catatan.ndjson')
    expect(await run(home, 'export', '--to', path)).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(path, 'utf8')).toBe((await run(home, 'export')).out)
  })

  test('--parquet keeps what is in a folder, and takes no file beside it', async () => {
    const home = ownFolder()
    await fill(home, (store) => seedStore(store, { sourced: mixed, sample: [] }))
    writeFileSync(join(home, 'milik-orang'), 'x')
    expect(await run(home, 'export', '--parquet', home)).toMatchObject({ code: 1 })
    expect(readFileSync(join(home, 'milik-orang'), 'utf8')).toBe('x')
    expect((await run(home, 'export', '--parquet', join(home, 'baru'), '--to', 'x')).code).toBe(2)
    expect(existsSync(join(home, 'baru'))).toBe(false)
  })
})

describe('sample', () => {
  test('--remove takes every sample record away in one entry and leaves the rest', async () => {
    const home = ownFolder()
    const sample = [record('contoh-1', { origin: 'sample' }), record('contoh-2', { origin: 'sample' })]
    await fill(home, (store) => seedStore(store, { sourced: [record('a')], sample }))
    expect((await run(home, 'sample', '--remove')).err).toContain('2 catatan contoh dihapus')
    const { seq, state } = await verifyJournal(journalOf(home))
    expect(seq).toBe(3)
    expect([...state.records.keys()]).toEqual(['organisation/a'])
    expect((await run(home, 'sample', '--remove')).err).toContain('Tidak ada catatan contoh')
    expect((await verifyJournal(journalOf(home))).seq).toBe(3)
  })

  test('it brings the programme in, once, and back after it was removed', async () => {
    const home = ownFolder()
    const count = async (): Promise<number> => (await verifyJournal(journalOf(home))).state.records.size
    expect((await run(home, 'sample')).code).toBe(0)
    const whole = await count()
    expect(whole).toBeGreaterThan(200)
    expect((await run(home, 'sample')).err).toContain('Data contoh sudah lengkap')
    await run(home, 'sample', '--remove')
    expect(await count()).toBe(0)
    await run(home, 'sample')
    expect(await count()).toBe(whole)
    expect((await verifyJournal(journalOf(home))).seq).toBe(3)
  }, 60_000)

  test('while a server holds the journal, it is refused and told which process', async () => {
    const home = ownFolder()
    await fill(home, async (store) => {
      await store.commit(draft('op-1', enter('a')))
      const { code, err } = await run(home, 'sample', '--remove')
      expect(code).toBe(1)
      expect(err).toContain(`proses ${process.pid}`)
    })
  })
})

describe('rebuild', () => {
  test('finds the facts of all public activities anew and keeps them for the next start', async () => {
    const home = ownFolder()
    await run(home, 'sample')
    const { code, err } = await run(home, 'rebuild')
    expect(code).toBe(0)
    const [, activities] = /The facts of (\d+) activities \(\d+ sites\) were found anew/.exec(err) ?? []
    expect(Number(activities)).toBeGreaterThan(100)
    const store = await openFileStore({ folder: journalOf(home) })
    expect((await openKeptFacts(home, store.journal).load())?.register.ids).toHaveLength(Number(activities))
    await store.close()
  }, 60_000)
})

describe('invite', () => {
  test('makes an invitation that the server finds, without stopping it; its link is all that a program reads', async () => {
    const home = ownFolder()
    await fill(home, async (store) => {
      await store.commit(draft('op-1', enter('a')))
      const { code, out, err } = await run(home, 'invite', '--organisation', 'a')
      expect(code).toBe(0)
      expect(out).toMatch(/^http:\/\/localhost:8080\/invitation#[\w-]{43}\n$/)
      expect(err).toMatch(/Undangan untuk partner, a, sekali pakai/)
      const left = await openLeftInvitations(join(home, 'private')).read()
      expect(left).toEqual([expect.objectContaining({ role: 'partner', organisation: 'a', by: 'operator' })])
      expect(JSON.stringify(left)).not.toContain(out.trim().split('#')[1])
    })
  })

  test('without a word more it is for an admin', async () => {
    const home = ownFolder()
    expect((await run(home, 'invite')).code).toBe(0)
    const left = await openLeftInvitations(join(home, 'private')).read()
    expect(left).toEqual([expect.objectContaining({ role: 'admin', organisation: null })])
  })

  test.each([
    [['--role', 'ketua'], /"ketua" is not known/],
    [['--role', 'partner'], /add --organisation/],
    [['--organisation', 'nobody'], /no organisation "nobody"/],
    [['--email', 'bukan surel'], /not a mail address/],
  ])('%j is not understood, and nobody is invited', async (args, words) => {
    const home = ownFolder()
    const { code, out, err } = await run(home, 'invite', ...args)
    expect([code, out, err]).toEqual([2, '', expect.stringMatching(words)])
    expect(existsSync(join(home, 'private'))).toBe(false)
  })
})
