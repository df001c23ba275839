import type { Register } from '../register.ts'
import type { LeastM } from './least_distance.ts'
import type { Sieve } from './sieve.ts'

/**
 * What a register knows of some sites but their shapes, as columns in the order of the sites. Neighbours on the ground are
 * far apart in memory: to fetch a column for all of them at once takes much less than to wait for each site in its turn.
 */
export type SiteSheet = {
  readonly site: Int32Array
  readonly slot: Int32Array
  /** Metres of the frame that the box of the site is away at least; 0 where the position may be in it. */
  readonly leastM: Float64Array
  readonly kind: Uint8Array
  /** Where its numbers begin and end. */
  readonly from: Float64Array
  readonly to: Float64Array
}

const wantedOf = (sites: readonly number[], sieve: Sieve, { columns }: Register): readonly [Int32Array, Int32Array] => {
  const { owner } = columns
  const site = new Int32Array(sites)
  const slot = new Int32Array(site.length)
  for (let place = 0; place < site.length; place += 1) slot[place] = owner[site[place]!]!
  let count = 0
  for (let place = 0; place < site.length; place += 1) {
    if (!sieve(slot[place]!)) continue
    site[count] = site[place]!
    slot[count++] = slot[place]!
  }
  return [site.subarray(0, count), slot.subarray(0, count)]
}

/** The sites of wanted activities whose boxes are no farther away than `mostM`. */
export const sheetOf = (
  sites: readonly number[],
  sieve: Sieve,
  least: LeastM,
  mostM: number,
  register: Register,
): SiteSheet => {
  const { columns, geometry } = register
  const { boxes } = columns
  const [site, slot] = wantedOf(sites, sieve, register)
  const leastM = new Float64Array(site.length)
  for (let place = 0; place < site.length; place += 1) {
    const at = 4 * site[place]!
    leastM[place] = least(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!)
  }
  let count = 0
  for (let place = 0; place < site.length; place += 1) {
    if (leastM[place]! > mostM) continue
    site[count] = site[place]!
    slot[count] = slot[place]!
    leastM[count++] = leastM[place]!
  }
  const kind = new Uint8Array(count)
  const from = new Float64Array(count)
  const to = new Float64Array(count)
  for (let place = 0; place < count; place += 1) {
    const own = site[place]!
    kind[place] = columns.kind[own]!
    from[place] = geometry.start(own)
    to[place] = geometry.end(own)
  }
  return {
    site: site.subarray(0, count),
    slot: slot.subarray(0, count),
    leastM: leastM.subarray(0, count),
    kind,
    from,
    to,
  }
}

/** By slot, where it was met last: true only if that rank is taken and has the slot, so that nobody has to clear it. */
let rankBySlot = new Int32Array(0)

/** Of the given places in a sheet one for each activity, that of its least value. */
export const leastOfEach = (
  places: Int32Array,
  { slot }: SiteSheet,
  values: Float64Array,
  slots: number,
): Int32Array => {
  if (rankBySlot.length < slots) rankBySlot = new Int32Array(2 * slots)
  const kept = new Int32Array(places.length)
  let count = 0
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index]!
    const rank = rankBySlot[slot[place]!]!
    if (rank < count && slot[kept[rank]!] === slot[place]) {
      if (values[place]! < values[kept[rank]!]!) kept[rank] = place
    } else {
      rankBySlot[slot[place]!] = count
      kept[count++] = place
    }
  }
  return kept.subarray(0, count)
}
