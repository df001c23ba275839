import type { Geometry, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { ACTIVITY_STATUSES, type Activity } from '../../data/model/activity.ts'
import type { Organisation } from '../../data/model/organisation.ts'
import type { RecordBase } from '../../data/model/record.ts'
import type { Place } from '../../server/engine/engine.ts'
import { flattenArea, projectArea } from '../../server/engine/equal_area.ts'
import { findCentre } from '../../server/engine/index.ts'
import { loadOverlay, type Overlay } from '../../server/engine/overlay.ts'
import { seeded } from '../frozen/random.ts'
import { blob, corridor, rounded } from '../frozen/rings.ts'
import { areaOf, neighboursOf, shapeless } from './neighbours.ts'

const ORGANISATIONS = 300
const FIRST_YEAR = 2019
const YEARS = 10
const KM = 1 / 111.32

const base = (id: string): RecordBase & { origin: 'sample' } => ({
  id,
  origin: 'sample',
  source: { text: 'Benchmark' },
  enteredBy: 'bench',
  confirmed: '2026-01-01',
  verification: 'verified',
  visibility: 'public',
})

export const benchOrganisations = (): Organisation[] =>
  Array.from({ length: ORGANISATIONS }, (_, index) => ({
    ...base(`bench-org-${index}`),
    name: `Organisasi ${index}`,
    kind: index % 4 === 0 ? 'credit_union' : 'ngo',
    urusan: [],
    themes: [],
  }))

type Area = Polygon | MultiPolygon
type Random = () => number

/** Valid in degrees and, once projected, in the plane: then no side has anything left to mend. */
const isSound = (area: Area, { repair }: Overlay): boolean => {
  const degrees = flattenArea(area)
  if (repair(degrees) !== degrees) return false
  const metres = projectArea(degrees)
  return repair(metres) === metres
}

/** Rounding to 1e-7 degree lets a few rings cross themselves; they are mended here, and drawn again where that is not enough. */
const sound = (draw: () => Area, overlay: Overlay): Area => {
  const drawn = draw()
  if (isSound(drawn, overlay)) return drawn
  const mended = areaOf(overlay.repair(flattenArea(drawn)))
  return mended && isSound(mended, overlay) ? mended : sound(draw, overlay)
}

const polygon = (ring: Position[]): Polygon => ({ type: 'Polygon', coordinates: [ring] })

/** Draws sites over the given villages: 40 % points, 20 % circles, 20 % blobs, 15 % corridors, 5 % unions of neighbours. */
const createSites = (villages: readonly Place[], overlay: Overlay, random: Random): (() => Point | Area) => {
  const centres = villages.map(({ geometry }) => findCentre(geometry)!)
  const neighbours = neighboursOf(villages)
  const united = new Map<string, Area>()
  const upTo = (count: number): number => Math.floor(random() * count)

  const near = (): Position => {
    const [lng, lat] = centres[upTo(centres.length)]!
    return rounded(lng! + 6 * KM * (random() - 0.5), lat! + 6 * KM * (random() - 0.5))
  }
  const union = (): Area => {
    const chosen = new Set([upTo(villages.length)])
    const wanted = 2 + upTo(3)
    for (const at of chosen)
      for (const beside of neighbours[at]!) if (chosen.size < wanted && random() < 0.6) chosen.add(beside)
    const key = [...chosen].sort((a, b) => a - b).join(' ')
    const known = united.get(key)
    if (known) return known
    const area = areaOf(overlay.unite([...chosen].map((at) => flattenArea(villages[at]!.geometry as Area))))!
    united.set(key, area)
    return area
  }
  const area = (): Area => {
    const shape = random() * 0.6
    if (shape < 0.2) return polygon(blob(near(), (0.5 + 4 * random()) * KM, 0, 32, random))
    if (shape < 0.4) return polygon(blob(near(), (1 + 6 * random()) * KM, 0.5, 24, random))
    if (shape < 0.55) return polygon(corridor(near(), (1 + 2 * random()) * KM, (0.1 + 0.4 * random()) * KM, 10, random))
    return union()
  }
  return () => (random() < 0.4 ? { type: 'Point', coordinates: near() } : sound(area, overlay))
}

/**
 * `count` activities over the given villages, one site each, spread over 300 organisations, the given themes and the years
 * 2019-2028; one at a time, because a million do not fit beside what is measured. The same arguments give the same records.
 */
export const benchActivities = async (
  places: readonly Place[],
  themes: readonly string[],
  count: number,
  seed = 1,
): Promise<Iterable<Activity>> => {
  const overlay = await loadOverlay()
  const villages = places.filter(({ level, geometry }) => level === 'village' && !shapeless(geometry as Geometry))
  return {
    *[Symbol.iterator]() {
      const random = seeded(seed)
      const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
      const site = createSites(villages, overlay, random)
      for (let index = 0; index < count; index++) {
        const start = FIRST_YEAR + Math.floor(random() * YEARS)
        const end = Math.min(FIRST_YEAR + YEARS - 1, start + Math.floor(random() * 3))
        yield {
          ...base(`bench-act-${index}`),
          title: `Kegiatan ${index}`,
          themes: [pick(themes)],
          organisations: [{ id: `bench-org-${Math.floor(random() * ORGANISATIONS)}`, role: 'implementer' }],
          sites: [{ geometry: site() }],
          period: { start: `${start}-01-01`, end: `${end}-12-31` },
          status: random() < 0.9 ? pick(['planned', 'ongoing', 'completed'] as const) : pick(ACTIVITY_STATUSES),
        }
      }
    },
  }
}
