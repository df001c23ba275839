import { join, resolve } from 'node:path'
import { makeSample } from '../../data/sample/index.ts'
import { SOURCED } from '../../data/source/records/index.ts'
import { seedStore } from '../../server/journal/seed.ts'
import { openFileStore } from '../../server/journal/store.ts'
import { loadPlaces, samplePlaces } from '../../server/places/index.ts'
import { seedJournal } from '../bench/serving.ts'

export const BOUNDARIES = process.env.BENTANG_BOUNDARIES ?? 'estimated'

/** A home as the first start makes it, the sample with its targets in it, and `count` activities more. */
export const seedScreenHome = async (home: string, count: number): Promise<void> => {
  const placed = await loadPlaces({
    home,
    boundaries: BOUNDARIES,
    sibling: resolve(home, 'no-sibling'),
    log: () => {},
    now: () => new Date(),
  })
  const store = await openFileStore({ folder: join(home, 'journal') })
  await seedStore(store, { sourced: SOURCED, sample: makeSample(samplePlaces(placed)) })
  await store.close()
  if (count > 0) await seedJournal(home, placed.places, count)
}
