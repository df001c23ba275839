import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { THEMES } from '../data/model/theme.ts'
import { URUSAN } from '../data/model/urusan.ts'
import { openFileStore } from '../server/journal/store.ts'
import { loadPlaces } from '../server/places/index.ts'
import { createWorld } from '../server/world.ts'
import { openApp } from './app.ts'
import { ownFolder } from './journal/own_folder.ts'
import { draft, enter } from './journal/world.ts'
import { openMemoryPeople } from './people.ts'
import { runIn } from './verb_run.ts'

const HOMES = join(import.meta.dirname, 'homes')
const VERSIONS = readdirSync(HOMES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** What the version that wrote the home said of it. */
type Seen = {
  readonly journal: { readonly seq: number; readonly hash: string }
  readonly coverage: { readonly [theme: string]: { denominator: number; counts: object; gaps: readonly string[] } }
  /** Revision, and the beginning of the SHA-256 of each record that everyone saw. */
  readonly records: { readonly [key: string]: string }
}

const copyOf = (version: string) => {
  const home = ownFolder()
  cpSync(join(HOMES, version, 'journal'), join(home, 'journal'), { recursive: true })
  return { home, seen: JSON.parse(readFileSync(join(HOMES, version, 'seen.json'), 'utf8')) as Seen }
}

const sumsOf = (text: string): Seen['records'] =>
  Object.fromEntries(
    text
      .trimEnd()
      .split('\n')
      .map((line) => {
        const { kind, id, revision, record } = JSON.parse(line)
        const sum = createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 16)
        return [`${kind}/${id}`, `${revision} ${sum}`]
      }),
  )

test('each earlier release left a home here', () => {
  const changelog = readFileSync(join(HOMES, '../../CHANGELOG.md'), 'utf8')
  const released = [...changelog.matchAll(/^## (\d+\.\d+\.\d+)/gm)].map((match) => match[1])
  expect(VERSIONS).toEqual(released.toSorted())
})

describe.each(VERSIONS)('the home that %s left', (version) => {
  test('is whole, shows everyone the same records, and can be backed up and put back', async () => {
    const { home, seen } = copyOf(version)
    const verified = await runIn(home, 'verify')
    expect(verified.out).toContain(seen.journal.hash)
    const { out } = await runIn(home, 'export')
    expect(sumsOf(out)).toEqual(seen.records)
    const other = ownFolder()
    expect((await runIn(home, 'backup', join(other, 'cadangan'))).out).toContain(seen.journal.hash)
    expect((await runIn(home, 'restore', join(other, 'cadangan'), '--home', join(other, 'rumah'))).code).toBe(0)
    expect((await runIn(join(other, 'rumah'), 'export')).out).toBe(out)
  })

  test('is served with the same verdicts, takes changes, and is whole after the next start', async () => {
    const { home, seen } = copyOf(version)
    const now = () => new Date('2026-11-23T09:00:00.000Z')
    const folder = join(home, 'journal')
    const places = await loadPlaces({ home, boundaries: 'estimated', log: () => {}, now })
    const store = await openFileStore({ folder, now })
    const world = await createWorld({ places, store, themes: THEMES, urusan: URUSAN })
    const app = openApp({ world, store, people: await openMemoryPeople(store, now), now })
    for (const [theme, { denominator, counts, gaps }] of Object.entries(seen.coverage)) {
      const response = await app.request(`/api/coverage?region=61.05&theme=${theme}&period=2026&level=village`)
      const answer = (await response.json()) as {
        denominator: number
        counts: object
        units: { code: string; verdict: { kind: string } }[]
      }
      const open = answer.units.filter(({ verdict }) => verdict.kind === 'gap').map(({ code }) => code)
      expect({ denominator: answer.denominator, counts: answer.counts, gaps: open }).toEqual({
        denominator,
        counts,
        gaps,
      })
    }
    await store.commit(draft('after the upgrade', enter('mitra-baru')))
    world.close()
    await store.close()
    const again = await openFileStore({ folder, now })
    expect(again.asOf().seq).toBe(seen.journal.seq + 1)
    expect(again.reasons()).toEqual([])
    await again.close()
    expect((await runIn(home, 'verify')).out).toMatch(/^snapshot +\d+ agrees$/m)
  })
})
