import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Words } from '../data/model/words.ts'
import { openFileStore } from '../server/journal/store.ts'
import { draft, enter } from './journal/world.ts'
import { type BuiltServer, buildServer } from './server_process.ts'

type Health = {
  readonly status: string
  readonly journal: { readonly seq: number }
  readonly reasons: readonly Words[]
}
const healthAt = async (address: string): Promise<Health> =>
  (await (await fetch(`${address}/healthz`)).json()) as Health
const reasonsIn = ({ reasons }: Health): readonly string[] => reasons.map(({ en }) => en)

const homes = mkdtempSync(join(tmpdir(), 'bentang-homes-'))
const whole = join(homes, 'whole')
let program: BuiltServer
/** What is told of the whole home: that its boundaries are estimates, where no others are at hand. */
let always: readonly string[]
beforeAll(async () => {
  program = await buildServer()
  const first = program.start('0', whole)
  always = reasonsIn(await healthAt(await first.ready()))
  await first.invited()
  await first.stop()
  // Lines behind the snapshot, as after a crash.
  const folder = join(whole, 'journal')
  const snapshot = readFileSync(join(folder, 'snapshot.ndjson'))
  const store = await openFileStore({ folder })
  for (const id of ['a', 'b']) await store.commit(draft(`op-${id}`, enter(`mitra-${id}`)))
  await store.close()
  writeFileSync(join(folder, 'snapshot.ndjson'), snapshot)
}, 120_000)
afterAll(() => {
  program.close()
  rmSync(homes, { recursive: true, force: true })
})

const [JOURNAL, SNAPSHOT] = ['journal/journal.ndjson', 'journal/snapshot.ndjson']
const [ACCOUNTS, FACTS, PLACES] = ['private/people.json', 'cache/facts.bin', 'cache/places.json']

type Damage = (home: string) => void
const write =
  (file: string, text: string | Buffer): Damage =>
  (home) => {
    mkdirSync(dirname(join(home, file)), { recursive: true })
    writeFileSync(join(home, file), text)
  }
const remove =
  (file: string): Damage =>
  (home) =>
    rmSync(join(home, file), { recursive: true, force: true })
const folderInPlaceOf =
  (file: string): Damage =>
  (home) => {
    remove(file)(home)
    mkdirSync(join(home, file), { recursive: true })
  }
/** One bit of a byte, counted from the begin, or from the end where it is negative. */
const flip =
  (file: string, at: number): Damage =>
  (home) => {
    const bytes = readFileSync(join(home, file))
    const place = at < 0 ? bytes.length + at : at
    bytes[place] = bytes[place]! ^ 4
    writeFileSync(join(home, file), bytes)
  }
const cut =
  (file: string, fromEnd: number): Damage =>
  (home) =>
    truncateSync(join(home, file), readFileSync(join(home, file)).length - fromEnd)
const both =
  (...damages: readonly Damage[]): Damage =>
  (home) => {
    for (const damage of damages) damage(home)
  }

type Serves = { readonly seq: number; readonly says: RegExp | null; readonly takesChanges?: false }
/** What the server does with the home: serves up to an entry and tells why in words, or ends with words that name the file. */
const TABLE: readonly (readonly [name: string, Damage, Serves | { readonly refuses: RegExp }])[] = [
  ['nothing at all', both(), { seq: 4, says: null }],
  ['a snapshot that is gone', remove(SNAPSHOT), { seq: 4, says: null }],
  ['a snapshot that is empty', write(SNAPSHOT, ''), { seq: 4, says: /snapshot is damaged/ }],
  ['a snapshot that is garbage', write(SNAPSHOT, Buffer.alloc(5000, 7)), { seq: 4, says: /snapshot is damaged/ }],
  ['a snapshot with a flipped bit', flip(SNAPSHOT, 900), { seq: 4, says: /snapshot is damaged/ }],
  ['a folder in place of the snapshot', folderInPlaceOf(SNAPSHOT), { seq: 4, says: /snapshot is damaged/ }],
  ['a journal with a torn tail', cut(JOURNAL, 10), { seq: 3, says: /torn tail .* set aside/ }],
  [
    'a journal damaged in its middle',
    flip(JOURNAL, 5_000),
    { seq: 2, says: /damaged at byte 0, entry 1: .*restore/is, takesChanges: false },
  ],
  [
    'a journal damaged behind its snapshot',
    flip(JOURNAL, -900),
    { seq: 2, says: /damaged at byte \d+, entry 3/, takesChanges: false },
  ],
  [
    'a journal damaged in its middle and no snapshot',
    both(flip(JOURNAL, -900), remove(SNAPSHOT)),
    { seq: 2, says: /damaged at byte \d+, entry 3/, takesChanges: false },
  ],
  ['a journal that is gone', remove(JOURNAL), { seq: 2, says: /the snapshot still proves/, takesChanges: false }],
  ['a journal that is empty', write(JOURNAL, ''), { seq: 2, says: /the snapshot still proves/, takesChanges: false }],
  [
    'a journal that is garbage',
    write(JOURNAL, Buffer.alloc(50_000, 7)),
    { seq: 2, says: /the snapshot still proves/, takesChanges: false },
  ],
  ['a folder in place of the journal', folderInPlaceOf(JOURNAL), { refuses: /journal\.ndjson tidak dapat dibaca/ }],
  ['a lock of a process that is gone', write('journal/journal.lock', '{"pid":4194303}'), { seq: 4, says: null }],
  ['accounts that are gone', remove(ACCOUNTS), { seq: 4, says: null }],
  ['accounts that are empty', write(ACCOUNTS, ''), { seq: 4, says: /accounts .* damaged/ }],
  ['accounts that are garbage', write(ACCOUNTS, '{"schema":1'), { seq: 4, says: /accounts .* damaged/ }],
  ['accounts with a flipped bit', flip(ACCOUNTS, 40), { seq: 4, says: /accounts .* damaged/ }],
  ['a folder in place of the accounts', folderInPlaceOf(ACCOUNTS), { seq: 4, says: /accounts .* damaged/ }],
  ['facts that are garbage', write(FACTS, 'x'), { seq: 4, says: null }],
  ['computed places that are garbage', write(PLACES, '{"key":"x","value":[]}'), { seq: 4, says: null }],
  ['a folder in place of the cache', both(remove('cache'), write('cache', 'x')), { seq: 4, says: null }],
  [
    'boundaries that are garbage',
    write('boundaries/villages.geojson', '{'),
    { seq: 4, says: /folder boundaries are damaged/ },
  ],
  [
    'boundaries that are empty',
    write('boundaries/villages.geojson', ''),
    { seq: 4, says: /folder boundaries are damaged/ },
  ],
  [
    'weights of matches that are garbage',
    write('match_weights.json', '{"61.05":1}'),
    { refuses: /match_weights\.json/ },
  ],
  ['a folder in place of weights', folderInPlaceOf('award_weights.json'), { refuses: /award_weights\.json/ }],
  ['stages of agreements that are empty', write('agreement_stages.json', ''), { refuses: /agreement_stages\.json/ }],
  ['sites of widgets that are garbage', write('embed_sites.json', '{'), { refuses: /embed_sites\.json/ }],
  ['who reports to IATI as garbage', write('iati.json', 'x'), { refuses: /iati\.json/ }],
  ['webhooks that are garbage', write('webhooks.json', 'x'), { refuses: /webhooks\.json/ }],
]

/** Null where all is as the table says. */
const differs = async (home: string, damage: Damage, expected: (typeof TABLE)[number][2]): Promise<unknown> => {
  cpSync(whole, home, { recursive: true })
  damage(home)
  const server = program.start('0', home)
  if ('refuses' in expected) {
    const code = await server.ended
    const isTold = expected.refuses.test(server.said()) && !/^\s+at /m.test(server.said())
    return code === 1 && isTold ? null : { code, said: server.said() }
  }
  const address = await server.ready()
  const health = await healthAt(address)
  const map = await fetch(`${address}/api/features/activities?limit=1`)
  const own = reasonsIn(health).filter((words) => !always.includes(words))
  const spoken = own.join('\n')
  const told = expected.says === null ? spoken === '' : expected.says.test(spoken)
  const isRead = map.status === 200 && health.journal.seq === expected.seq
  const isDegraded = health.status === (expected.says === null && always.length === 0 ? 'ready' : 'degraded')
  const code = await server.stop()
  // What was damaged is as it was; what was whole takes the next change.
  const again = await openFileStore({ folder: join(home, 'journal'), report: () => {} }).catch((error: Error) => error)
  const takes = !(again instanceof Error)
  if (takes) await again.close()
  const isKept = takes === (expected.takesChanges ?? true)
  return told && isRead && isDegraded && isKept && code === 0 ? null : { health, isKept, code, said: server.said() }
}

test(`${TABLE.length} homes, damaged each in its way, are served as far as they are proven, and the server says why in words`, async () => {
  const waiting = [...TABLE.entries()]
  const wrong: Record<string, unknown> = {}
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, [name, damage, expected]] = next
      const differing = await differs(join(homes, `${at}`), damage, expected).catch((error: Error) => error.message)
      if (differing !== null) wrong[name] = differing
    }
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  expect(wrong).toEqual({})
}, 180_000)
