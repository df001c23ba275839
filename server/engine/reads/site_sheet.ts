import { grown } from '../arena.ts'
import type { Register } from '../register.ts'
import type { LeastM } from './least_distance.ts'
import { everything, type Sieve } from './sieve.ts'

const emptySheet = () => ({
  count: 0,
  site: new Int32Array(0),
  slot: new Int32Array(0),
  /** Metres of the frame that the box of the site is away at least; 0 where the position may be in it. */
  leastM: new Float64Array(0),
  kind: new Uint8Array(0),
  /** Where its numbers begin and end, and the first of them: of an area how many rings it has. */
  from: new Int32Array(0),
  to: new Int32Array(0),
  head: new Int32Array(0),
  /** What is measured of it: metres in the frame, infinitely many where it is not or is too far, and the point, lng, lat. */
  awayM: new Float64Array(0),
  points: new Float64Array(0),
})

/**
 * Some sites as columns, `count` long. Neighbours on the ground are far apart in memory: to fetch a column for all of them
 * at once takes much less than to wait for each site in its turn. There is but one sheet, good until the next is filled.
 */
export type SiteSheet = ReturnType<typeof emptySheet>
const sheet = emptySheet()

const makeRoom = (count: number): void => {
  if (sheet.site.length >= count) return
  sheet.site = grown(sheet.site, count)
  sheet.slot = grown(sheet.slot, count)
  sheet.leastM = grown(sheet.leastM, count)
  sheet.kind = grown(sheet.kind, count)
  sheet.from = grown(sheet.from, count)
  sheet.to = grown(sheet.to, count)
  sheet.head = grown(sheet.head, count)
  sheet.awayM = grown(sheet.awayM, count)
  sheet.points = grown(sheet.points, 2 * count)
}

/** Goes on from `count`. */
const takeNear = (sites: readonly number[], least: LeastM, mostM: number, { columns }: Register): void => {
  const { boxes } = columns
  const { site, leastM } = sheet
  let { count } = sheet
  for (let index = 0; index < sites.length; index += 1) {
    const own = sites[index]!
    const at = 4 * own
    const ownM = least(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!)
    site[count] = own
    leastM[count] = ownM
    if (ownM <= mostM) count += 1
  }
  sheet.count = count
}

const leaveUnwanted = (sieve: Sieve, { columns }: Register): void => {
  const { owner } = columns
  const { site, slot, leastM } = sheet
  for (let place = 0; place < sheet.count; place += 1) slot[place] = owner[site[place]!]!
  if (sieve === everything) return
  let count = 0
  for (let place = 0; place < sheet.count; place += 1) {
    if (!sieve(slot[place]!)) continue
    site[count] = site[place]!
    slot[count] = slot[place]!
    leastM[count++] = leastM[place]!
  }
  sheet.count = count
}

const lookUp = ({ columns, geometry }: Register): void => {
  const { site, kind, from, to, head } = sheet
  const kinds = columns.kind
  const numbers = geometry.numbers()
  for (let place = 0; place < sheet.count; place += 1) {
    const own = site[place]!
    kind[place] = kinds[own]!
    from[place] = geometry.start(own)
    to[place] = geometry.end(own)
  }
  for (let place = 0; place < sheet.count; place += 1) head[place] = numbers[from[place]!]!
}

/** The sites of wanted activities whose boxes are no farther away than `mostM`. */
export const sheetOf = (
  found: readonly (readonly number[])[],
  sieve: Sieve,
  least: LeastM,
  mostM: number,
  register: Register,
): SiteSheet => {
  makeRoom(found.reduce((sum, sites) => sum + sites.length, 0))
  sheet.count = 0
  for (const sites of found) takeNear(sites, least, mostM, register)
  leaveUnwanted(sieve, register)
  lookUp(register)
  sheet.awayM.fill(Infinity, 0, sheet.count)
  return sheet
}

/** By slot, where it was met last: true only if that rank is taken and has the slot, so that nobody has to clear it. */
let rankBySlot = new Int32Array(0)
let kept = new Int32Array(0)

/** The measured places of a sheet that are no farther away than `mostM`: one for each activity, the nearest; good until asked again. */
export const nearestOfEach = (
  { count, slot, awayM }: SiteSheet,
  mostM: number,
  { slotCount }: Register,
): Int32Array => {
  rankBySlot = grown(rankBySlot, slotCount())
  kept = grown(kept, count)
  let found = 0
  for (let place = 0; place < count; place += 1) {
    if (awayM[place]! > mostM || awayM[place] === Infinity) continue
    const rank = rankBySlot[slot[place]!]!
    if (rank < found && slot[kept[rank]!] === slot[place]) {
      if (awayM[place]! < awayM[kept[rank]!]!) kept[rank] = place
    } else {
      rankBySlot[slot[place]!] = found
      kept[found++] = place
    }
  }
  return kept.subarray(0, found)
}
