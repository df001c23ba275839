import type { Position } from 'geojson'
import type { Activity, Site } from '../data/model/activity.ts'
import { type Code, levelOf } from '../data/model/codes.ts'
import { reachOfSites } from './work/reach.ts'
import type { World } from './world.ts'

/** A place of work as a table can tell it: a code, a position, or a position in a coded place. */
export type WorkPlace = { readonly code: Code | null; readonly position: Position | null }

export const nameOfWorkPlace = ({ code, position }: WorkPlace): string =>
  position ? position.slice(0, 2).join(' ') : `${code}`

const reachedBy = (site: Site, world: Pick<World, 'everyone'>): readonly Code[] => {
  const codes = reachOfSites([site], world).map(({ code }) => code)
  const villages = codes.filter((code) => levelOf(code) === 'village')
  return villages.length > 0 ? villages : codes
}

const ofSite = (site: Site, world: Pick<World, 'everyone'>): readonly WorkPlace[] => {
  if ('code' in site) return [{ code: site.code, position: null }]
  const codes = reachedBy(site, world)
  if (site.geometry.type === 'Point') return [{ code: codes[0] ?? null, position: site.geometry.coordinates }]
  return codes.map((code) => ({ code, position: null }))
}

const known = new WeakMap<readonly Site[], readonly WorkPlace[]>()

/** Each place once: codes as they were named, points where they are, lines and areas as the villages that they reach. */
export const workPlacesOf = (
  { sites }: Pick<Activity, 'sites'>,
  world: Pick<World, 'everyone'>,
): readonly WorkPlace[] => {
  // Sites of a record never change, and neither do villages: an area is laid over them once.
  const found = known.get(sites)
  if (found) return found
  const named = sites.flatMap((site) => ofSite(site, world)).map((place) => [nameOfWorkPlace(place), place] as const)
  const places = [...new Map(named).values()]
  known.set(sites, places)
  return places
}
