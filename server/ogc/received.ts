import type { Geometry } from 'geojson'
import { layerOf } from '../../data/layers/index.ts'
import type { Activity } from '../../data/model/activity.ts'
import { isObject, readDrawn } from '../area/drawn.ts'
import { gather, partsOf } from '../features.ts'
import { nearMatches } from '../near.ts'
import { badRequest, quote } from '../problems.ts'

/** The properties of an activity that a client may write; the others are the server's, and are left aside where they are sent. */
export const RECEIVABLE: readonly string[] = [
  'title',
  'themes',
  'organisations',
  'status',
  'start',
  'end',
  'budgetIdr',
  'beneficiaries',
  'codes',
]

export type Received = {
  /** Undefined where the body says nothing of it, null where it takes it away. */
  readonly geometry: unknown
  readonly properties: Readonly<Record<string, unknown>>
}

const NO_FEATURE = {
  id: 'Kirim satu Feature GeoJSON: {"type":"Feature","geometry":{...},"properties":{...}}.',
  en: 'Send one GeoJSON Feature: {"type":"Feature","geometry":{...},"properties":{...}}.',
}

const KNOWN: readonly string[] = [...layerOf('activities').fields.map(({ name }) => name), 'layer']

/** The body of a write; a patch may leave out all but what it changes. */
export const readFeature = (body: unknown, isPatch: boolean): Received => {
  if (!isObject(body)) throw badRequest(NO_FEATURE)
  const { type, geometry, properties = isPatch ? {} : undefined } = body
  const isFeature = type === 'Feature' || (isPatch && type === undefined)
  if (!isFeature || !isObject(properties)) throw badRequest(NO_FEATURE)
  const strange = Object.keys(properties).find((name) => !KNOWN.includes(name))
  if (strange !== undefined) {
    const near = nearMatches(strange, RECEIVABLE, 1)[0]
    throw badRequest({
      id: `Properti ${quote(strange)} tidak ada pada kegiatan. ${near ? `Maksud Anda ${quote(near)}?` : `Yang dapat diisi: ${RECEIVABLE.join(', ')}.`}`,
      en: `An activity has no property ${quote(strange)}. ${near ? `Did you mean ${quote(near)}?` : `These can be written: ${RECEIVABLE.join(', ')}.`}`,
    })
  }
  return { geometry, properties }
}

const partsIn = (geometry: unknown): readonly unknown[] => {
  if (!isObject(geometry)) return [geometry]
  const { type, geometries } = geometry
  if (type === 'GeometryCollection' && Array.isArray(geometries)) return geometries.flatMap(partsIn)
  return type === 'MultiPoint' || type === 'MultiLineString' ? partsOf(readDrawn(geometry)) : [geometry]
}

/** A site for each place and part, areas in one: what a client holds as one geometry are the places of one activity. */
const sitesOf = (geometry: unknown, codes: unknown): unknown[] => [
  ...(geometry === null || geometry === undefined ? [] : partsIn(geometry).map((part) => ({ geometry: part }))),
  ...(Array.isArray(codes) ? codes.map((code) => ({ code })) : []),
]

type Whose = {
  readonly before: Activity | null
  /** The same as everyone sees it, perhaps on a coarse grid; null where nobody else does. */
  readonly shown: Activity | null
  /** The organisation that a new activity without any is of. */
  readonly organisation: string | null
  /** Where a new record comes from. */
  readonly source: string
  readonly today: string
}

const rolesOf = (ids: unknown, { before, organisation }: Whose): unknown => {
  if (ids === undefined || ids === null) return organisation === null ? [] : [{ id: organisation, role: 'implementer' }]
  if (!Array.isArray(ids)) return ids
  const known = before?.organisations ?? []
  return ids.flatMap((id) => {
    const held = known.filter((one) => one.id === id)
    return held.length > 0 ? held : [{ id, role: 'implementer' }]
  })
}

const codesOf = ({ sites }: Activity): readonly string[] => [
  ...new Set(sites.flatMap((site) => ('code' in site ? [site.code] : []))),
]
const geometryOf = ({ sites }: Activity): Geometry | null =>
  gather(sites.flatMap((site) => ('geometry' in site ? [site.geometry] : [])))

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** A place that comes back as it was read is no change: its names stay, and no coarse place takes that of the exact one. */
const placesOf = (
  { geometry, properties }: Received,
  isPatch: boolean,
  { before, shown }: Whose,
): readonly unknown[] => {
  const [keepsGeometry, keepsCodes] = [isPatch && geometry === undefined, isPatch && properties.codes === undefined]
  if (!before) return sitesOf(geometry, properties.codes)
  const isUnmoved = keepsGeometry || [before, shown].some((one) => one && isSame(geometry, geometryOf(one)))
  const isUnnamed = keepsCodes || isSame(properties.codes ?? [], codesOf(before))
  if (isUnmoved && isUnnamed) return before.sites
  return sitesOf(isUnmoved ? geometryOf(before) : geometry, isUnnamed ? codesOf(before) : properties.codes)
}

const asProperties = (before: Activity): Readonly<Record<string, unknown>> => ({
  ...before,
  organisations: [...new Set(before.organisations.map(({ id }) => id))],
  start: before.period.start,
  end: before.period.end,
})

const present = (properties: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (properties[name] == null ? [] : [[name, properties[name]]])))

/**
 * The activity that a write asks for, to be judged like any other save. What a client cannot write stays as it was: source,
 * visibility, photos, the roles of organisations that were named already, the names of sites that have not moved.
 */
export const activityFrom = (received: Received, isPatch: boolean, whose: Whose): Readonly<Record<string, unknown>> => {
  const { before, source, today } = whose
  const properties = isPatch && before ? { ...asProperties(before), ...received.properties } : received.properties
  const { start, end = null } = properties
  const { budgetIdr: _, beneficiaries: __, ...kept }: Partial<Activity> = before ?? {}
  return {
    visibility: 'public',
    source: { text: source },
    ...kept,
    ...present(properties, ['title', 'themes', 'status', 'budgetIdr', 'beneficiaries']),
    organisations: rolesOf(properties.organisations, whose),
    period: { start, end },
    sites: placesOf(received, isPatch, whose),
    confirmed: today,
  }
}
