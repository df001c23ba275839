import type { Position } from 'geojson'
import { graticuleLines } from '../../styles/graticule.ts'
import { SHEET } from '../../styles/sheet.ts'
import type { Subject } from '../../styles/subject.ts'
import type { Bounds } from '../bounds.ts'
import { UNITS_PER_DEGREE } from '../engine/grid.ts'
import type { UnitGround } from '../engine/grounds.ts'
import { someRing } from '../engine/reads/packed_area.ts'
import type { TileFeature } from '../tiles/cut.ts'
import { labelsOf } from '../tiles/labels.ts'
import { createRecordTiles, type TileFilter } from '../tiles/records.ts'
import { createSieve } from '../tiles/sieve.ts'
import {
  contextBorders,
  contextShapes,
  landShapes,
  placeBorders,
  placeShapes,
  riverLines,
  shoreLines,
} from '../tiles/standing.ts'
import type { World } from '../world.ts'
import { gathered } from './gathered.ts'
import { type Shape, shapesOf } from './shapes.ts'

/** The shapes of one layer of one source, as the style names them. */
export type Sources = (source: string, layer: string) => readonly Shape[] | Promise<readonly Shape[]>

const PLACES = ['regencies', 'districts', 'villages', 'islands'] as const

const sheetArea = (): TileFeature => {
  const [west, south, east, north] = SHEET
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
}

const standingOf = (world: World): Readonly<Record<string, () => readonly TileFeature[]>> => ({
  land: landShapes,
  'land-lines': shoreLines,
  rivers: riverLines,
  context: () => contextShapes(world),
  'context-lines': () => contextBorders(world),
  labels: () => labelsOf(world),
  sheet: () => [sheetArea()],
  graticule: () => graticuleLines().features as TileFeature[],
  ...Object.fromEntries(
    PLACES.flatMap((id) => [
      [id, () => placeShapes(world, id)] as const,
      [`${id}-lines`, () => placeBorders(world, id)] as const,
    ]),
  ),
})

/** Record layers whose tiles answer to the filters of the view; the others are drawn whatever is asked. */
const FILTERED: ReadonlySet<string> = new Set(['targets', 'agreements'])
const RECORDS = ['targets', 'zones', 'authority', 'agreements'] as const
const GROUNDS = { gaps: 'gap', overlaps: 'overlap' } as const

const filterOf = ({ theme, period, organisations, statuses }: Subject): TileFilter => ({
  theme,
  period,
  ...(organisations.length > 0 ? { organisations } : {}),
  ...(statuses.length > 0 ? { statuses } : {}),
})

const ringsOf = (area: Int32Array): Position[][][] => {
  const polygons: Position[][][] = []
  someRing(area, 0, (from, to, isHole) => {
    const ring: Position[] = []
    for (let at = from; at < to; at += 2) ring.push([area[at]! / UNITS_PER_DEGREE, area[at + 1]! / UNITS_PER_DEGREE])
    ring.push(ring[0]!)
    if (isHole) polygons.at(-1)?.push(ring)
    else polygons.push([ring])
    return false
  })
  return polygons
}

const groundFeature = (kind: string, { code, area }: UnitGround): TileFeature => ({
  type: 'Feature',
  properties: { code, kind },
  geometry: { type: 'MultiPolygon', coordinates: ringsOf(area) },
})

const outlines = (features: readonly TileFeature[]): readonly TileFeature[] =>
  features.flatMap(({ geometry, properties }) => {
    const rings =
      geometry.type === 'Polygon'
        ? geometry.coordinates
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates.flat()
          : geometry.type === 'LineString'
            ? [geometry.coordinates]
            : []
    return rings.map(
      (coordinates): TileFeature => ({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } }),
    )
  })

/** Everything the style asks for, from what everyone may see. What stands is made once and kept. */
export const createSources = (world: World) => {
  const records = createRecordTiles(world)
  const standing = standingOf(world)
  const kept = new Map<string, readonly Shape[]>()

  const activitiesOf = (subject: Subject): readonly TileFeature[] => {
    const { engine, all } = world.everyone
    const passes = createSieve(filterOf(subject), engine.register)
    return all('activity')
      .filter(({ id }) => passes(engine.register.find(id)))
      .flatMap(({ id, status, sites }) =>
        sites.flatMap((site): TileFeature[] =>
          'geometry' in site ? [{ type: 'Feature', properties: { id, status }, geometry: site.geometry }] : [],
        ),
      )
  }

  const groundsOf = async (kind: 'gap' | 'overlap', subject: Subject): Promise<readonly TileFeature[]> => {
    const { region, theme, period, organisations, statuses } = subject
    const asked = { region, theme, period, level: 'village' } as const
    const question = {
      ...asked,
      ...(organisations.length > 0 ? { organisations } : {}),
      ...(statuses.length > 0 ? { statuses } : {}),
    }
    return (await world.everyone.grounds(question, kind)).map((ground) => groundFeature(kind, ground))
  }

  return (subject: Subject, bounds: Bounds, zoom: number): Sources => {
    const asked = new Map<string, Promise<readonly Shape[]>>()
    const recorded = async (source: string, layer: string): Promise<readonly TileFeature[]> => {
      const isLines = layer.endsWith('-lines')
      if (source === 'activities') {
        const drawn = gathered(activitiesOf(subject), zoom)
        return layer === 'activities-clusters' ? drawn.clusters : isLines ? outlines(drawn.single) : drawn.single
      }
      const kind = source in GROUNDS ? GROUNDS[source as keyof typeof GROUNDS] : null
      if (kind) return isLines ? outlines(await groundsOf(kind, subject)) : groundsOf(kind, subject)
      const id = RECORDS.find((one) => one === source)
      if (!id) return []
      const filter = FILTERED.has(id) ? filterOf(subject) : {}
      return isLines ? records.lines(id, bounds, filter) : records.shapes(id, bounds, filter)
    }
    return (source, layer) => {
      const make = standing[layer]
      if (make) {
        const known = kept.get(layer) ?? shapesOf(make())
        kept.set(layer, known)
        return known
      }
      const known = asked.get(layer) ?? recorded(source, layer).then(shapesOf)
      asked.set(layer, known)
      return known
    }
  }
}
