import type { Polygon } from 'geojson'
import { ACTIVITY_STATUSES, type Activity, type Site } from '../../data/model/activity.ts'
import type { Organisation } from '../../data/model/organisation.ts'
import type { AnyRecord, RecordBase } from '../../data/model/record.ts'
import type { Place } from '../../server/engine/engine.ts'

/** A repeatable source of numbers in [0, 1): mulberry32. */
const seeded = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const ORGANISATIONS = 300
const KM_PER_DEGREE = 111.32

const base = (id: string): RecordBase & { origin: 'sample' } => ({
  id,
  origin: 'sample',
  source: { text: 'Benchmark' },
  enteredBy: 'bench',
  confirmed: '2026-01-01',
  verification: 'verified',
  visibility: 'public',
})

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** A star-shaped ring, so that it can never cross itself; `wobble` 0 is a circle. */
const blob = (lng: number, lat: number, radiusKm: number, wobble: number, random: () => number): Polygon => {
  const corners = 24
  const ring = Array.from({ length: corners }, (_, corner) => {
    const angle = (corner / corners) * 2 * Math.PI
    const radius = (radiusKm / KM_PER_DEGREE) * (1 - wobble * random())
    return [round(lng + radius * Math.cos(angle)), round(lat + radius * Math.sin(angle))]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

/**
 * `count` activities over the given villages: 40 % points, the rest circles, blobs, corridors and lists of villages,
 * spread over 300 organisations, the given themes and the years 2019-2028. The same arguments give the same records.
 */
export const benchRecords = (
  places: readonly Place[],
  themes: readonly string[],
  count: number,
  seed = 1,
): AnyRecord[] => {
  const random = seeded(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const villages = places.filter(({ level }) => level === 'village')
  const centres = villages.map(({ code, geometry }) => {
    const [lng, lat] = firstPosition(geometry)
    return { code, lng, lat }
  })
  const site = (): Site => {
    const { code, lng, lat } = pick(centres)
    const shape = random()
    if (shape < 0.4) return { geometry: { type: 'Point', coordinates: [round(lng), round(lat)] } }
    if (shape < 0.6) return { geometry: blob(lng, lat, 0.5 + 4 * random(), 0, random) }
    if (shape < 0.8) return { geometry: blob(lng, lat, 1 + 6 * random(), 0.5, random) }
    if (shape < 0.9) {
      const end = [round(lng + 0.2 * (random() - 0.5)), round(lat + 0.2 * (random() - 0.5))]
      return { geometry: { type: 'LineString', coordinates: [[round(lng), round(lat)], end] } }
    }
    return { code }
  }
  const organisations: AnyRecord[] = Array.from({ length: ORGANISATIONS }, (_, index) => {
    const record: Organisation = {
      ...base(`bench-org-${index}`),
      name: `Organisasi ${index}`,
      kind: index % 4 === 0 ? 'credit_union' : 'ngo',
      urusan: [],
      themes: [],
    }
    return { kind: 'organisation', record }
  })
  const activities: AnyRecord[] = Array.from({ length: count }, (_, index) => {
    const start = 2019 + Math.floor(random() * 10)
    const record: Activity = {
      ...base(`bench-act-${index}`),
      title: `Kegiatan ${index}`,
      themes: [pick(themes)],
      organisations: [{ id: `bench-org-${Math.floor(random() * ORGANISATIONS)}`, role: 'implementer' }],
      sites: Array.from({ length: random() < 0.8 ? 1 : 2 + Math.floor(random() * 4) }, site),
      period: { start: `${start}-01-01`, end: `${Math.min(2028, start + Math.floor(random() * 3))}-12-31` },
      status: random() < 0.9 ? pick(['planned', 'ongoing', 'completed'] as const) : pick(ACTIVITY_STATUSES),
    }
    return { kind: 'activity', record }
  })
  return [...organisations, ...activities]
}

const firstPosition = (geometry: Place['geometry']): [number, number] => {
  let level: unknown = 'coordinates' in geometry ? geometry.coordinates : [0, 0]
  while (Array.isArray(level) && Array.isArray(level[0])) level = level[0]
  const [lng = 0, lat = 0] = level as number[]
  return [lng, lat]
}
