import type { AnyRecord } from '../data/model/record.ts'
import type { Theme } from '../data/model/theme.ts'
import type { Urusan } from '../data/model/urusan.ts'
import type { AppOptions } from '../server/app.ts'
import { boundsOf } from '../server/bounds.ts'
import { writeDraft } from '../server/journal/draft.ts'
import type { Draft, Entry, Journal } from '../server/journal/entry.ts'
import { createFollowers } from '../server/journal/followers.ts'
import { formatLine, GENESIS, readNext } from '../server/journal/line.ts'
import { openStore } from '../server/journal/store.ts'
import type { PeopleOptions } from '../server/people/index.ts'
import type { PlaceSet, SituatedPlace } from '../server/places/index.ts'
import { createWorld, type WorldOptions } from '../server/world.ts'
import { openApp } from './app.ts'
import { openMemoryPeople } from './people.ts'
import { enter, ORGANISATIONS, PLACES, PROGRAMME } from './world.ts'

const NOW = new Date('2026-11-22T03:00:00.000Z')

export const THEMES: readonly Theme[] = [
  { id: 'stunting', label: { id: 'Stunting', en: 'Stunting' }, urusan: ['health'], goals: [2] },
  { id: 'restoration', label: { id: 'Pemulihan', en: 'Restoration' }, urusan: ['environment'], goals: [15] },
]
export const URUSAN: readonly Urusan[] = [
  { id: 'health', label: { id: 'Kesehatan', en: 'Health' }, kind: 'basic', level: 'regency' },
  { id: 'environment', label: { id: 'Lingkungan hidup', en: 'Environment' }, kind: 'mandatory', level: 'regency' },
]

/** The journal on a list: what is tested here is what stands in front of it. */
const listJournal = (): Journal => {
  const kept: { readonly bytes: Buffer; readonly hash: string; readonly entry: Entry }[] = []
  const { follow, tell } = createFollowers()
  const head = () => ({
    seq: kept.length,
    hash: kept.at(-1)?.hash ?? GENESIS,
    time: kept.at(-1)?.entry.time ?? NOW.toISOString(),
  })
  return {
    append: async (draft: Draft) => {
      const place = { seq: kept.length + 1, durable: kept.length, time: NOW.toISOString() }
      const line = formatLine(head().hash, place, await writeDraft(draft))
      kept.push(line)
      tell(line.entry)
      return line.entry
    },
    adopt: async (lines) => {
      for (const line of readNext(head(), lines)) kept.push(line)
    },
    replay: async function* (afterSeq = 0) {
      for (const { entry } of kept.slice(afterSeq)) yield entry
    },
    lines: async function* (afterSeq = 0) {
      for (const { bytes } of kept.slice(afterSeq)) yield bytes
    },
    follow,
    head,
    hashAt: async (seq: number) => kept[seq - 1]?.hash ?? null,
    reasons: () => [],
    close: async () => {},
  }
}

const situate = (place: (typeof PLACES)[number]): SituatedPlace => {
  const [west, south, east, north] = boundsOf([place.geometry])!
  const position = [(west + east) / 2, (south + north) / 2] as const
  if (place.level === 'regency') return { ...place, position, kind: 'kabupaten' }
  if (place.level !== 'island') return { ...place, position }
  const shape = place.geometry.type === 'Point' ? 'point' : 'polygon'
  return { ...place, position, island: { populated: shape === 'polygon', outermost: false, shape, listedAt: position } }
}

export const PLACE_SET: PlaceSet = {
  places: PLACES.map(situate),
  context: { type: 'FeatureCollection', features: [] },
  status: { kind: 'indicative', origin: 'configured', attribution: 'world' },
  names: new Map([['99', 'Negeri Contoh'], ...PLACES.map(({ code, name }): [string, string] => [code, name])]),
  arriving: null,
}

export const commit = (
  store: Awaited<ReturnType<typeof openStore>>,
  records: readonly AnyRecord[],
  operation = `op-${store.state.seq + 1}`,
) =>
  store.commit({
    actor: 'test',
    organisation: null,
    operation,
    changes: records.map(
      ({ kind, record }) =>
        ({
          kind,
          id: record.id,
          revision: (store.state.records.get(`${kind}/${record.id}`)?.revision ?? 0) + 1,
          record,
        }) as Draft['changes'][number],
    ),
  })

const asRecords = (changes: ReturnType<typeof enter>): AnyRecord[] =>
  changes.map(({ kind, record }) => ({ kind, record }) as AnyRecord)

/** The whole server over the tiny known world, with more records when given. */
export const serve = async (
  more: readonly AnyRecord[] = [],
  options: Partial<AppOptions> = {},
  themes: readonly Theme[] = [],
  peopleWith: Partial<PeopleOptions> = {},
  worldWith: Partial<WorldOptions> = {},
) => {
  const store = options.store ?? (await openStore({ journal: listJournal() }))
  await commit(store, [...asRecords(enter(...ORGANISATIONS, ...PROGRAMME)), ...more])
  const world = await createWorld({
    places: PLACE_SET,
    store,
    themes: [...THEMES, ...themes],
    urusan: URUSAN,
    ...worldWith,
  })
  const now = options.now ?? (() => NOW)
  const people = options.people ?? (await openMemoryPeople(store, now, peopleWith))
  const faults: unknown[] = []
  const log = { error: (details: object) => void faults.push(details) }
  const app = openApp({
    world,
    store,
    people,
    packParts: async () => ({ player: '', style: '', worker: '' }),
    now,
    log,
    ...options,
  })
  return { app, world, store, people, faults, get: (path: string, init?: RequestInit) => app.request(path, init) }
}
