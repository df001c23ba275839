import type { MultiPolygon, Point, Polygon, Position } from 'geojson'
import { ACTIVITY_STATUSES, type Activity, type Site } from '../../data/model/activity.ts'
import type { Organisation } from '../../data/model/organisation.ts'
import type { RecordBase } from '../../data/model/record.ts'
import { seeded } from './random.ts'
import { blob, corridor, rectangle, rounded } from './rings.ts'
import { blockOutline, FROZEN_VILLAGES, LATTICE } from './villages.ts'

export const FROZEN_THEMES = ['stunting', 'education', 'restoration'] as const
export const FROZEN_YEARS = Array.from({ length: 10 }, (_, step) => 2019 + step)
const COUNT = 400
const ORGANISATIONS = 12

const base = (id: string): RecordBase => ({
  id,
  origin: 'sample',
  source: { text: 'frozen' },
  enteredBy: 'frozen',
  confirmed: '2026-01-01',
  verification: 'verified',
  visibility: 'public',
})

const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings })
const parts = (...polygons: Position[][][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: polygons })

const random = seeded(2026)
const upTo = (count: number): number => Math.floor(random() * count)
const pick = <T>(items: readonly T[]): T => items[upTo(items.length)]!
const { west, south, cell, columns, rows } = LATTICE

/** Mostly in the lattice, sometimes among the islands, which lie mostly in the sea. */
const somewhere = (): Position =>
  random() < 0.8
    ? rounded(west + columns * cell * random(), south + rows * cell * random())
    : rounded(110.29 + 0.18 * random(), -0.11 + 0.14 * random())

const villageArea = (): Polygon | MultiPolygon => pick(FROZEN_VILLAGES).geometry as Polygon | MultiPolygon

const block = (): Position[] => {
  const [wide, high] = pick([
    [2, 1],
    [1, 2],
    [2, 2],
    [3, 1],
  ] as const)
  return blockOutline(upTo(columns - wide + 1), upTo(rows - high + 1), wide, high)
}

/** Its edges lie on the straight borders of the lattice, on one line with them, or close beside them. */
const aligned = (): Position[] => {
  const [column, row] = [upTo(columns), upTo(rows)]
  const aside = pick([0, 0, 0.0004, -0.0004])
  const [left, low] = [west + column * cell + aside, south + row * cell + aside]
  return rectangle(left, low, left + cell * pick([0.5, 1, 1.5]), low + cell * pick([0.25, 0.5, 1]))
}

const withHole = (): Polygon => {
  const middle = somewhere()
  return polygon(
    blob(middle, 0.02 + 0.02 * random(), 0.3, 24, random),
    blob(middle, 0.003 + 0.008 * random(), 0.2, 12, random),
  )
}

const bowTie = (): Polygon => {
  const [lng, lat] = somewhere() as [number, number]
  const reach = 0.01 + 0.02 * random()
  const [a, b, c, d] = rectangle(lng, lat, lng + reach, lat + reach)
  return polygon([a!, c!, b!, d!, a!])
}

const twoParts = (): MultiPolygon =>
  parts(
    [blob(rounded(west + cell * (1 + upTo(2)), south + cell * random()), 0.015, 0.4, 18, random)],
    [
      corridor(
        rounded(west + cell * (4 + random()), south + cell * (1 + random())),
        0.006,
        0.003,
        7,
        random,
      ).toReversed(),
    ],
  )

/** A vertex of a border: the point belongs to one of the villages that meet there. */
const onBorder = (): Point => {
  const outline = blockOutline(upTo(columns), upTo(rows))
  return { type: 'Point', coordinates: outline[upTo(outline.length)]! }
}

const SHAPES: readonly (readonly [weight: number, draw: () => Site])[] = [
  [24, () => ({ geometry: { type: 'Point', coordinates: somewhere() } })],
  [4, () => ({ geometry: onBorder() })],
  [6, () => ({ code: pick(FROZEN_VILLAGES).code })],
  [1, () => ({ code: pick(['98.01', '98.01.02', '98.02.06']) })],
  [14, () => ({ geometry: polygon(blob(somewhere(), 0.006 + 0.03 * random(), 0.5, 24, random)) })],
  [10, () => ({ geometry: polygon(blob(somewhere(), 0.003 + 0.025 * random(), 0, 48, random)) })],
  [10, () => ({ geometry: polygon(corridor(somewhere(), 0.008, 0.001 + 0.003 * random(), 10, random)) })],
  [9, () => ({ geometry: polygon(block()) })],
  [7, () => ({ geometry: villageArea() })],
  [9, () => ({ geometry: polygon(aligned()) })],
  [4, () => ({ geometry: withHole() })],
  [3, () => ({ geometry: twoParts() })],
  [2, () => ({ geometry: polygon(blob(somewhere(), 0.02, 0.5, 20, random).toReversed()) })],
  [1, () => ({ geometry: bowTie() })],
]
const BAG = SHAPES.flatMap(([weight, draw]) => Array.from({ length: weight }, () => draw))
const site = (): Site => pick(BAG)()

export const FROZEN_ORGANISATIONS: readonly Organisation[] = Array.from({ length: ORGANISATIONS }, (_, index) => ({
  ...base(`o${index}`),
  name: `Organisasi ${index}`,
  kind: index % 4 === 0 ? 'credit_union' : 'ngo',
  urusan: [],
  themes: [],
}))

/** Sometimes two sites, sometimes a joint activity, sometimes a site that another activity already has. */
const activities = (): Activity[] => {
  const made: Activity[] = []
  for (let index = 0; index < COUNT; index++) {
    const start = 2019 + upTo(10)
    const lead = upTo(ORGANISATIONS)
    const implementers = random() < 0.06 ? [lead, (lead + 1 + upTo(ORGANISATIONS - 1)) % ORGANISATIONS] : [lead]
    const sites = made.length > 0 && random() < 0.06 ? pick(made).sites : random() < 0.85 ? [site()] : [site(), site()]
    made.push({
      ...base(`a${index}`),
      title: `Kegiatan ${index}`,
      themes: [pick(FROZEN_THEMES)],
      organisations: implementers.map((at) => ({ id: `o${at}`, role: 'implementer' })),
      sites,
      period: { start: `${start}-01-01`, end: `${Math.min(2028, start + upTo(4))}-12-31` },
      status: random() < 0.9 ? pick(['planned', 'ongoing', 'completed'] as const) : pick(ACTIVITY_STATUSES),
    })
  }
  return made
}

export const FROZEN_ACTIVITIES: readonly Activity[] = activities()
