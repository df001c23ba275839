import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { JournalFull, JournalLocked, JournalReadOnly, RevisionConflict } from '../server/journal/errors.ts'
import { JOURNAL_FILE, openFileJournal } from '../server/journal/file.ts'
import { type Files, nodeFiles } from '../server/journal/files.ts'
import { GENESIS } from '../server/journal/line.ts'
import { faultyFiles } from './journal/faulty_files.ts'
import { ownFolder } from './journal/own_folder.ts'
import { draft, enter, entriesOf, remove } from './journal/world.ts'

const linesOf = (folder: string): string[] => readFileSync(join(folder, JOURNAL_FILE), 'utf8').split('\n').slice(0, -1)

describe('what is written', () => {
  test('each line is chained to the one before by SHA-256, from a constant beginning', async () => {
    const folder = ownFolder()
    const journal = await openFileJournal({ folder })
    for (const id of ['a', 'b', 'c']) await journal.append(draft(`op-${id}`, enter(id)))
    let previous = GENESIS
    for (const line of linesOf(folder)) {
      const [hash, body] = [line.slice(0, 64), line.slice(65)]
      expect(hash).toBe(
        createHash('sha256')
          .update(previous + body)
          .digest('hex'),
      )
      previous = hash
    }
    expect(journal.head()).toMatchObject({ seq: 3, hash: previous })
    await journal.close()
  })

  test('what was answered is what a later start replays, whatever the script of the names', async () => {
    const folder = ownFolder()
    const journal = await openFileJournal({ folder })
    const given = [
      await journal.append(draft('op-1', enter('a', 1, 'Kéluarga "Ñ" 河\u2028\n\\'), enter('b'))),
      await journal.append(draft('op-2', remove('a', 2))),
    ]
    await journal.close()
    const again = await openFileJournal({ folder })
    expect(await entriesOf(again)).toEqual(given)
    expect(await entriesOf(again, 1)).toEqual(given.slice(1))
    expect(await entriesOf(again, 2)).toEqual([])
    await again.close()
  })

  test('order is by sequence, even when the clock runs two years backwards', async () => {
    const folder = ownFolder()
    const times = ['2026-06-01T00:00:00.000Z', '2024-06-01T00:00:00.000Z', '2028-06-01T00:00:00.000Z']
    const clock = times.values()
    const journal = await openFileJournal({ folder, now: () => new Date(clock.next().value ?? 0) })
    for (const [n] of times.entries()) await journal.append(draft(`op-${n}`, enter(`o${n}`)))
    expect((await entriesOf(journal)).map(({ seq, time }) => [seq, time])).toEqual(
      times.map((time, n) => [n + 1, time]),
    )
    await journal.close()
  })

  test('only the owner of the journal can read its file', async () => {
    const folder = ownFolder()
    await (await openFileJournal({ folder })).close()
    expect(statSync(join(folder, JOURNAL_FILE)).mode & 0o077).toBe(0)
  })
})

describe('what is acknowledged', () => {
  test('two hundred changes share a few fsyncs, and each is answered after the one that covers it', async () => {
    const folder = ownFolder()
    const { files, steps } = faultyFiles()
    const journal = await openFileJournal({ folder, files })
    const safeAtAnswer: number[] = []
    const safeBytes = (): number => {
      const lastSync = steps.findLastIndex(({ what }) => what === 'datasync')
      return Math.max(0, ...steps.slice(0, lastSync).map((step) => (step.what === 'write' ? step.end : 0)))
    }
    await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        await wait(n % 5)
        const { seq } = await journal.append(draft(`op-${n}`, enter(`o${n}`)))
        safeAtAnswer[seq - 1] = safeBytes()
      }),
    )
    await journal.close()
    let end = 0
    for (const [n, line] of linesOf(folder).entries()) {
      end += Buffer.byteLength(line) + 1
      expect(safeAtAnswer[n]).toBeGreaterThanOrEqual(end)
    }
    expect(safeAtAnswer).toHaveLength(200)
    expect(steps.filter(({ what }) => what === 'datasync').length).toBeLessThan(100)
  })

  test('the name of a new journal is made safe before anything is written to it', async () => {
    const { files, steps } = faultyFiles()
    const journal = await openFileJournal({ folder: ownFolder(), files })
    await journal.append(draft('op-1', enter('a')))
    await journal.close()
    const named = steps.findIndex(({ what }) => what === 'syncFolder')
    const written = steps.findIndex(({ what, name }) => what === 'write' && name === JOURNAL_FILE)
    expect(named).toBeGreaterThanOrEqual(0)
    expect(named).toBeLessThan(written)
  })

  test('the same operation sent again, at once or after a restart, is applied once', async () => {
    const folder = ownFolder()
    const journal = await openFileJournal({ folder })
    const again = draft('op-1', enter('a'))
    const [first, twin, other] = await Promise.all([
      journal.append(again),
      journal.append(again),
      journal.append(draft('op-2', enter('b'))),
    ])
    expect(twin).toEqual(first)
    expect(other.seq).toBe(2)
    expect(await journal.append(again)).toEqual(first)
    await journal.close()
    const restarted = await openFileJournal({ folder })
    expect(await restarted.append(again)).toEqual(first)
    expect(restarted.head().seq).toBe(2)
    await restarted.close()
  })

  test('of two who change the same revision at once, the second is refused and named', async () => {
    const journal = await openFileJournal({ folder: ownFolder() })
    await journal.append(draft('op-1', enter('a')))
    const [won, lost] = await Promise.allSettled([
      journal.append(draft('op-2', enter('a', 2, 'Pertama'))),
      journal.append(draft('op-3', enter('a', 2, 'Kedua'))),
    ])
    expect(won.status).toBe('fulfilled')
    expect(lost).toMatchObject({ reason: { kind: 'organisation', id: 'a', given: 2, current: 2 } })
    expect(lost.status === 'rejected' && lost.reason).toBeInstanceOf(RevisionConflict)
    await journal.close()
  })

  test('one stale record in a batch refuses the whole batch and nothing else', async () => {
    const journal = await openFileJournal({ folder: ownFolder() })
    const [batch, single] = await Promise.allSettled([
      journal.append(draft('op-1', enter('a'), enter('b', 7))),
      journal.append(draft('op-2', enter('a'))),
    ])
    expect(batch).toMatchObject({ status: 'rejected', reason: { id: 'b', given: 7, current: 0 } })
    expect(single).toMatchObject({ status: 'fulfilled', value: { seq: 1 } })
    await journal.close()
  })

  test('a record that was removed comes back under the next revision, never under an old one', async () => {
    const folder = ownFolder()
    const journal = await openFileJournal({ folder })
    await journal.append(draft('op-1', enter('a')))
    await journal.append(draft('op-2', remove('a', 2)))
    await journal.close()
    const restarted = await openFileJournal({ folder })
    await expect(restarted.append(draft('op-3', enter('a', 1)))).rejects.toBeInstanceOf(RevisionConflict)
    expect((await restarted.append(draft('op-4', enter('a', 3)))).seq).toBe(3)
    await restarted.close()
  })
})

describe('when the disk fails', () => {
  test('a full disk refuses the change, keeps no half of it, and works again once there is room', async () => {
    const folder = ownFolder()
    const { files, faults } = faultyFiles()
    const journal = await openFileJournal({ folder, files })
    await journal.append(draft('op-1', enter('a')))
    const before = readFileSync(join(folder, JOURNAL_FILE))
    faults.room = 100
    await expect(journal.append(draft('op-2', enter('b')))).rejects.toBeInstanceOf(JournalFull)
    expect(readFileSync(join(folder, JOURNAL_FILE))).toEqual(before)
    expect(await entriesOf(journal)).toHaveLength(1)
    expect(journal.trouble()).toBeNull()
    faults.room = Number.POSITIVE_INFINITY
    expect((await journal.append(draft('op-2', enter('b')))).seq).toBe(2)
    await journal.close()
    const restarted = await openFileJournal({ folder })
    expect(await entriesOf(restarted)).toHaveLength(2)
    expect(restarted.torn).toBeNull()
    await restarted.close()
  })

  test.each(['datasync', 'write'] as const)('after a failed %s nothing is written until a restart', async (what) => {
    const folder = ownFolder()
    const { files, faults } = faultyFiles()
    const journal = await openFileJournal({ folder, files })
    await journal.append(draft('op-1', enter('a')))
    faults.broken.add(what)
    const refused = await Promise.allSettled([
      journal.append(draft('op-2', enter('b'))),
      journal.append(draft('op-3', enter('c'))),
    ])
    for (const each of refused) expect(each.status === 'rejected' && each.reason).toBeInstanceOf(JournalReadOnly)
    faults.broken.clear()
    await expect(journal.append(draft('op-4', enter('d')))).rejects.toBeInstanceOf(JournalReadOnly)
    expect(await entriesOf(journal)).toHaveLength(1)
    await journal.close()
    const restarted = await openFileJournal({ folder })
    expect(await entriesOf(restarted)).toHaveLength(1)
    expect((await restarted.append(draft('op-2', enter('b')))).seq).toBe(2)
    await restarted.close()
  })

  test('a half-written line that cannot be taken back stops writing; the next start sets it aside', async () => {
    const folder = ownFolder()
    const { files, faults } = faultyFiles()
    const journal = await openFileJournal({ folder, files })
    await journal.append(draft('op-1', enter('a')))
    faults.room = 100
    faults.broken.add('truncate')
    await expect(journal.append(draft('op-2', enter('b')))).rejects.toBeInstanceOf(JournalReadOnly)
    await journal.close()
    const restarted = await openFileJournal({ folder })
    expect(restarted.head().seq).toBe(1)
    expect(restarted.torn).toMatchObject({ bytes: 100 })
    await restarted.close()
  })

  test('with no room to set a torn tail aside, what is proven is read and writing waits', async () => {
    const folder = ownFolder()
    const journal = await openFileJournal({ folder })
    await journal.append(draft('op-1', enter('a')))
    await journal.close()
    writeFileSync(join(folder, JOURNAL_FILE), 'putus'.repeat(100), { flag: 'a' })
    const { files, faults } = faultyFiles()
    // Enough for the lock.
    faults.room = 300
    const full = await openFileJournal({ folder, files })
    expect(await entriesOf(full)).toHaveLength(1)
    await expect(full.append(draft('op-2', enter('b')))).rejects.toBeInstanceOf(JournalReadOnly)
    await full.close()
    expect(readFileSync(join(folder, JOURNAL_FILE), 'utf8')).toMatch(/putus$/)
  })
})

describe('who may write', () => {
  const lockOf = (folder: string): string => join(folder, 'journal.lock')
  const elsewhere = (folder: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['-e', 'process.stdout.write("up"); setInterval(() => {}, 1000)'])
      onTestFinished(() => {
        child.kill('SIGKILL')
      })
      child.once('error', reject)
      child.stdout.once('data', () => {
        const held = JSON.parse(readFileSync(lockOf(folder), 'utf8')) as object
        const started = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19]
        resolve(`${JSON.stringify({ ...held, pid: child.pid, started, key: 'lain' })}\n`)
      })
    })

  test('a second opening is refused within a second, names the process, and leaves the first unharmed', async () => {
    const folder = ownFolder()
    const journal = await openFileJournal({ folder })
    const begun = performance.now()
    const refused = await openFileJournal({ folder }).catch((error: unknown) => error)
    expect(performance.now() - begun).toBeLessThan(1000)
    expect(refused).toBeInstanceOf(JournalLocked)
    expect(refused).toMatchObject({ pid: process.pid })
    expect((await journal.append(draft('op-1', enter('a')))).seq).toBe(1)
    await journal.close()
    await (await openFileJournal({ folder })).close()
  })

  test('a journal whose lock was taken over writes nothing more', async () => {
    const folder = ownFolder()
    const journal = await openFileJournal({ folder })
    await journal.append(draft('op-1', enter('a')))
    writeFileSync(lockOf(folder), await elsewhere(folder))
    await expect(journal.append(draft('op-2', enter('b')))).rejects.toBeInstanceOf(JournalReadOnly)
    await journal.close()
    expect(linesOf(folder)).toHaveLength(1)
    expect(existsSync(lockOf(folder))).toBe(true)
    await expect(openFileJournal({ folder })).rejects.toBeInstanceOf(JournalLocked)
  })

  test.each([
    ['of a process that is gone', (held: object) => ({ ...held, pid: 2 ** 22 - 1 })],
    ['from before the machine was started', (held: object) => ({ ...held, boot: 'lama' })],
    ['of an earlier process with the same number', (held: object) => ({ ...held, key: 'lama' })],
    ['whose number now belongs to another process', (held: object) => ({ ...held, pid: process.ppid })],
  ])('a lock %s is taken over', async (_, age) => {
    const folder = ownFolder()
    const journal = await openFileJournal({ folder })
    const held = JSON.parse(readFileSync(lockOf(folder), 'utf8')) as object
    await journal.close()
    writeFileSync(lockOf(folder), JSON.stringify(age(held)))
    const restarted = await openFileJournal({ folder })
    expect((await restarted.append(draft('op-1', enter('a')))).seq).toBe(1)
    await restarted.close()
  })

  test.each(['', '{"pid":', '{"pid":"1"}'])(
    'a lock file left half-written (%j) is taken over within a second',
    async (text) => {
      const folder = ownFolder()
      writeFileSync(lockOf(folder), text)
      const begun = performance.now()
      await (await openFileJournal({ folder })).close()
      expect(performance.now() - begun).toBeLessThan(1000)
      expect(existsSync(lockOf(folder))).toBe(false)
    },
  )

  test("a lock that cannot be read, or has no room, is nobody's: the fault is told and nothing of it stays", async () => {
    const folder = ownFolder()
    mkdirSync(lockOf(folder))
    await expect(openFileJournal({ folder })).rejects.toMatchObject({ code: 'EISDIR' })
    rmdirSync(lockOf(folder))
    const { files, faults } = faultyFiles()
    faults.room = 10
    await expect(openFileJournal({ folder, files })).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(existsSync(lockOf(folder))).toBe(false)
    await (await openFileJournal({ folder })).close()
  })

  test('a lock that its holder lets go while it is looked at is taken', async () => {
    const folder = ownFolder()
    const first = await openFileJournal({ folder })
    const files = {
      ...nodeFiles,
      load: async (path: string) => {
        if (existsSync(lockOf(folder))) await first.close()
        return nodeFiles.load(path)
      },
    }
    const second = await openFileJournal({ folder, files })
    expect((await second.append(draft('op-1', enter('a')))).seq).toBe(1)
    await second.close()
  })

  test.each([
    ['that is named', elsewhere, expect.any(Number)],
    ['whose lock is half-written', async () => '{"pid":', null],
  ])(
    'of two who take a dead lock over at once, the one whose file is gone gives way to the other %s',
    async (_, rival, pid) => {
      const folder = ownFolder()
      const journal = await openFileJournal({ folder })
      const held = readFileSync(lockOf(folder), 'utf8')
      const other = await rival(folder)
      await journal.close()
      writeFileSync(lockOf(folder), held.replace(/"boot":"[^"]*"/, '"boot":"lama"'))
      const files: Files = {
        ...nodeFiles,
        async open(path, how) {
          const file = await nodeFiles.open(path, how)
          return { ...file, close: () => file.close().then(() => writeFileSync(lockOf(folder), other)) }
        },
      }
      const refused = await openFileJournal({ folder, files }).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(JournalLocked)
      expect(refused).toMatchObject({ pid })
      expect(readFileSync(lockOf(folder), 'utf8')).toBe(other)
    },
  )
})
