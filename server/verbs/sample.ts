import type { Words } from '../../data/model/words.ts'
import { makeSample } from '../../data/sample/index.ts'
import { openStoreAt } from '../journal/open.ts'
import { addSample, removeSample } from '../journal/seed.ts'
import type { RecordStore } from '../journal/store.ts'
import { samplePlaces } from '../places/index.ts'
import { readOptions } from './options.ts'
import { openPlaces } from './places.ts'
import { type Desk, tell, type Verb } from './verb.ts'

const NOTHING_TO_REMOVE: Words = { id: 'Tidak ada catatan contoh.', en: 'There are no sample records.' }
const NOTHING_TO_ADD: Words = { id: 'Data contoh sudah lengkap.', en: 'The sample programme is there already.' }

const remove = async (store: RecordStore): Promise<Words> => {
  const entry = await removeSample(store)
  if (!entry) return NOTHING_TO_REMOVE
  const count = entry.changes.length
  return { id: `${count} catatan contoh dihapus.`, en: `${count} sample records were removed.` }
}

// The sample is the same whatever boundaries there are.
const add = async (store: RecordStore, desk: Desk): Promise<Words> => {
  const places = await openPlaces(desk)
  const entry = await addSample(store, makeSample(samplePlaces(places)))
  if (!entry) return NOTHING_TO_ADD
  const count = entry.changes.length
  return { id: `${count} catatan contoh ditambahkan.`, en: `${count} sample records were added.` }
}

export const sample: Verb = {
  takes: '[--remove]',
  about: {
    id: 'Menambahkan program contoh, atau menghapus seluruhnya. Hentikan server lebih dahulu.',
    en: 'Adds the sample programme, or removes all of it. Stop the server first.',
  },
  async run(args, desk) {
    const { remove: removing } = readOptions(args, { remove: { type: 'boolean' } })
    const store = await openStoreAt(desk.config.journal)
    try {
      tell(desk, removing ? await remove(store) : await add(store, desk))
    } finally {
      await store.close()
    }
    return 0
  },
}
