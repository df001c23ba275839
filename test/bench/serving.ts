import { join } from 'node:path'
import { THEMES } from '../../data/model/theme.ts'
import { URUSAN } from '../../data/model/urusan.ts'
import type { Place } from '../../server/engine/index.ts'
import type { Change } from '../../server/journal/entry.ts'
import { openFileStore } from '../../server/journal/store.ts'
import type { PlaceSet } from '../../server/places/index.ts'
import { createWorld } from '../../server/world.ts'
import { openApp } from '../app.ts'
import { openMemoryPeople } from '../people.ts'
import { medianOf } from './percentile.ts'
import { benchActivities, benchOrganisations } from './seed.ts'

const BATCH = 5_000

/** Writes a journal with `count` activities over the places. */
export const seedJournal = async (home: string, places: readonly Place[], count: number): Promise<void> => {
  const store = await openFileStore({ folder: join(home, 'journal') })
  const themes = THEMES.map(({ id }) => id)
  let changes: Change[] = benchOrganisations().map((record) => ({
    kind: 'organisation',
    id: record.id,
    revision: 1,
    record,
  }))
  let batches = 0
  const commit = async () => {
    await store.commit({ actor: 'bench', organisation: null, operation: `bench-${batches++}`, changes })
    changes = []
  }
  for (const record of await benchActivities(places, themes, count)) {
    changes.push({ kind: 'activity', id: record.id, revision: 1, record })
    if (changes.length >= BATCH) await commit()
  }
  await commit()
  await store.close()
}

/** The server over a home, asked within this process. */
export const openServer = async (home: string, places: PlaceSet) => {
  const store = await openFileStore({ folder: join(home, 'journal') })
  const world = await createWorld({ places, store, themes: THEMES, urusan: URUSAN })
  const now = () => new Date()
  const people = await openMemoryPeople(store, now)
  const app = openApp({ world, store, people, now })
  return { app, world, store }
}
type App = Awaited<ReturnType<typeof openServer>>['app']

/** Milliseconds: the median of so many requests, and the first one before them. */
export const timeRequest = async (app: App, path: string, runs: number): Promise<string> => {
  const took: number[] = []
  let firstMs = 0
  let bytes = 0
  for (let run = 0; run <= runs; run += 1) {
    const begun = performance.now()
    const answer = await app.request(path)
    bytes = (await answer.arrayBuffer()).byteLength
    if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}`)
    const tookMs = performance.now() - begun
    if (run === 0) firstMs = tookMs
    else took.push(tookMs)
  }
  return `${medianOf(took).toFixed(1)} (first ${firstMs.toFixed(0)}, ${(bytes / 1000).toFixed(0)} kB)`
}
