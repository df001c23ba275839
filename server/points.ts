import { type Code, isWithin, levelOf } from '../data/model/codes.ts'
import type { PointsAnswer } from '../data/model/points.ts'
import { createLists, createWords } from './engine/interned.ts'
import { CODE } from './engine/packed.ts'
import { type ActivityFilter, createSieve } from './tiles/sieve.ts'
import type { World } from './world.ts'

type Columns<T> = { readonly [K in keyof T]: T[K] extends readonly (infer V)[] ? V[] : never }

const DAY_MS = 86_400_000
/** Register units in a millionth of a degree. */
const UNITS = 10

const dayOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS)

/** Villages where there are any: an island lies in one, and would name the same ground twice. */
const namedPlaces = (codes: readonly Code[]): readonly Code[] => {
  const villages = codes.filter((code) => levelOf(code) === 'village')
  return villages.length > 0 ? villages : codes
}

/**
 * What everyone may know of the activities of a region, and where: from the register that their tiles are cut from, so that
 * what is shown coarsely or not at all is so here. A site counts where it reaches the region; one that names a place by its
 * code alone is drawn nowhere.
 */
export const pointsIn = (
  { everyone, geography }: World,
  region: Code,
  filter: ActivityFilter,
): Omit<PointsAnswer, 'theme'> => {
  const { engine } = everyone
  const { register } = engine
  const { columns, sitesOf } = register
  const passes = createSieve(filter, register)
  const activities: Columns<PointsAnswer['activities']> = { id: [], start: [], end: [], status: [], organisations: [] }
  const sites: Columns<PointsAnswer['sites']> = { activity: [], lng: [], lat: [], reached: [] }
  const organisations = createLists()
  const organisationIds = createWords()
  const reached = createLists()
  const places = createWords()
  const numbers = sitesOf.numbers()

  const addSite = (site: number, row: number, codes: readonly Code[]): void => {
    const [west, south, east, north] = columns.boxes.subarray(4 * site, 4 * site + 4)
    sites.activity.push(row)
    sites.lng.push(Math.round((west! + east!) / 2 / UNITS))
    sites.lat.push(Math.round((south! + north!) / 2 / UNITS))
    sites.reached.push(reached.numberOf(namedPlaces(codes).map(places.numberOf)))
  }

  const addActivity = (slot: number): void => {
    const id = register.idOf(slot)
    const { period } = everyone.find('activity', id)!.record
    const ids = register.implementersOf(slot).map(register.organisations.at)
    activities.id.push(id)
    activities.start.push(dayOf(period.start))
    activities.end.push(period.end === null ? null : dayOf(period.end))
    activities.status.push(columns.status[slot]!)
    activities.organisations.push(organisations.numberOf(ids.map(organisationIds.numberOf)))
  }

  for (const slot of [...register.slots()].sort((a, b) => a - b)) {
    if (!passes(slot)) continue
    const row = activities.id.length
    let isHere = false
    for (let at = sitesOf.start(slot); at < sitesOf.end(slot); at += 1) {
      const site = numbers[at]!
      const codes = engine.reachedBySite(site).filter((code) => isWithin(code, region))
      if (codes.length === 0) continue
      isHere = true
      if (columns.kind[site] !== CODE) addSite(site, row, codes)
    }
    if (isHere) addActivity(slot)
  }

  return {
    asOf: everyone.asOf(),
    region,
    activities,
    sites,
    organisations: organisations.all.map((list) => list.map(organisationIds.at)),
    reached: reached.all,
    places: places.all.map((code) => ({ code, name: geography.nameOf(code) })),
  }
}
