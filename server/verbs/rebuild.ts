import type { PointOf } from '../../data/model/disclosure.ts'
import { seenBy } from '../../data/model/seen.ts'
import { engineChange } from '../audience.ts'
import { crowdsNow } from '../crowds.ts'
import { createEngine, type EngineChange } from '../engine/index.ts'
import { openStoreAt } from '../journal/open.ts'
import type { RecordStore } from '../journal/store.ts'
import { openKeptFacts } from '../kept_facts.ts'
import { officialPoints } from '../places/index.ts'
import { readOptions } from './options.ts'
import { openPlaces } from './places.ts'
import { tell, type Verb } from './verb.ts'

const STEPS = 20

const publicChanges = (store: RecordStore, pointOf: PointOf): EngineChange[] => {
  const crowds = crowdsNow(store.state, pointOf)
  return [...store.state.records.values()].flatMap((kept) => {
    const seen = seenBy('everyone', kept, crowds)
    return seen ? [engineChange({ kind: kept.kind, id: kept.id, seen })] : []
  })
}

export const rebuild: Verb = {
  takes: '',
  about: {
    id: 'Menghitung ulang seluruh fakta (kegiatan di tiap desa, hektare tiap tahun) dari jurnal. Hentikan server lebih dahulu.',
    en: 'Finds all facts anew (activities in each village, hectares of each year) from the journal. Stop the server first.',
  },
  async run(args, desk) {
    readOptions(args, {})
    const started = performance.now()
    const store = await openStoreAt(desk.config.journal)
    try {
      const places = await openPlaces(desk)
      const engine = await createEngine({ places: places.places })
      const changes = publicChanges(store, officialPoints(places))
      const step = Math.max(1, Math.ceil(changes.length / STEPS))
      for (let from = 0; from < changes.length; from += step) {
        engine.apply(changes.slice(from, from + step))
        const done = Math.min(changes.length, from + step)
        if (changes.length > 1000) desk.err.write(`${done} / ${changes.length}\n`)
      }
      await engine.refresh()
      await openKeptFacts(desk.config.home, store.journal).save(store.asOf().seq, engine.pack())
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const activities = engine.register.size()
      const sites = engine.register.siteCount()
      tell(desk, {
        id: `Fakta ${activities} kegiatan (${sites} lokasi) dihitung ulang dalam ${seconds.replace('.', ',')} detik, sampai entri ${store.asOf().seq}.`,
        en: `The facts of ${activities} activities (${sites} sites) were found anew in ${seconds} seconds, up to entry ${store.asOf().seq}.`,
      })
      for (const { kind, id, reason } of engine.refusals().slice(0, 20)) desk.err.write(`${kind} ${id}: ${reason}\n`)
    } finally {
      await store.close()
    }
    return 0
  },
}
