import type { MultiPolygon, Polygon } from 'geojson'
import type { LayerId } from '../../data/layers/layer.ts'
import type { FeatureAnswer } from '../../data/model/answers.ts'
import { doMeet } from '../area/meeting.ts'
import { boundsOf, meet } from '../bounds.ts'
import { drawnArea } from '../engine/reads/drawn_area.ts'
import { nearest, type Sieve, slotsInArea, within } from '../engine/reads/index.ts'
import { recordFeature } from '../features.ts'
import { badRequest } from '../problems.ts'
import type { World } from '../world.ts'
import { activitySieve } from './activity_sieve.ts'
import { ORGANISATION_WORDS, requireKnown, THEME_WORDS } from './asked.ts'
import { type FeaturePage, type Filters, listFeatures } from './listing.ts'

/** More than any layer holds: the page is cut after the geometry has decided. */
export const ALL = 100_000_000

/** Which activities the filters let through; an organisation counts in whatever role, as in every listing. */
const sieveFor = ({ everyone, themes }: World, filters: Filters): Sieve => {
  const { theme, period, status: statuses, verification } = filters
  const known = everyone.all('organisation')
  const organisations = (filters.organisation ?? []).map((id) => requireKnown(id, known, ORGANISATION_WORDS))
  const word = theme === undefined ? undefined : requireKnown(theme, themes, THEME_WORDS)
  return activitySieve({ theme: word, period, statuses, organisations, verification }, everyone)
}

const activityFeature = ({ everyone }: World, id: string): FeatureAnswer[] => {
  const record = everyone.find('activity', id)?.record
  return record ? [recordFeature('activities', { kind: 'activity', record })] : []
}

const refuse = (names: readonly string[], remedy: { id: string; en: string }) => {
  if (names.length === 0) return
  const listed = names.map((name) => `"${name}"`).join(', ')
  throw badRequest({
    id: `${listed} tidak berlaku di sini. ${remedy.id}`,
    en: `${listed} has no use here. ${remedy.en}`,
  })
}
const givenOf = (filters: Filters, names: readonly (keyof Filters)[]) =>
  names.filter((name) => filters[name] !== undefined)

export type Nearby = {
  readonly near: readonly [lng: number, lat: number]
  readonly withinKm?: number | undefined
  readonly nearest?: number | undefined
}

/** Activities with a site near a position, nearest first, each with `distanceKm`; what only names a place has no distance. */
export const listNear = (world: World, layer: LayerId, filters: Filters, nearby: Nearby): FeaturePage => {
  if (layer !== 'activities')
    throw badRequest({
      id: `Jarak dihitung ke lokasi kegiatan; lapisan ${layer} tidak punya lokasi. Minta /api/features/activities, atau hapus "near".`,
      en: `Distances are to the sites of activities; layer ${layer} has none. Ask /api/features/activities, or remove "near".`,
    })
  const { near, withinKm, nearest: count } = nearby
  if (withinKm === undefined && count === undefined)
    throw badRequest({
      id: '"near" membutuhkan "withinKm" atau "nearest". Tambahkan, misalnya withinKm=5 atau nearest=10.',
      en: '"near" needs "withinKm" or "nearest". Add one, such as withinKm=5 or nearest=10.',
    })
  refuse(givenOf(filters, ['bbox', 'within', 'level', 'after']), {
    id: 'Hapus, karena "near" sudah menentukan tempat dan urutannya.',
    en: 'Remove it, for "near" already says where, and in which order.',
  })
  const { engine, asOf } = world.everyone
  const sieve = sieveFor(world, filters)
  const found =
    withinKm === undefined ? nearest(...near, count!, sieve, engine) : within(...near, withinKm, sieve, engine)
  const wanted = found.ids.slice(0, count)
  const features = wanted.slice(0, filters.limit).flatMap((id, rank) =>
    activityFeature(world, id).map((feature) => ({
      ...feature,
      properties: { ...feature.properties, distanceKm: Number(found.distancesKm[rank]!.toFixed(3)) },
    })),
  )
  return { asOf: asOf(), matched: wanted.length, features, next: null }
}

const cut = (asOf: FeaturePage['asOf'], ids: readonly string[], { after = '', limit }: Filters) => {
  const left = ids.filter((id) => id > after).sort()
  const page = left.slice(0, limit)
  return { asOf, matched: ids.length, page, next: left.length > limit ? page.at(-1)! : null }
}

/** Ids of activities that share ground with a drawn area, or name a place that does, in no order. */
export const activityIdsInShape = (
  world: World,
  drawn: Polygon | MultiPolygon,
  filters: Filters,
): readonly string[] => {
  const { geography, everyone } = world
  const { engine } = everyone
  const area = drawnArea(drawn)
  const box = boundsOf([drawn])
  const isReached = (code: string): boolean => {
    const place = geography.find(code)
    const bounds = geography.boundsOf(code)
    return (
      place !== null &&
      box !== null &&
      bounds !== null &&
      meet(bounds, box) &&
      area !== null &&
      doMeet(area, place.geometry)
    )
  }
  const codes = new Set(engine.register.codes.all.filter(isReached))
  return slotsInArea(drawn, sieveFor(world, filters), engine, codes).map(engine.register.idOf)
}

const activitiesInShape = (world: World, drawn: Polygon | MultiPolygon, filters: Filters): FeaturePage => {
  const { page, ...rest } = cut(world.everyone.asOf(), activityIdsInShape(world, drawn, filters), filters)
  return { ...rest, features: page.flatMap((id) => activityFeature(world, id)) }
}

/** Features that really share ground with a drawn area; what only names places is where those are. */
export const listInShape = async (
  world: World,
  layer: LayerId,
  drawn: Polygon | MultiPolygon,
  filters: Filters,
): Promise<FeaturePage> => {
  refuse(givenOf(filters, ['bbox']), {
    id: 'Hapus, karena bentuk yang dikirim sudah menentukan tempatnya.',
    en: 'Remove it, for the shape that was sent already says where.',
  })
  if (layer === 'activities' && filters.within === undefined && filters.level === undefined)
    return activitiesInShape(world, drawn, filters)
  const area = drawnArea(drawn)!
  const bbox = boundsOf([drawn])!
  const { asOf, features } = await listFeatures(world, layer, { ...filters, bbox, after: undefined, limit: ALL })
  const geometriesOf = ({ geometry, properties }: FeatureAnswer) => {
    const codes = Array.isArray(properties.codes) ? (properties.codes as readonly string[]) : []
    const named = codes.flatMap((code) => world.geography.find(code)?.geometry ?? [])
    return geometry ? [geometry, ...named] : named
  }
  const meeting = features.filter((feature) => geometriesOf(feature).some((geometry) => doMeet(area, geometry)))
  const byId = new Map(meeting.map((feature) => [feature.properties.id, feature]))
  const { page, ...rest } = cut(asOf, [...byId.keys()], filters)
  return { ...rest, features: page.map((id) => byId.get(id)!) }
}
