import { grown } from '../arena.ts'
import type { Register } from '../register.ts'
import type { SeenBox, SiteIndex, UnitBox } from '../site_index.ts'
import type { Holding } from './holding.ts'
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

/** The sites in the boxes that are no farther away than `mostM` by their own. */
const takeNear = (boxes: readonly UnitBox[], { eachInBox }: SiteIndex, least: LeastM, mostM: number): void => {
  let { site, leastM } = sheet
  let count = 0
  const take: SeenBox = (own, west, south, east, north) => {
    const ownM = least(west, south, east, north)
    if (ownM > mostM) return
    if (count === site.length) {
      makeRoom(count + 1)
      site = sheet.site
      leastM = sheet.leastM
    }
    site[count] = own
    leastM[count++] = ownM
  }
  for (const box of boxes) eachInBox(box, take)
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

/** The drawn sites of wanted activities that meet one of the boxes and by their own are no farther away than `mostM`. */
export const sheetOf = (
  boxes: readonly UnitBox[],
  sieve: Sieve,
  least: LeastM,
  mostM: number,
  { sites, register }: Holding,
): SiteSheet => {
  takeNear(boxes, sites, least, mostM)
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
