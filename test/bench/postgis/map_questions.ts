import { VectorTile } from '@mapbox/vector-tile'
import type { FeatureCollection, Point, Polygon, Position } from 'geojson'
import { PbfReader } from 'pbf'
import type { Place } from '../../../server/engine/index.ts'
import { findCentre } from '../../../server/engine/index.ts'
import type { TileAddress } from '../../../server/tiles/cut.ts'
import { seeded } from '../../frozen/random.ts'
import { blob } from '../../frozen/rings.ts'
import { numberOf } from './load.ts'
import type { MapSide } from './map_side.ts'
import { type Answer, differenceOf, type Put, put, type Question } from './question.ts'
import { wkbOf } from './wkb.ts'

/** About the reach of a district. */
const DRAWN_RADIUS_DEGREES = 0.12
const DRAWN_CORNERS = 60
const PLACES_ASKED = 6

/** Steps along the side of a tile, and its buffer in steps: as our own tiles have them. */
const gridOf = ({ z }: TileAddress): [extent: number, buffer: number] => (z > 8 ? [4096, 128] : [2048, 64])

const tileAt = (z: number, [lng, lat]: Position): TileAddress => {
  const scale = 2 ** z
  const sine = Math.sin((lat! * Math.PI) / 180)
  return {
    z,
    x: Math.floor(((lng! + 180) / 360) * scale),
    y: Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * scale),
  }
}

/** How many features each activity has in each layer. */
const featuresIn = (bytes: Uint8Array): Answer => {
  const counts = new Map<string, number>()
  const { layers } = new VectorTile(new PbfReader(bytes))
  for (const [name, layer] of Object.entries(layers))
    for (let at = 0; at < layer.length; at++) {
      const { id, status } = layer.feature(at).properties
      const key = `${name} ${id} ${status}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return counts
}

/**
 * What is narrower than a step of the grid may shrink to nothing: each side has its own way to round it away or to draw it
 * as a speck. That few may differ, and no more.
 */
const MOST_SHRUNK = 0.01
const sameTile = (ours: Answer, theirs: Answer): string | null => {
  const features = [...new Set([...ours.keys(), ...theirs.keys()])]
  const differing = features.filter((key) => ours.get(key) !== theirs.get(key))
  return differing.length <= MOST_SHRUNK * features.length
    ? null
    : `${differing.length} features of ${features.length} differ, so ${differing[0]}`
}

type Box = readonly [west: number, south: number, east: number, north: number]
const VIEW_DEGREES = 0.2
const boxAround = ([lng, lat]: Position): Box => [
  lng! - VIEW_DEGREES / 2,
  lat! - VIEW_DEGREES / 2,
  lng! + VIEW_DEGREES / 2,
  lat! + VIEW_DEGREES / 2,
]

const sumOf = (coordinates: unknown): number =>
  Array.isArray(coordinates) ? coordinates.reduce((sum: number, inner) => sum + sumOf(inner), 0) : Number(coordinates)

/** By activity the sum of all its numbers, which no lost or moved position leaves as it is. */
const featuresOf = (text: string): Answer =>
  new Map(
    (JSON.parse(text) as FeatureCollection<Point | Polygon>).features.map(({ id, geometry }) => [
      `${numberOf(`${id}`)}`,
      sumOf(geometry.coordinates),
    ]),
  )

/**
 * PostGIS keeps boxes in single precision: what lies a metre outside the view may be in its answer. Where the view holds
 * more than 5,000 each side may choose.
 */
const MOST_BESIDE = 0.005
const sameView = (ours: Answer, theirs: Answer): string | null => {
  if (ours.size === 5_000 && theirs.size === 5_000) return null
  const beside = [...theirs.keys()].filter((key) => !ours.has(key))
  if (beside.length > MOST_BESIDE * theirs.size) return `${beside.length} of ${theirs.size} are not in ours`
  return differenceOf(ours, new Map([...theirs].filter(([key]) => ours.has(key))), 1e-4)
}

const NEAR_KM = 5
/** Edges of PostGIS are geodesics, ours are straight in degrees (RFC 7946): decimetres on an edge of many kilometres. */
const MOST_APART_M = 1
/**
 * PostGIS looks for the nearest point on a sphere and measures the way to it on the ellipsoid, so it may pick a point that
 * is not the nearest: 11.5 m too far at 4 km, where GeographicLib along the whole outline says what we say. Never too near.
 */
const MOST_TOO_FAR = 0.006
const isSameWay = (ownM: number, theirM: number): boolean =>
  theirM - ownM >= -MOST_APART_M && theirM - ownM <= MOST_APART_M + MOST_TOO_FAR * theirM
/** What lies on the very rim may be within for one side only. */
const sameWays = (ours: Answer, theirs: Answer): string | null => {
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const [own, their] = [ours.get(key) ?? 1000 * NEAR_KM, theirs.get(key) ?? 1000 * NEAR_KM]
    if (!isSameWay(own, their)) return `${key}: ${own} m, PostGIS ${their} m`
  }
  return null
}
const LONELY_KM = 2
const LONELY_STEP_DEGREES = 0.03

/** Amid hundreds of areas the ten nearest are all 0 m away: from each place the way east until nothing is near. */
const lonely = (ours: MapSide, centres: readonly Position[]): Position[] =>
  centres.map(([lng, lat]) => {
    let east = lng!
    while (ours.within(east, lat!, LONELY_KM).ids.length > 0) east += LONELY_STEP_DEGREES
    return [east, lat!]
  })

const once = (keys: Iterable<string | number>): Answer => new Map([...keys].map((key) => [`${key}`, 1]))

export const mapQuestions = (ours: MapSide, villages: readonly Place[]): readonly Put[] => {
  const random = seeded(7)
  const centres = Array.from(
    { length: PLACES_ASKED },
    () => findCentre(villages[Math.floor(random() * villages.length)]!.geometry)!,
  )
  const viewport: Question<Box> = {
    title: 'viewport as GeoJSON, at most 5,000',
    required: { 100000: 7, 1000000: 7 },
    asks: centres.map(boxAround),
    call: (box) => `viewport(${box.join(', ')})`,
    read: ([row]) => featuresOf(row![0]!),
    ask: ours.viewport,
    differ: sameView,
    answer: (box) => featuresOf(ours.viewport(box).toString()),
  }
  const drawn: Question<Polygon> = {
    title: 'drawn polygon, ids of what meets it',
    required: { 100000: 2.5, 1000000: 2.5 },
    asks: centres.map((centre) => ({
      type: 'Polygon',
      coordinates: [blob(centre, DRAWN_RADIUS_DEGREES, 0.4, DRAWN_CORNERS, random)],
    })),
    call: (area) => `drawn(ST_SetSRID('${wkbOf(area)}'::geometry, 4326))`,
    read: (rows) => once(rows.map(([id]) => id!)),
    ask: ours.drawn,
    answer: (area) => once(ours.drawn(area).map(numberOf)),
  }
  const tiles = (z: number, required: number): Question<TileAddress> => ({
    title: `tile z${z}, areas and outlines`,
    required: { 100000: required, 1000000: required },
    asks: centres.map((centre) => tileAt(z, centre)),
    call: (tile) => `tile(${[tile.z, tile.x, tile.y, ...gridOf(tile)].join(', ')})`,
    read: ([row]) => featuresIn(Buffer.from(row![0]!.slice(2), 'hex')),
    ask: ours.tile,
    differ: sameTile,
    answer: (tile) => featuresIn(ours.tile(tile) ?? new Uint8Array()),
  })
  const near: Question<Position> = {
    title: 'within 5 km of a point, with distances',
    required: { 100000: 20, 1000000: 20 },
    asks: centres,
    differ: sameWays,
    call: (position) => `within_m(${position.join(', ')}, ${1000 * NEAR_KM})`,
    read: (rows) => new Map(rows.map(([id, m]) => [id!, Number(m)])),
    ask: ([lng, lat]) => ours.within(lng!, lat!, NEAR_KM),
    answer: ([lng, lat]) => {
      const { ids, distancesKm } = ours.within(lng!, lat!, NEAR_KM)
      return new Map(ids.map((id, rank) => [`${numberOf(id)}`, 1000 * distancesKm[rank]!]))
    },
  }
  const nearest: Question<Position> = {
    title: 'nearest 10 of a point without work around it',
    required: { 100000: 20, 1000000: 20 },
    asks: lonely(ours, centres),
    differ: sameWays,
    call: (position) => `nearest(${position.join(', ')})`,
    read: (rows) => new Map(rows.map(([, m], rank) => [`${rank}`, Number(m)])),
    ask: ([lng, lat]) => ours.nearest(lng!, lat!, 10),
    answer: ([lng, lat]) =>
      new Map([...ours.nearest(lng!, lat!, 10).distancesKm].map((distanceKm, rank) => [`${rank}`, 1000 * distanceKm])),
  }
  return [put(viewport), put(drawn), put(near), put(nearest), put(tiles(6, 7)), put(tiles(9, 10)), put(tiles(12, 5))]
}
