import type { Site } from '../model/activity.ts'
import type { Code } from '../model/codes.ts'
import type { Ground, SamplePlace } from './ground.ts'
import type { Partner } from './partners.ts'
import type { Random } from './random.ts'
import { blobAt, corridorThrough, pointNear, polygonOf } from './shapes.ts'

/** For one theme: the villages with a target, and those where some partner already works. */
export type Demand = { readonly asked: ReadonlySet<Code>; readonly taken: ReadonlySet<Code> }
export type Choice = {
  readonly sites: readonly Site[]
  readonly heart: SamplePlace
  /** The villages the sites are meant for. */
  readonly villages: readonly SamplePlace[]
}

/** Villages a partner knows around its base, and around the place it chose to work in. */
const TERRITORY = 24
const NEIGHBOURS = 26
/** Where no department asks for it a partner works less often, and where another already works. */
const UNASKED = 0.6
const TAKEN = 0.35
/** When its own surroundings are served, a partner goes further this often. */
const ROAMING = 0.8
const ON_LAND: readonly string[] = ['restoration', 'agroforestry', 'forest_protection', 'social_forestry']

/**
 * Where one activity takes place: near the partner's base and, as far as there are any, in villages with a target that nobody serves.
 * Most are lists of villages or points in them; some are areas, some a road or stream through them.
 */
export const chooseSites = (
  partner: Pick<Partner, 'base' | 'field'>,
  theme: string,
  { asked, taken }: Demand,
  ground: Ground,
  random: Random,
): Choice => {
  const territory = ground.nearest(partner.base, partner.field, TERRITORY)
  const isOpen = ({ code }: SamplePlace) => asked.has(code) && !taken.has(code)
  const roams = random.chance(ROAMING)
  const open = territory.filter(isOpen)
  const further = () => (roams ? ground.nearest(partner.base, partner.field.filter(isOpen), 1) : [])
  const wished = open.length > 0 ? open : further()
  const heart = random.pick(wished.length > 0 ? wished : territory)
  const around = ground.nearest(heart, partner.field, NEIGHBOURS)
  const likely = ({ code }: SamplePlace) => (asked.has(code) ? 1 : UNASKED) * (taken.has(code) ? TAKEN : 1)
  const chosen = around.filter((place) => random.chance(likely(place)) || place === heart)
  const shape = random.next()
  if (ON_LAND.includes(theme) || shape < 0.1) {
    const blobs = chosen
      .slice(0, random.whole(1, 2))
      .map(({ position }) => blobAt(position, random.between(1.6, 4.6), random))
    return { heart, villages: chosen.slice(0, 1), sites: blobs.map((blob): Site => ({ geometry: polygonOf(blob) })) }
  }
  if (shape < 0.66) {
    const villages = chosen.slice(0, random.whole(7, 20))
    return { heart, villages, sites: villages.map(({ code }): Site => ({ code })) }
  }
  if (shape < 0.72) {
    const villages = chosen.slice(0, random.whole(3, 5))
    const stops = villages.map(({ position }) => position)
    const geometry = stops.length > 1 ? corridorThrough(stops, random) : pointNear(heart.position, 0.7, random)
    return { heart, villages, sites: [{ geometry }] }
  }
  const villages = random.sample(chosen.slice(0, 14), random.whole(3, 10))
  const sites = villages.map(({ position, name }): Site => ({ geometry: pointNear(position, 0.7, random), name }))
  return { heart, villages, sites }
}
