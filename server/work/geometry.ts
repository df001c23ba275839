import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { Site, SiteGeometry } from '../../data/model/activity.ts'
import type { AnyRecord, Kind } from '../../data/model/record.ts'
import type { Words } from '../../data/model/words.ts'
import { readDrawn } from '../area/drawn.ts'
import { snap } from '../engine/grid.ts'
import { badRequest, Refusal } from '../problems.ts'
import type { World } from '../world.ts'
import { fault, refuseFor } from './faults.ts'
import type { Given } from './form.ts'

type Geometries = Pick<World, 'geometry'>
type Taken<G> = { readonly geometry: G; readonly note: Words | null }

const NO_SITE: Words = {
  id: 'Satu lokasi adalah satu titik, garis, atau area. Bagi bentuk ini menjadi beberapa lokasi.',
  en: 'One site is one point, line or area. Divide this shape into several sites.',
}
const NO_AREA: Words = {
  id: 'Wilayah ini harus berupa area. Gambar Polygon atau MultiPolygon.',
  en: 'This place must be an area. Draw a Polygon or MultiPolygon.',
}

const isSite = (geometry: Geometry): geometry is SiteGeometry =>
  ['Point', 'LineString', 'Polygon', 'MultiPolygon'].includes(geometry.type)
const isArea = (geometry: Geometry): geometry is Polygon | MultiPolygon =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'

const onGrid = ([lng = 0, lat = 0]: Position): Position => [snap(lng), snap(lat)]

/** Type and positions, nothing else: two numbers each, of seven decimals. */
const plainly = (geometry: SiteGeometry): SiteGeometry => {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: onGrid(geometry.coordinates) }
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(onGrid) }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(onGrid)) }
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(onGrid))),
      }
  }
}

/** A shape that may be kept: on the grid, mended where its boundary was at fault. Refuses in words what cannot be used. */
export const takeShape = async (value: unknown, { geometry }: Geometries): Promise<Taken<SiteGeometry>> => {
  const drawn = readDrawn(value)
  if (!isSite(drawn)) throw badRequest(NO_SITE)
  const plain = plainly(drawn)
  if (!isArea(plain)) return { geometry: plain, note: null }
  const { usable, words, mended } = await geometry.inspect(plain)
  if (!usable && words) throw badRequest(words)
  return mended ? { geometry: mended, note: words } : { geometry: plain, note: null }
}

export const takeArea = async (value: unknown, world: Geometries): Promise<Taken<Polygon | MultiPolygon>> => {
  const { geometry, note } = await takeShape(value, world)
  if (!isArea(geometry)) throw badRequest(NO_AREA)
  return { geometry, note }
}

/** The refusal of a shape, told by its field; what is no fault of the shape (a busy server) goes on as it is. */
const inField = async <T>(field: string, taking: Promise<T>): Promise<T> => {
  try {
    return await taking
  } catch (error) {
    if (error instanceof Refusal && error.problem === 'bad-request')
      throw refuseFor([fault(field, 'geometry', error.detail)])
    throw error
  }
}

const takeSite = async (site: Site, index: number, world: Geometries) => {
  if ('code' in site) return { site: { code: site.code }, note: null }
  const { geometry, note } = await inField(`sites.${index}.geometry`, takeShape(site.geometry, world))
  return { site: { ...site, geometry }, note }
}

const noted = <T>(given: T, notes: readonly (Words | null)[]) => ({
  given,
  notes: notes.filter((note) => note !== null),
})

/** The record with every shape in it ready to be kept, and what was mended in words. */
export const takeShapes = async <K extends Kind>(kind: K, given: Given<K>, world: Geometries) => {
  const entry = { kind, record: given } as unknown as AnyRecord
  if (entry.kind === 'activity') {
    const taken = []
    for (const [index, site] of entry.record.sites.entries()) taken.push(await takeSite(site, index, world))
    const sites = taken.map(({ site }) => site)
    return noted(
      { ...given, sites },
      taken.map(({ note }) => note),
    )
  }
  if (entry.kind === 'target' && 'geometry' in entry.record.area) {
    const { geometry, note } = await inField('area.geometry', takeArea(entry.record.area.geometry, world))
    return noted({ ...given, area: { geometry } }, [note])
  }
  if (entry.kind === 'zone' || entry.kind === 'authority') {
    const { geometry, note } = await inField('geometry', takeArea(entry.record.geometry, world))
    return noted({ ...given, geometry }, [note])
  }
  return noted(given, [])
}
