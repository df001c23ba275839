import type { Position } from 'geojson'
import type { Site, SiteGeometry } from '../../../data/model/activity.ts'
import { type Code, isWithin } from '../../../data/model/codes.ts'
import type { Words } from '../../../data/model/words.ts'
import type { Finding, Severity } from '../../../data/model/work.ts'
import { findCentre } from '../../engine/centre.ts'
import type { World } from '../../world.ts'
import * as words from './place_words.ts'
import { type Whereabouts, whereaboutsOf } from './whereabouts.ts'

export type Surroundings = Pick<World, 'geography' | 'context' | 'everyone'>

const found = (field: string, severity: Severity, name: string, said: Words, remedy?: Finding['remedy']): Finding => ({
  field,
  severity,
  name,
  words: said,
  ...(remedy ? { remedy } : {}),
})

const swapPosition = ([lng = 0, lat = 0]: Position): Position => [lat, lng]

/** The same shape with longitude and latitude the other way round. */
export const swapped = (geometry: SiteGeometry): SiteGeometry => {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: swapPosition(geometry.coordinates) }
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(swapPosition) }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(swapPosition)) }
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(swapPosition))),
      }
  }
}

const villagesOf = (geometry: SiteGeometry, { everyone }: Surroundings): readonly Code[] => {
  const reached = everyone.engine.wouldReach(geometry)
  return typeof reached === 'string' ? [] : reached.map(({ code }) => code)
}

/** Turned around it would lie in one of our villages, or in our waters. */
export const swapOf = (field: string, geometry: SiteGeometry, around: Surroundings): Finding | null => {
  const turned = swapped(geometry)
  const [village] = villagesOf(turned, around)
  const centre = findCentre(turned)
  const where = village === undefined && centre ? whereaboutsOf(centre, around) : null
  const name = village
    ? around.geography.nameOf(village)
    : where?.kind === 'waters'
      ? around.geography.nameOf(where.place.code)
      : null
  if (name === null) return null
  return found(field, 'error', 'swapped', words.swappedInto(name), { words: words.SWAP_THEM, value: turned })
}

const outsideOf = (field: string, where: Whereabouts, region: Code | null, around: Surroundings): Finding[] => {
  const { nameOf } = around.geography
  switch (where.kind) {
    case 'sea':
      return [found(field, 'error', 'sea', words.AT_SEA)]
    case 'elsewhere':
      return [found(field, 'error', 'outside', words.onOtherLand(where.name))]
    case 'edge':
      return [found(field, 'warning', 'outside', words.atTheEdge(where.place.name, where.awayKm))]
    case 'waters': {
      const { place, regency, awayKm } = where
      const isOther = region !== null && !isWithin(regency, region)
      const value = { code: place.code }
      return [
        found(field.replace(/\.geometry$/, ''), 'warning', 'sea', words.inWaters(place.name, awayKm, nameOf(regency)), {
          words: words.takeInstead(place.name),
          value,
        }),
        ...(isOther
          ? [found(field, 'warning', 'outside', words.otherRegency(place.name, nameOf(regency), nameOf(region)))]
          : []),
      ]
    }
  }
}

const inRegion = (field: string, codes: readonly Code[], region: Code | null, around: Surroundings): Finding[] => {
  const [first] = codes
  if (first === undefined || region === null || codes.some((code) => isWithin(code, region))) return []
  const { nameOf } = around.geography
  const regency = first.split('.').slice(0, 2).join('.')
  return [found(field, 'warning', 'outside', words.otherRegency(nameOf(first), nameOf(regency), nameOf(region)))]
}

/** What is odd about where a site lies, for somebody whose organisation works in a region; null knows no region. */
export const placeOf = (site: Site, index: number, region: Code | null, around: Surroundings): Finding[] => {
  if ('code' in site) return inRegion(`sites.${index}`, [site.code], region, around)
  const field = `sites.${index}.geometry`
  const codes = villagesOf(site.geometry, around)
  if (codes.length > 0) return inRegion(field, codes, region, around)
  const turned = swapOf(field, site.geometry, around)
  if (turned) return [turned]
  const centre = findCentre(site.geometry)
  return centre ? outsideOf(field, whereaboutsOf(centre, around), region, around) : []
}
