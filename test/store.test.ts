import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { AnyRecord } from '../data/model/record.ts'
import { writeDraft } from '../server/journal/draft.ts'
import type { Entry } from '../server/journal/entry.ts'
import { JournalDamaged, JournalReadOnly } from '../server/journal/errors.ts'
import { JOURNAL_FILE } from '../server/journal/file.ts'
import { nodeFiles } from '../server/journal/files.ts'
import { formatLine, GENESIS } from '../server/journal/line.ts'
import { addSample, removeSample, seedStore } from '../server/journal/seed.ts'
import { loadSnapshot, SNAPSHOT_FILE } from '../server/journal/snapshot.ts'
import { openFileStore, type RecordStore } from '../server/journal/store.ts'
import { verifyJournal } from '../server/journal/verify.ts'
import { faultyFiles } from './journal/faulty_files.ts'
import { ownFolder } from './journal/own_folder.ts'
import { draft, enter, organisation, remove, seeded } from './journal/world.ts'

const snapshotOf = (folder: string): string => join(folder, SNAPSHOT_FILE)
const shown = ({ state }: RecordStore) => ({
  seq: state.seq,
  time: state.time,
  records: [...state.records],
  removed: [...state.removed],
  operations: [...state.operations],
})

/** Enters, changes and removes a few records, the same way each time. */
const work = async (store: RecordStore, count: number): Promise<void> => {
  const random = seeded(count)
  for (let n = 0; n < count; n += 1) {
    const id = `o${Math.floor(random() * 12)}`
    const key = `organisation/${id}` as const
    const current = store.state.records.get(key)?.revision ?? store.state.removed.get(key) ?? 0
    const gone = store.state.records.has(key) && random() < 0.3
    await store.commit(
      draft(`op-${store.state.seq + 1}`, gone ? remove(id, current + 1) : enter(id, current + 1, `Nama ${n}`)),
    )
  }
}

describe('the present state', () => {
  test('a listener hears of each entry, in order and already folded in, before its commit is answered', async () => {
    const store = await openFileStore({ folder: ownFolder() })
    const heard: Entry[] = []
    store.onEntry((entry) => {
      expect(store.asOf()).toEqual({ seq: entry.seq, time: entry.time })
      heard.push(entry)
    })
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const entry = await store.commit(draft(`op-${n}`, enter(`o${n}`)))
        expect(heard).toContain(entry)
        return entry
      }),
    )
    expect(heard).toEqual(answers)
    expect(heard.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
    await store.close()
  })

  test('a listener that fails undoes nothing and keeps nobody else from hearing', async () => {
    const report = vi.fn()
    const store = await openFileStore({ folder: ownFolder(), report })
    const heard: number[] = []
    const trouble = new Error('proyeksi gagal')
    store.onEntry(() => {
      throw trouble
    })
    store.onEntry(({ seq }) => heard.push(seq))
    await store.commit(draft('op-1', enter('a')))
    expect(heard).toEqual([1])
    expect(report).toHaveBeenCalledExactlyOnceWith(trouble)
    await store.close()
  })

  test('closing answers what is under way and refuses what comes later', async () => {
    const folder = ownFolder()
    const store = await openFileStore({ folder })
    const underWay = Promise.all(Array.from({ length: 20 }, (_, n) => store.commit(draft(`op-${n}`, enter(`o${n}`)))))
    await store.close()
    expect(await underWay).toHaveLength(20)
    await expect(store.commit(draft('op-akhir', enter('z')))).rejects.toBeInstanceOf(JournalReadOnly)
    expect(await verifyJournal(folder)).toMatchObject({ seq: 20, snapshot: { seq: 20, agrees: true } })
  })
})

describe('a journal that this version cannot fold', () => {
  test('is refused in words, and let go for the version that can', async () => {
    const folder = ownFolder()
    const later = { ...(await writeDraft(draft('op-1', enter('a')))) }
    const { bytes } = formatLine(GENESIS, { seq: 1, durable: 0, time: new Date(0).toISOString() }, later)
    const body = bytes.toString('utf8', 65, bytes.length - 1).replace('"schema":1', '"schema":2')
    const hash = createHash('sha256').update(GENESIS).update(body).digest('hex')
    writeFileSync(join(folder, JOURNAL_FILE), `${hash} ${body}\n`)
    for (let start = 0; start < 2; start += 1)
      await expect(openFileStore({ folder })).rejects.toThrow(/written in schema 2; this version reads schema 1/)
    expect(readdirSync(folder)).toEqual([JOURNAL_FILE])
  })
})

describe('the snapshot', () => {
  test('with the entries after it, it gives what a full replay gives, in the same order', async () => {
    const folder = ownFolder()
    const store = await openFileStore({ folder, every: 25 })
    await work(store, 60)
    await vi.waitFor(async () => expect((await verifyJournal(folder)).snapshot?.seq).toBe(50))
    const snapshot = readFileSync(snapshotOf(folder))
    await store.close()

    writeFileSync(snapshotOf(folder), snapshot)
    const fromSnapshot = await openFileStore({ folder })
    const withSnapshot = shown(fromSnapshot)
    expect(fromSnapshot.reasons()).toEqual([])
    await fromSnapshot.close()

    rmSync(snapshotOf(folder))
    const replayed = await openFileStore({ folder })
    expect(withSnapshot).toEqual(shown(replayed))
    expect(withSnapshot.seq).toBe(60)
    await replayed.close()
  })

  test('boundaries between snapshot and tail keep operations and revisions known', async () => {
    const folder = ownFolder()
    const store = await openFileStore({ folder })
    const first = await store.commit(draft('op-1', enter('a')))
    await store.close()
    const restarted = await openFileStore({ folder })
    expect(await restarted.commit(draft('op-1', enter('a')))).toEqual(first)
    await expect(restarted.commit(draft('op-2', enter('a', 1)))).rejects.toMatchObject({ current: 1 })
    expect((await restarted.commit(draft('op-3', remove('a', 2)))).seq).toBe(2)
    await restarted.close()
  })

  test('it is on disk under another name before it takes the place of the old one', async () => {
    const { files, steps } = faultyFiles()
    const store = await openFileStore({ folder: ownFolder(), files })
    await store.commit(draft('op-1', enter('a')))
    steps.length = 0
    await store.close()
    expect(steps.map(({ what }) => what)).toEqual(['write', 'write', 'datasync', 'rename', 'syncFolder'])
  })

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['all zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['with one bit flipped', (bytes: Buffer) => Buffer.from(bytes).fill(bytes[300]! ^ 4, 300, 301)],
    ['without its checksum', (bytes: Buffer) => bytes.subarray(0, -66)],
  ])('%s, it is ignored and the reason is told', async (_, damage) => {
    const folder = ownFolder()
    const store = await openFileStore({ folder })
    await work(store, 20)
    const before = shown(store)
    await store.close()
    writeFileSync(snapshotOf(folder), damage(readFileSync(snapshotOf(folder))))
    const restarted = await openFileStore({ folder })
    expect(shown(restarted)).toEqual(before)
    expect(restarted.reasons()).toHaveLength(1)
    await restarted.close()
  })

  test('cut at any byte, zeroed or with any of a thousand bits flipped, it is refused and never another state', async () => {
    const folder = ownFolder()
    const store = await openFileStore({ folder })
    await work(store, 12)
    await store.close()
    const bytes = readFileSync(snapshotOf(folder))
    const random = seeded(2026)
    const damaged = (at: number): readonly Buffer[] => {
      const flipped = Buffer.from(bytes)
      flipped[at] = flipped[at]! ^ (1 << Math.floor(random() * 8))
      return [flipped, Buffer.from(bytes).fill(0, at)]
    }
    const tried = [
      ...Array.from(bytes, (_, cut) => bytes.subarray(0, cut)),
      ...Array.from({ length: 1000 }, () => damaged(Math.floor(random() * bytes.length))).flat(),
    ]
    for (const [n, load] of tried.entries()) {
      const { snapshot, reason } = await loadSnapshot(folder, { ...nodeFiles, load: async () => load })
      expect([n, snapshot, reason?.en]).toEqual([n, null, expect.stringContaining('damaged')])
    }
    expect(tried.length).toBe(bytes.length + 2000)
  })

  test('one of another journal is ignored, and its revisions with it', async () => {
    const [mine, other] = [ownFolder(), ownFolder()]
    for (const [folder, name] of [
      [mine, 'Satu'],
      [other, 'Dua'],
    ] as const) {
      const store = await openFileStore({ folder })
      await store.commit(draft('op-1', enter('a', 1, name)))
      await store.commit(draft(`op-${name}`, enter('a', 2, name)))
      await store.close()
    }
    writeFileSync(snapshotOf(mine), readFileSync(snapshotOf(other)))
    const restarted = await openFileStore({ folder: mine })
    expect(restarted.state.records.get('organisation/a')?.record).toEqual(organisation('a', 'Satu'))
    expect(restarted.reasons()).toHaveLength(1)
    expect((await restarted.commit(draft('op-Dua', enter('a', 3)))).seq).toBe(3)
    await restarted.close()
  })

  test.each([
    ['without its last line', (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)],
    ['emptied', () => ''],
  ])('it proves that a journal %s has lost something acknowledged', async (_, cut) => {
    const folder = ownFolder()
    const store = await openFileStore({ folder })
    await work(store, 5)
    await store.close()
    const path = join(folder, JOURNAL_FILE)
    writeFileSync(path, cut(readFileSync(path, 'utf8')))
    await expect(openFileStore({ folder })).rejects.toBeInstanceOf(JournalDamaged)
    expect(readdirSync(folder).sort()).toEqual([JOURNAL_FILE, SNAPSHOT_FILE].sort())
  })

  test('a server that was displaced writes none where another is at work by now', async () => {
    const folder = ownFolder()
    const store = await openFileStore({ folder, report: () => {} })
    await store.commit(draft('op-1', enter('a')))
    writeFileSync(join(folder, 'journal.lock'), '{"pid":1,"boot":"lain","started":"1","key":"k"}\n')
    await expect(store.commit(draft('op-2', enter('b')))).rejects.toBeInstanceOf(JournalReadOnly)
    expect(store.reasons().map(({ en }) => en)).toEqual([expect.stringContaining('took the journal lock over')])
    await store.close()
    expect(readdirSync(folder).sort()).toEqual(['journal.lock', JOURNAL_FILE])
  })

  test('one that cannot be written costs nothing but the next start', async () => {
    const folder = ownFolder()
    const { files, faults } = faultyFiles()
    const report = vi.fn()
    const store = await openFileStore({ folder, files, every: 1, report })
    await store.commit(draft('op-1', enter('a')))
    await vi.waitFor(() => expect(readdirSync(folder)).toContain(SNAPSHOT_FILE))
    faults.room = 700
    await store.commit(draft('op-2', enter('b')))
    await vi.waitFor(() => expect(store.reasons()).toHaveLength(1))
    expect(existsSync(`${snapshotOf(folder)}.new`)).toBe(false)
    faults.room = Number.POSITIVE_INFINITY
    await store.close()
    expect(await verifyJournal(folder)).toMatchObject({ seq: 2, snapshot: { seq: 2, agrees: true } })
  })
})

describe('what ships', () => {
  const record = (id: string, origin: 'sourced' | 'sample', name?: string): AnyRecord => ({
    kind: 'organisation',
    record: { ...organisation(id, name), origin },
  })
  const sourced = [record('cu-bima', 'sourced'), record('lbbt', 'sourced')]
  const sample = [record('contoh-01', 'sample'), record('contoh-02', 'sample')]
  const ids = ({ state }: RecordStore): string[] => [...state.records.values()].map(({ id }) => id).sort()

  test('an empty journal gets both sets once, and a second start adds nothing', async () => {
    const folder = ownFolder()
    for (let start = 0; start < 2; start += 1) {
      const store = await openFileStore({ folder })
      await seedStore(store, { sourced, sample })
      expect(ids(store)).toEqual(['contoh-01', 'contoh-02', 'cu-bima', 'lbbt'])
      expect(store.state.seq).toBe(2)
      await store.close()
    }
  })

  test('a first start that died between the two sets is finished by the next', async () => {
    const store = await openFileStore({ folder: ownFolder() })
    await seedStore(store, { sourced, sample: [] })
    await seedStore(store, { sourced, sample })
    expect(ids(store)).toHaveLength(4)
    await store.close()
  })

  test('a removed sample goes in one entry, stays away, and comes back only when asked for', async () => {
    const store = await openFileStore({ folder: ownFolder() })
    await seedStore(store, { sourced, sample })
    expect((await removeSample(store))?.changes).toHaveLength(2)
    expect(await removeSample(store)).toBeNull()
    await seedStore(store, { sourced, sample })
    expect(ids(store)).toEqual(['cu-bima', 'lbbt'])
    expect((await addSample(store, sample))?.changes.map(({ revision }) => revision)).toEqual([3, 3])
    expect(await addSample(store, sample)).toBeNull()
    expect(ids(store)).toHaveLength(4)
    await store.close()
  })

  test('a release that mends a sourced record brings it in, there and back again', async () => {
    const store = await openFileStore({ folder: ownFolder() })
    const mended = [record('cu-bima', 'sourced', 'CU BIMA'), record('lbbt', 'sourced')]
    for (const [n, release] of [sourced, mended, sourced, mended].entries()) {
      await seedStore(store, { sourced: release, sample: [] })
      expect(store.state.records.get('organisation/cu-bima')?.record).toEqual(release[0]?.record)
      expect(store.state.records.get('organisation/cu-bima')?.revision).toBe(n + 1)
    }
    expect(store.state.records.get('organisation/lbbt')?.revision).toBe(1)
    await store.close()
  })

  test("a release overwrites nobody's own edit and brings back nothing that was removed", async () => {
    const store = await openFileStore({ folder: ownFolder() })
    await seedStore(store, { sourced, sample: [] })
    await store.commit(draft('op-1', enter('cu-bima', 2, 'Suntingan sekber'), remove('lbbt', 2)))
    await seedStore(store, {
      sourced: [record('cu-bima', 'sourced', 'Baru'), record('lbbt', 'sourced', 'Baru')],
      sample,
    })
    expect(ids(store)).toEqual(['cu-bima'])
    expect(store.state.records.get('organisation/cu-bima')?.record).toMatchObject({ name: 'Suntingan sekber' })
    await store.close()
  })
})
