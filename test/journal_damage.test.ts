import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { openDamagedStore } from '../server/journal/damaged.ts'
import { JournalDamaged, JournalReadOnly } from '../server/journal/errors.ts'
import { type FileJournal, JOURNAL_FILE, LOST, openFileJournal } from '../server/journal/file.ts'
import type { Files } from '../server/journal/files.ts'
import { openReaderAt } from '../server/journal/open.ts'
import { SNAPSHOT_FILE } from '../server/journal/snapshot.ts'
import { openFileStore } from '../server/journal/store.ts'
import { verifyJournal } from '../server/journal/verify.ts'
import { fault, hastyFiles } from './journal/faulty_files.ts'
import { ownFolder } from './journal/own_folder.ts'
import { draft, enter, entriesOf, seeded } from './journal/world.ts'

/** A journal of `groups` fsyncs with `each` entries, as bytes, with the byte after every line. */
const journalBytes = async (groups: number, each: number): Promise<{ bytes: Buffer; ends: number[] }> => {
  const folder = ownFolder()
  const journal = await openFileJournal({ folder })
  for (let group = 0; group < groups; group += 1)
    await Promise.all(
      Array.from({ length: each }, (_, n) => journal.append(draft(`op-${group}-${n}`, enter(`o${group}-${n}`)))),
    )
  await journal.close()
  const bytes = readFileSync(join(folder, JOURNAL_FILE))
  return { bytes, ends: [...bytes.entries()].flatMap(([at, byte]) => (byte === 0x0a ? [at + 1] : [])) }
}

const open = (folder: string, bytes: Uint8Array): Promise<FileJournal> => {
  writeFileSync(join(folder, JOURNAL_FILE), bytes)
  return openFileJournal({ folder, files: hastyFiles })
}

/** `npm run soak -- kills` cuts at every byte of the last 64 KB. */
const TAIL_BYTES = Number(process.env.BENTANG_TAIL_BYTES ?? 1_500)

describe('a torn tail', () => {
  test(
    'cut at any byte, the journal comes back with every whole line and the rest is set aside',
    async () => {
      const { bytes, ends } = await journalBytes(Math.ceil(TAIL_BYTES / 400), 2)
      expect(bytes.length).toBeGreaterThan(TAIL_BYTES)
      const folder = ownFolder()
      for (let cut = bytes.length - TAIL_BYTES; cut <= bytes.length; cut += 1) {
        const journal = await open(folder, bytes.subarray(0, cut))
        const whole = ends.filter((end) => end <= cut)
        const safe = whole.at(-1) ?? 0
        expect(journal.head().seq).toBe(whole.length)
        expect(journal.torn?.bytes ?? 0).toBe(cut - safe)
        expect(readFileSync(join(folder, JOURNAL_FILE)).equals(bytes.subarray(0, safe))).toBe(true)
        if (journal.torn) {
          expect(readFileSync(journal.torn.path).equals(bytes.subarray(safe, cut))).toBe(true)
          rmSync(journal.torn.path)
        }
        await journal.close()
      }
    },
    60_000 + 20 * TAIL_BYTES,
  )

  test('what follows a recovery is chained to what was kept', async () => {
    const { bytes, ends } = await journalBytes(2, 2)
    const folder = ownFolder()
    const journal = await open(folder, bytes.subarray(0, ends[2]! + 40))
    expect((await journal.append(draft('op-baru', enter('baru')))).seq).toBe(4)
    await journal.close()
    const restarted = await openFileJournal({ folder })
    expect((await entriesOf(restarted)).map(({ operation }) => operation)).toEqual([
      'op-0-0',
      'op-0-1',
      'op-1-0',
      'op-baru',
    ])
    await restarted.close()
  })

  test('two torn at the same moment of the clock are both kept', async () => {
    const { bytes, ends } = await journalBytes(1, 2)
    const folder = ownFolder()
    const now = () => new Date('2026-11-22T03:00:00.000Z')
    const paths: string[] = []
    for (const cut of [ends[1]! - 5, ends[1]! - 9]) {
      writeFileSync(join(folder, JOURNAL_FILE), bytes.subarray(0, cut))
      const journal = await openFileJournal({ folder, files: hastyFiles, now })
      paths.push(journal.torn!.path)
      expect(readFileSync(journal.torn!.path).equals(bytes.subarray(ends[0]!, cut))).toBe(true)
      await journal.close()
    }
    expect(paths[1]).toBe(`${paths[0]}-2`)
  })

  test('that cannot be set aside for another reason than room leaves the journal as it is', async () => {
    const { bytes } = await journalBytes(1, 2)
    const folder = ownFolder()
    const torn = bytes.subarray(0, -5)
    writeFileSync(join(folder, JOURNAL_FILE), torn)
    const files: Files = {
      ...hastyFiles,
      open: (path, how) =>
        how === 'new' && path.includes('torn-') ? Promise.reject(fault('EACCES')) : hastyFiles.open(path, how),
    }
    await expect(openFileJournal({ folder, files })).rejects.toMatchObject({ code: 'EACCES' })
    expect(readFileSync(join(folder, JOURNAL_FILE)).equals(torn)).toBe(true)
    expect(readdirSync(folder)).toEqual([JOURNAL_FILE])
  })

  test('zeros where a power cut lost the end leave every whole line before them', async () => {
    const { bytes, ends } = await journalBytes(3, 4)
    const folder = ownFolder()
    const random = seeded(7)
    for (let n = 0; n < 100; n += 1) {
      const from = Math.floor(random() * bytes.length)
      const zeroed = Buffer.concat([bytes.subarray(0, from), Buffer.alloc(bytes.length - from + 4096 * (n % 3))])
      const journal = await open(folder, zeroed)
      expect(journal.head().seq).toBe(ends.filter((end) => end <= from).length)
      await journal.close()
    }
  })

  test('a hole inside a group that was never acknowledged is a torn tail, even with whole lines behind it', async () => {
    const { bytes, ends } = await journalBytes(2, 4)
    const holed = Buffer.from(bytes).fill(0, ends[4], ends[5])
    const journal = await open(ownFolder(), holed)
    expect(journal.head().seq).toBe(5)
    expect(journal.torn?.bytes).toBe(bytes.length - ends[4]!)
    await journal.close()
  })
})

describe('damage in the middle', () => {
  test('a thousand flipped bits in what was acknowledged are refused, each named by byte and entry', async () => {
    const { bytes, ends } = await journalBytes(12, 3)
    const folder = ownFolder()
    const random = seeded(2026)
    // Nothing was written after the last group, so nothing but a snapshot can prove it.
    const acknowledged = ends[ends.length - 4]!
    for (let n = 0; n < 1000; n += 1) {
      const at = Math.floor(random() * acknowledged)
      const flipped = Buffer.from(bytes)
      flipped[at] = flipped[at]! ^ (1 << Math.floor(random() * 8))
      const seq = ends.findIndex((end) => at < end) + 1
      const refused = await open(folder, flipped).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(JournalDamaged)
      expect(refused).toMatchObject({ seq, offset: ends[seq - 2] ?? 0 })
      expect(readFileSync(join(folder, JOURNAL_FILE)).equals(flipped)).toBe(true)
    }
    expect(readdirSync(folder)).toEqual([JOURNAL_FILE])
  }, 120_000)

  test('a line taken out, put twice, or moved is refused', async () => {
    const { bytes, ends } = await journalBytes(6, 1)
    const line = (n: number): Buffer => bytes.subarray(ends[n - 2] ?? 0, ends[n - 1])
    const wrong = [
      [1, 2, 4, 5, 6],
      [1, 2, 2, 3, 4, 5, 6],
      [1, 3, 2, 4, 5, 6],
      [2, 3, 4, 5, 6],
    ]
    for (const order of wrong)
      await expect(open(ownFolder(), Buffer.concat(order.map(line)))).rejects.toBeInstanceOf(JournalDamaged)
  })

  test('the check says where the chain breaks and touches nothing', async () => {
    const { bytes, ends } = await journalBytes(4, 1)
    const folder = ownFolder()
    const flipped = Buffer.from(bytes)
    flipped[ends[1]! + 100] = 0x21
    writeFileSync(join(folder, JOURNAL_FILE), flipped)
    copyFileSync(join(folder, JOURNAL_FILE), join(folder, 'copy'))
    const report = await verifyJournal(folder)
    expect(report).toMatchObject({ seq: 2, broken: { offset: ends[1], seq: 3, acknowledged: true } })
    expect(readdirSync(folder).sort()).toEqual(['copy', JOURNAL_FILE].sort())
    expect(readFileSync(join(folder, JOURNAL_FILE))).toEqual(readFileSync(join(folder, 'copy')))
  })

  test('a home without a journal has nothing to check; one that cannot be opened is a fault, not an empty journal', async () => {
    const folder = ownFolder()
    expect(await verifyJournal(folder)).toMatchObject({ seq: 0, bytes: 0, broken: null, snapshot: null })
    const files: Files = { ...hastyFiles, open: () => Promise.reject(fault('EACCES')) }
    await expect(verifyJournal(folder, files)).rejects.toMatchObject({ code: 'EACCES' })
  })

  test('whoever only looks reads no damaged journal as if it were whole, and a torn one up to its tail', async () => {
    const { bytes, ends } = await journalBytes(4, 1)
    const folder = ownFolder()
    writeFileSync(join(folder, JOURNAL_FILE), bytes.subarray(0, -7))
    const reader = await openReaderAt({ folder, database: null })
    expect([reader.head().seq, await reader.hashAt(4)]).toEqual([3, null])
    await reader.close()
    writeFileSync(join(folder, JOURNAL_FILE), Buffer.from(bytes).fill(0x21, ends[1]! + 100, ends[1]! + 101))
    await expect(openReaderAt({ folder, database: null })).rejects.toMatchObject({ offset: ends[1], seq: 3 })
  })
})

describe('what is served of a damaged journal', () => {
  /** Two entries under a snapshot and two behind it; damaged in its third line. */
  const damaged = async () => {
    const folder = ownFolder()
    const first = await openFileStore({ folder })
    for (const id of ['a', 'b']) await first.commit(draft(`op-${id}`, enter(id)))
    await first.close()
    const snapshot = readFileSync(join(folder, SNAPSHOT_FILE))
    const second = await openFileStore({ folder })
    for (const id of ['c', 'd']) await second.commit(draft(`op-${id}`, enter(id)))
    await second.close()
    const path = join(folder, JOURNAL_FILE)
    const lines = readFileSync(path, 'utf8').split('\n')
    return {
      folder,
      snapshot,
      breakLine: (at: number) => writeFileSync(path, lines.with(at, lines[at]!.replace('Mitra', 'Mitrq')).join('\n')),
    }
  }
  const refused = async (folder: string): Promise<JournalDamaged> => {
    const error = await openFileStore({ folder }).catch((one: unknown) => one)
    expect(error).toBeInstanceOf(JournalDamaged)
    return error as JournalDamaged
  }

  test.each([
    ['the snapshot, where that reaches further', 0, 2],
    ['the chain, where that does', 3, 3],
  ])('stands as of %s; it takes nothing and says why', async (_, broken, seq) => {
    const { folder, snapshot, breakLine } = await damaged()
    writeFileSync(join(folder, SNAPSHOT_FILE), snapshot)
    breakLine(broken)
    // Nothing but a line behind it proves that the last one was acknowledged.
    const damage = broken === 3 ? new JournalDamaged(0, 4, LOST) : await refused(folder)
    const files = readdirSync(folder)
    const store = await openDamagedStore(folder, damage)
    expect([store.state.seq, store.asOf().seq, store.state.records.size, store.waiting()]).toEqual([seq, seq, seq, 0])
    await expect(store.commit(draft('op-e', enter('e')))).rejects.toMatchObject({ words: damage.words })
    await expect(store.journal.adopt([])).rejects.toBeInstanceOf(JournalReadOnly)
    expect(store.reasons()).toEqual([
      damage.words,
      expect.objectContaining({ en: expect.stringContaining(`entry ${seq};`) }),
    ])
    expect(store.journal.reasons()).toEqual(store.reasons())
    const heard = vi.fn()
    store.onEntry(heard)()
    store.journal.follow(heard)()
    await store.close()
    expect([readdirSync(folder), heard.mock.calls]).toEqual([files, []])
  })
})
