import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { THEMES } from '../data/model/theme.ts'
import { URUSAN } from '../data/model/urusan.ts'
import { makeSample } from '../data/sample/index.ts'
import { SOURCED } from '../data/source/records/index.ts'
import { seedStore } from '../server/journal/seed.ts'
import { openFileStore } from '../server/journal/store.ts'
import { loadPlaces, samplePlaces } from '../server/places/index.ts'
import { createWorld, type World } from '../server/world.ts'
import { openApp } from './app.ts'
import { openMemoryPeople } from './people.ts'

export type SampleApp = {
  readonly world: World
  readonly app: ReturnType<typeof openApp>
  /** The folder of its journal. */
  readonly journal: string
  close(): Promise<void>
}

/** The whole sample programme, served on estimated areas: what a fresh machine without a network shows. */
export const openSampleApp = async (): Promise<SampleApp> => {
  const home = mkdtempSync(join(tmpdir(), 'bentang-sample-'))
  const now = () => new Date('2026-11-22T03:00:00.000Z')
  const places = await loadPlaces({ home, boundaries: 'estimated', log: () => {}, now })
  const journal = join(home, 'journal')
  const store = await openFileStore({ folder: journal, now })
  await seedStore(store, { sourced: SOURCED, sample: makeSample(samplePlaces(places)) })
  const world = await createWorld({ places, store, themes: THEMES, urusan: URUSAN })
  const people = await openMemoryPeople(store, now)
  const app = openApp({ world, store, people, now })
  return {
    world,
    app,
    journal,
    close: async () => {
      world.close()
      await store.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
