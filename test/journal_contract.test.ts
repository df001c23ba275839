import { readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { copyJournal } from '../server/journal/copy.ts'
import type { Entry, Journal } from '../server/journal/entry.ts'
import {
  JournalAway,
  JournalForeign,
  JournalFull,
  JournalReadOnly,
  RevisionConflict,
} from '../server/journal/errors.ts'
import { JOURNAL_FILE, openFileJournal } from '../server/journal/file.ts'
import { openStoreAt } from '../server/journal/open.ts'
import type { JournalPlace } from '../server/journal/place.ts'
import { openTableJournal, openTableReader } from '../server/journal/postgres/journal.ts'
import { verifyAt } from '../server/journal/verify.ts'
import { runVerb } from '../server/verbs/index.ts'
import { ownFolder } from './journal/own_folder.ts'
import { postgres, startShared } from './journal/postgres.ts'
import { draft, enter, entriesOf, remove } from './journal/world.ts'

let shared: Awaited<ReturnType<typeof startShared>>
beforeAll(async () => {
  if (postgres) shared = await startShared()
}, 60_000)
afterAll(() => shared?.cluster.stop())

const silent = { report: () => {} }
const openAt = ({ folder, database }: JournalPlace): Promise<Journal> =>
  database === null ? openFileJournal({ folder }) : openTableJournal({ url: database, ...silent })
const linesOf = async (journal: Pick<Journal, 'lines'>, after?: number): Promise<Buffer> => {
  const lines: Buffer[] = []
  for await (const line of journal.lines(after)) lines.push(line)
  return Buffer.concat(lines)
}

const KINDS = {
  'a file': async () => ({ folder: ownFolder(), database: null }),
  PostgreSQL: async () => ({ folder: ownFolder(), database: await shared.database() }),
} satisfies Record<string, () => Promise<JournalPlace>>

describe.each([
  ['a file', KINDS['a file'], true],
  ['PostgreSQL', KINDS.PostgreSQL, postgres !== null],
] as const)('a journal in %s', (_, place, isHere) => {
  test.skipIf(!isHere)('replays what was answered, in order, after any entry, and after a restart', async () => {
    const at = await place()
    const journal = await openAt(at)
    const given = [
      await journal.append(draft('op-1', enter('a', 1, 'Kéluarga "Ñ" 河\u2028\n\\'), enter('b'))),
      await journal.append(draft('op-2', remove('a', 2))),
      await journal.append(draft('op-3', enter('a', 3))),
    ]
    expect(await entriesOf(journal)).toEqual(given)
    const { hash } = journal.head()
    await journal.close()
    const again = await openAt(at)
    expect(await entriesOf(again, 1)).toEqual(given.slice(1))
    expect(await entriesOf(again, 3)).toEqual([])
    expect(again.head()).toEqual({ seq: 3, hash, time: given[2]!.time })
    expect([await again.hashAt(3), await again.hashAt(4), await again.hashAt(0)]).toEqual([hash, null, null])
    await again.close()
    expect(await verifyAt(at)).toMatchObject({ seq: 3, hash, broken: null })
  })

  test.skipIf(!isHere)('tells followers of each entry in order, before whoever wrote it is answered', async () => {
    const journal = await openAt(await place())
    const heard: Entry[] = []
    const stop = journal.follow((entry) => heard.push(entry))
    const answers = await Promise.all(
      Array.from({ length: 120 }, async (_, n) => {
        const entry = await journal.append(draft(`op-${n}`, enter(`o${n}`)))
        expect(heard.map(({ seq }) => seq)).toContain(entry.seq)
        return entry
      }),
    )
    expect(heard).toEqual(answers)
    stop()
    await journal.append(draft('op-last', enter('z')))
    expect(heard).toHaveLength(120)
    await journal.close()
  })

  test.skipIf(!isHere)(
    'keeps an operation once, whether it comes twice at once, later, or after a restart',
    async () => {
      const at = await place()
      const journal = await openAt(at)
      const again = draft('op-1', enter('a'))
      const [first, twin] = await Promise.all([journal.append(again), journal.append(again)])
      expect([twin, await journal.append(again)]).toEqual([first, first])
      await journal.close()
      const restarted = await openAt(at)
      expect(await restarted.append(again)).toEqual(first)
      expect(restarted.head().seq).toBe(1)
      await restarted.close()
    },
  )

  test.skipIf(!isHere)('refuses a stale revision, and a whole batch for one stale record in it', async () => {
    const journal = await openAt(await place())
    await journal.append(draft('op-1', enter('a')))
    const [won, lost, batch] = await Promise.allSettled([
      journal.append(draft('op-2', enter('a', 2, 'Pertama'))),
      journal.append(draft('op-3', enter('a', 2, 'Kedua'))),
      journal.append(draft('op-4', enter('b'), enter('c', 7))),
    ])
    expect(won.status).toBe('fulfilled')
    expect(lost.status === 'rejected' && lost.reason).toBeInstanceOf(RevisionConflict)
    expect(lost).toMatchObject({ reason: { id: 'a', given: 2, current: 2 } })
    expect(batch).toMatchObject({ reason: { id: 'c', given: 7, current: 0 } })
    expect(journal.head().seq).toBe(2)
    await journal.close()
    await expect(journal.append(draft('op-5', enter('d')))).rejects.toBeInstanceOf(JournalReadOnly)
  })

  test.skipIf(!isHere)('takes over the lines of any other, byte by byte, and only those that follow', async () => {
    const source = await openFileJournal({ folder: ownFolder() })
    await Promise.all(Array.from({ length: 40 }, (_, n) => source.append(draft(`op-${n}`, enter(`o${n}`)))))
    const lines: Buffer[] = []
    for await (const line of source.lines()) lines.push(line)
    const copy = await openAt(await place())
    await expect(copy.adopt(lines.slice(1))).rejects.toBeInstanceOf(JournalForeign)
    await copy.adopt(lines.slice(0, 25))
    await expect(copy.adopt(lines.slice(24))).rejects.toBeInstanceOf(JournalForeign)
    await copy.adopt(lines.slice(25))
    expect(copy.head()).toEqual(source.head())
    expect((await linesOf(copy)).equals(Buffer.concat(lines))).toBe(true)
    expect((await copy.append(draft('op-next', enter('o1', 2)))).seq).toBe(41)
    await copy.close()
    await source.close()
  })

  test.skipIf(!isHere)('is opened from a snapshot as from its first line', async () => {
    const at = await place()
    const store = await openStoreAt(at, silent)
    for (let n = 0; n < 5; n += 1) await store.commit(draft(`op-${n}`, enter(`o${n}`)))
    await store.close()
    const again = await openStoreAt(at, silent)
    expect([again.reasons(), again.state.records.size, again.state.seq]).toEqual([[], 5, 5])
    await expect(again.commit(draft('op-5', enter('o0')))).rejects.toMatchObject({ current: 1 })
    expect(await again.commit(draft('op-0', enter('o0')))).toMatchObject({ seq: 1 })
    await again.close()
    expect((await verifyAt(at)).snapshot).toEqual({ seq: 5, agrees: true })
  })
})

describe.skipIf(!postgres)('PostgreSQL, shared', () => {
  test('two servers that edit one record at once give one success and one conflict, and agree', async () => {
    const url = await shared.database()
    const [left, right] = await Promise.all([
      openStoreAt({ folder: ownFolder(), database: url }, silent),
      openStoreAt({ folder: ownFolder(), database: url }, silent),
    ])
    const heard: number[] = []
    right.onEntry(({ seq }) => heard.push(seq))
    await left.commit(draft('op-0', enter('a')))
    for (let round = 1; round <= 25; round += 1) {
      const ends = await Promise.allSettled([
        left.commit(draft(`left-${round}`, enter('a', round + 1, 'kiri'))),
        right.commit(draft(`right-${round}`, enter('a', round + 1, 'kanan'))),
      ])
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const lost = ends.find((end) => end.status === 'rejected')!
      expect(lost.reason).toMatchObject({ current: round + 1 })
      // Whoever lost knows what it lost against.
      expect((lost === ends[0] ? left : right).state.records.get('organisation/a')?.revision).toBe(round + 1)
    }
    const twins = await Promise.all([left, right].map((store) => store.commit(draft('same', enter('b')))))
    expect(twins[0]).toEqual(twins[1])
    await vi.waitFor(() => expect(left.journal.head()).toEqual(right.journal.head()))
    expect(heard).toEqual(Array.from({ length: 27 }, (_, n) => n + 1))
    await Promise.all([left.close(), right.close()])
  })

  test('the table takes nothing but the next line of the chain, and gives nothing up', async () => {
    const url = await shared.database()
    const journal = await openTableJournal({ url, ...silent })
    await journal.append(draft('op-1', enter('a')))
    const refused = [
      'DELETE FROM bentang_journal',
      'UPDATE bentang_journal SET line = line',
      'TRUNCATE bentang_journal',
      "INSERT INTO bentang_journal SELECT 3, 'x', line FROM bentang_journal",
      "INSERT INTO bentang_journal SELECT 2, 'x', line FROM bentang_journal",
    ]
    for (const statement of refused) await expect(shared.ask(url, statement)).rejects.toThrow(/bentang_journal/)
    expect(await entriesOf(journal)).toHaveLength(1)
    await journal.close()
  })

  test('one that only reads follows with SELECT alone, and says where changes go', async () => {
    const url = await shared.database()
    const journal = await openTableJournal({ url, ...silent })
    await shared.ask(url, 'CREATE ROLE looker LOGIN; GRANT SELECT ON bentang_journal TO looker')
    const looking = await openTableJournal({ url: url.replace(/\/\/\w+@/, '//looker@'), isReadOnly: true, ...silent })
    const heard: number[] = []
    looking.follow(({ seq }) => heard.push(seq))
    await journal.append(draft('op-1', enter('a')))
    await vi.waitFor(() => expect(heard).toEqual([1]))
    await expect(looking.append(draft('op-2', enter('b')))).rejects.toThrow(/for reading only/)
    await looking.close()
    await journal.close()
  })

  test('while it is away changes are refused within words, reading goes on, and it comes back by itself with nothing doubled', async () => {
    const url = await shared.database()
    const store = await openStoreAt({ folder: ownFolder(), database: url }, silent)
    const acknowledged = new Map<string, number>()
    let [isOver, refusals] = [false, 0]
    /** Sends each operation until it is answered, as a browser's outbox does. */
    const lane = async (name: string) => {
      for (let n = 1; !isOver; n += 1)
        for (let isAnswered = false; !isAnswered; )
          try {
            acknowledged.set(`${name}-${n}`, (await store.commit(draft(`${name}-${n}`, enter(name, n)))).seq)
            isAnswered = true
          } catch (error) {
            expect(error).toMatchObject({ name: 'JournalAway' })
            refusals += 1
            await new Promise((again) => setTimeout(again, 50))
          }
    }
    const lanes = ['a', 'b', 'c', 'd'].map(lane)
    for (let crash = 0; crash < 2; crash += 1) {
      await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan(40 * (crash + 1)), 20_000)
      const crashing = shared.cluster.crash(700)
      await vi.waitFor(() => expect(store.reasons()[0]?.en).toContain('has not answered since'), 5_000)
      expect(store.state.records.size).toBe(4)
      await crashing
      await vi.waitFor(() => expect(store.reasons()).toEqual([]), 10_000)
    }
    isOver = true
    await Promise.all(lanes)
    expect(refusals).toBeGreaterThan(0)
    const { state, seq, hash, broken } = await verifyAt({ folder: ownFolder(), database: url })
    expect([broken, seq, state.operations.size]).toEqual([null, acknowledged.size, acknowledged.size])
    for (const [operation, at] of acknowledged) expect(state.operations.get(operation)).toBe(at)
    expect(store.journal.head()).toMatchObject({ seq, hash })
    await store.close()
  }, 60_000)

  /** The way to the server, on which a COMMIT is lost once: before it arrives, or its answer on the way back. */
  const lossyWay = async (url: string, losing: 'commit' | 'answer') => {
    const folder = ownFolder()
    const host = new URL(url.replace('@/', '@x/')).searchParams.get('host')!
    let isArmed = false
    const proxy = createServer((client) => {
      const upstream = connect(join(host, '.s.PGSQL.5432'))
      client.on('data', (bytes) => {
        const isLost = isArmed && bytes.includes('COMMIT')
        if (isLost) isArmed = false
        if (!isLost || losing === 'answer') upstream.write(bytes)
        if (isLost) client.destroy()
      })
      upstream.on('data', (bytes) => client.write(bytes))
      for (const [one, other] of [
        [client, upstream],
        [upstream, client],
      ] as const)
        one.on('error', () => {}).on('close', () => other.end())
    })
    await new Promise<void>((ready) => proxy.listen(join(folder, '.s.PGSQL.5432'), ready))
    onTestFinished(() => void proxy.close())
    return {
      url: url.replace(/host=.*/, `host=${encodeURIComponent(folder)}`),
      arm: () => {
        isArmed = true
      },
      wasLost: () => !isArmed,
    }
  }

  test.each(['commit', 'answer'] as const)(
    'a change whose %s is lost on the way is answered all the same, and kept once',
    async (losing) => {
      const url = await shared.database()
      const way = await lossyWay(url, losing)
      const journal = await openTableJournal({ url: way.url, ...silent })
      await journal.append(draft('op-1', enter('a')))
      way.arm()
      const entries = await Promise.all([2, 3].map((n) => journal.append(draft(`op-${n}`, enter(`o${n}`)))))
      expect(way.wasLost()).toBe(true)
      expect((await entriesOf(journal)).slice(1)).toEqual(entries)
      expect(entries.map(({ seq }) => seq)).toEqual([2, 3])
      await journal.close()
    },
  )

  test('another journal in its place is noticed, and nothing is added to it', async () => {
    const url = await shared.database()
    const journal = await openTableJournal({ url, ...silent })
    await journal.append(draft('op-1', enter('a')))
    const other = await openFileJournal({ folder: ownFolder() })
    await other.append(draft('op-x', enter('x')))
    await shared.ask(url, 'DROP TABLE bentang_journal; DROP FUNCTION bentang_journal_next, bentang_journal_stays')
    await expect(journal.append(draft('op-2', enter('b')))).rejects.toMatchObject({ name: 'JournalAway' })
    const replaced = await openTableJournal({ url, ...silent })
    for await (const line of other.lines()) await replaced.adopt([line])
    await vi.waitFor(() => expect(journal.reasons()[0]?.en).toMatch(/does not continue/), 10_000)
    await expect(journal.append(draft('op-2', enter('b')))).rejects.toBeInstanceOf(JournalReadOnly)
    expect(await entriesOf(replaced)).toHaveLength(1)
    await Promise.all([journal.close(), replaced.close(), other.close()])
  }, 30_000)
})

describe.skipIf(!postgres)('PostgreSQL that gives no journal', () => {
  test('whoever only looks finds none where there is none; a server that only reads says who makes it', async () => {
    const url = await shared.database()
    const reader = await openTableReader(url)
    expect([reader.head().seq, await reader.hashAt(1)]).toEqual([0, null])
    await reader.close()
    await expect(openTableJournal({ url, isReadOnly: true, ...silent })).rejects.toThrow(/no journal in this database/)
    expect(await verifyAt({ folder: ownFolder(), database: url })).toMatchObject({ seq: 0, broken: null })
  })

  test('a database or a right that is missing is told at once in words, and not waited for', async () => {
    const url = await shared.database()
    const begun = performance.now()
    const nowhere = url.replace(/\/t[0-9a-f]+/, '/tiada')
    await expect(openTableJournal({ url: nowhere, ...silent })).rejects.toThrow(/PostgreSQL refuses.*BENTANG_JOURNAL/s)
    await expect(openTableReader(nowhere)).rejects.toBeInstanceOf(JournalAway)
    const journal = await openTableJournal({ url, ...silent })
    await journal.append(draft('op-1', enter('a')))
    await shared.ask(url, 'CREATE ROLE blind LOGIN')
    const blind = url.replace(/\/\/\w+@/, '//blind@')
    await expect(openTableJournal({ url: blind, ...silent })).rejects.toThrow(/permission denied/)
    expect(performance.now() - begun).toBeLessThan(5_000)
    await journal.close()
  })

  test('servers that start together on an empty database make one journal', async () => {
    const url = await shared.database()
    const journals = await Promise.all([1, 2, 3, 4].map(() => openTableJournal({ url, ...silent })))
    await Promise.all(journals.map((journal, n) => journal.append(draft(`op-${n}`, enter(`o${n}`)))))
    expect((await verifyAt({ folder: ownFolder(), database: url })).seq).toBe(4)
    await Promise.all(journals.map((journal) => journal.close()))
  })
})

describe.skipIf(!postgres)('PostgreSQL that refuses or was tampered with', () => {
  /** Every insert fails with this SQLSTATE until it is told otherwise. */
  const failing = async (url: string, state: string) => {
    await shared.ask(
      url,
      `CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'tried on purpose' USING ERRCODE = '${state}'; END $$;
       CREATE TRIGGER fails BEFORE INSERT ON bentang_journal FOR EACH ROW EXECUTE FUNCTION fails()`,
    )
    return () => shared.ask(url, 'DROP TRIGGER fails ON bentang_journal; DROP FUNCTION fails')
  }
  const tamper = (url: string, statement: string) =>
    shared.ask(
      url,
      `ALTER TABLE bentang_journal DISABLE TRIGGER ALL; ${statement}; ALTER TABLE bentang_journal ENABLE TRIGGER ALL`,
    )

  test('its full disk refuses the change as ours does, and with room the same change is kept', async () => {
    const url = await shared.database()
    const journal = await openTableJournal({ url, ...silent })
    await journal.append(draft('op-1', enter('a')))
    const mend = await failing(url, '53100')
    await expect(journal.append(draft('op-2', enter('b')))).rejects.toBeInstanceOf(JournalFull)
    expect([await entriesOf(journal), journal.reasons()]).toEqual([[expect.anything()], []])
    await mend()
    expect((await journal.append(draft('op-2', enter('b')))).seq).toBe(2)
    await journal.close()
  })

  test('any other refusal is told as the database being away, for changes and for lines taken over', async () => {
    const [url, source] = [await shared.database(), await openFileJournal({ folder: ownFolder() })]
    await source.append(draft('op-1', enter('a')))
    const lines = [await linesOf(source)]
    const journal = await openTableJournal({ url, ...silent })
    const mend = await failing(url, '42501')
    await expect(journal.append(draft('op-1', enter('a')))).rejects.toBeInstanceOf(JournalAway)
    await expect(journal.adopt(lines)).rejects.toBeInstanceOf(JournalAway)
    await mend()
    await journal.adopt(lines)
    expect(journal.head()).toEqual(source.head())
    await Promise.all([journal.close(), source.close()])
  })

  test.each([
    ['a line that was rewritten', "UPDATE bentang_journal SET line = overlay(line PLACING '!' FROM 200) WHERE seq = 2"],
    ['a line that was taken out', 'DELETE FROM bentang_journal WHERE seq = 2'],
  ])('%s is named by the check, and no server starts on it', async (_, statement) => {
    const url = await shared.database()
    const journal = await openTableJournal({ url, ...silent })
    for (const n of [1, 2, 3]) await journal.append(draft(`op-${n}`, enter(`o${n}`)))
    await journal.close()
    await tamper(url, statement)
    const { seq, broken } = await verifyAt({ folder: ownFolder(), database: url })
    expect([seq, broken]).toMatchObject([1, { seq: 2, acknowledged: true }])
    await expect(openTableJournal({ url, ...silent })).rejects.toBeInstanceOf(JournalForeign)
  })

  test('a snapshot from beyond its end proves what was lost; one of another journal is read over and told', async () => {
    const at = { folder: ownFolder(), database: await shared.database() }
    const store = await openStoreAt(at, silent)
    for (const n of [1, 2]) await store.commit(draft(`op-${n}`, enter(`o${n}`)))
    await store.close()
    await tamper(at.database, 'DELETE FROM bentang_journal WHERE seq = 2')
    await expect(openStoreAt(at, silent)).rejects.toBeInstanceOf(JournalForeign)
    const other = { folder: at.folder, database: await shared.database() }
    const journal = await openTableJournal({ url: other.database, ...silent })
    for (const n of [1, 2, 3]) await journal.append(draft(`lain-${n}`, enter(`p${n}`)))
    await journal.close()
    const read = await openStoreAt(other, silent)
    expect([read.state.seq, read.state.records.size]).toEqual([3, 3])
    expect(read.reasons().map(({ en }) => en)).toEqual([expect.stringContaining('not of this journal')])
    await read.close()
  })
})

describe('bentang journal copy', () => {
  const run = async (...args: string[]) => {
    const said = { out: '', err: '' }
    const into = (name: 'out' | 'err') =>
      new Writable({
        write(chunk: Buffer, _, done) {
          said[name] += chunk
          done()
        },
      })
    const code = await runVerb(args, { BENTANG_HOME: ownFolder() }, { out: into('out'), err: into('err') })
    return { code, ...said }
  }
  const fill = async (folder: string, from: number, to: number) => {
    const journal = await openFileJournal({ folder })
    for (let n = from; n < to; n += 1) await journal.append(draft(`op-${n}`, enter(`o${n}`)))
    const { seq, hash } = journal.head()
    await journal.close()
    return `${seq} ${hash}\n`
  }
  const bytesOf = (folder: string) => readFileSync(join(folder, JOURNAL_FILE))

  test.skipIf(!postgres)(
    'carries a journal into PostgreSQL and back, on where it stood, the same to the byte',
    async () => {
      const [source, back, url] = [ownFolder(), ownFolder(), await shared.database()]
      const first = await fill(source, 0, 30)
      expect(await run('journal', 'copy', source, url)).toMatchObject({ code: 0, out: first })
      const second = await fill(source, 30, 40)
      const again = await run('journal', 'copy', source, url)
      expect([again.code, again.out]).toEqual([0, second])
      expect(again.err).toContain('10 entries were copied')
      expect(again.err).not.toContain('bench@')
      expect(await run('journal', 'copy', url, back)).toMatchObject({ code: 0, out: second })
      expect(bytesOf(back).equals(bytesOf(source))).toBe(true)
    },
  )

  test('of many entries goes over in portions, and tells how far it is after each', async () => {
    const [source, target] = [
      await openFileJournal({ folder: ownFolder() }),
      await openFileJournal({ folder: ownFolder() }),
    ]
    await Promise.all(Array.from({ length: 4_100 }, (_, n) => source.append(draft(`op-${n}`, enter(`o${n}`)))))
    const told: unknown[] = []
    const { copied, seq, hash } = await copyJournal(source, target, (progress) => told.push(progress))
    expect(told).toEqual([2_000, 4_000, 4_100].map((at) => ({ seq: at, of: 4_100 })))
    expect([copied, { seq, hash }]).toEqual([4_100, { seq: 4_100, hash: source.head().hash }])
    await Promise.all([source.close(), target.close()])
  })

  test('goes on only where the target is the beginning of the source, and takes nothing that is damaged', async () => {
    const [source, target] = [ownFolder(), ownFolder()]
    await fill(source, 0, 5)
    await fill(target, 2, 4)
    const before = bytesOf(target)
    const parted = await run('journal', 'copy', source, target)
    expect([parted.code, bytesOf(target).equals(before)]).toEqual([1, true])
    expect(parted.err).toMatch(/does not continue the journal here/)
    writeFileSync(join(source, JOURNAL_FILE), bytesOf(source).fill(0x41, 200, 201))
    expect((await run('journal', 'copy', source, ownFolder())).err).toMatch(/damaged at byte 0, entry 1/)
    expect((await run('journal', 'copy', ownFolder(), target)).err).toMatch(/There is no journal/)
    expect((await run('journal', 'move', source, target)).code).toBe(2)
  })
})
