import Flatbush from 'flatbush'
import type { Code } from '../../data/model/codes.ts'
import type { Cell } from './cell.ts'
import { toUnits, UNITS_PER_DEGREE } from './grid.ts'
import { type Box, lengthM } from './locate.ts'
import { AREA, CODE, LINE, POINT, unitsOfPacked } from './packed.ts'
import type { Register } from './register.ts'
import { type Shape, shapeOfPoint, shapeOfUnits } from './shape.ts'

/** West, south, east, north in units of 1e-7 degree. */
export type UnitBox = readonly [west: number, south: number, east: number, north: number]

export const unitBoxOf = ([west, south, east, north]: Box): UnitBox => [
  Math.floor(west * UNITS_PER_DEGREE),
  Math.floor(south * UNITS_PER_DEGREE),
  Math.ceil(east * UNITS_PER_DEGREE),
  Math.ceil(north * UNITS_PER_DEGREE),
]

export type SeenBox = (site: number, west: number, south: number, east: number, north: number) => void

/** Which sites may be where. What came since the tree was built is looked through one by one, so it is built again in time. */
export type SiteIndex = {
  add(site: number): void
  remove(site: number): void
  /** Sites that are drawn and whose box meets the given one; in no order. */
  inBox(box: UnitBox): number[]
  /** Hands over the same sites, each with its box, which lies beside those of its neighbours. */
  eachInBox(box: UnitBox, visit: SeenBox): void
  /** Sites that may reach a cell: by their box, or by a code. */
  mayMeet(cell: Cell): number[]
  placeOf(site: number): Shape | Code
}

const MOST_FRESH = 2048
const FRESH_SHARE = 0.1

export const createSiteIndex = (register: Register): SiteIndex => {
  let tree: Flatbush | null = null
  /** By place in the tree: the site, or -1 once it is removed, so that a slot used again is not found by its old box. */
  let treeSites = new Int32Array(0)
  /** By site: its place in the tree, or -1. */
  let treePlaces = new Int32Array(0)
  let fresh: number[] = []
  const coded = new Set<number>()
  let isStale = true

  const build = (): void => {
    const { columns } = register
    const count = register.siteCount()
    const drawn: number[] = []
    coded.clear()
    for (let site = 0; site < count; site += 1) {
      if (columns.owner[site]! < 0) continue
      if (columns.kind[site] === CODE) coded.add(site)
      else drawn.push(site)
    }
    treeSites = Int32Array.from(drawn)
    treePlaces = new Int32Array(count).fill(-1)
    tree = null
    if (drawn.length > 0) {
      tree = new Flatbush(drawn.length, 16, Int32Array)
      const { boxes } = columns
      for (const site of drawn)
        treePlaces[site] = tree.add(boxes[4 * site]!, boxes[4 * site + 1]!, boxes[4 * site + 2]!, boxes[4 * site + 3]!)
      tree.finish()
    }
    fresh = []
    isStale = false
  }

  const current = (): void => {
    if (isStale || fresh.length > Math.max(MOST_FRESH, FRESH_SHARE * treeSites.length)) build()
  }

  /** Places in the tree become sites, in the same list. */
  const toSites = (found: number[]): void => {
    let count = 0
    for (const place of found) {
      const site = treeSites[place]!
      if (site >= 0) found[count++] = site
    }
    found.length = count
  }

  const eachFreshInBox = ([west, south, east, north]: UnitBox, visit: SeenBox): void => {
    const { boxes } = register.columns
    for (const site of fresh) {
      const [x0, y0, x1, y1] = [boxes[4 * site]!, boxes[4 * site + 1]!, boxes[4 * site + 2]!, boxes[4 * site + 3]!]
      if (x0 <= east && x1 >= west && y0 <= north && y1 >= south) visit(site, x0, y0, x1, y1)
    }
  }

  const inBox = (box: UnitBox): number[] => {
    current()
    const found = tree?.search(...box) ?? []
    toSites(found)
    eachFreshInBox(box, (site) => void found.push(site))
    return found
  }

  const eachInBox = (box: UnitBox, visit: SeenBox): void => {
    current()
    const sites = treeSites
    tree?.search(...box, (place, west, south, east, north) => {
      const site = sites[place]!
      if (site >= 0) visit(site, west, south, east, north)
      return false
    })
    eachFreshInBox(box, visit)
  }

  const placeOf = (site: number): Shape | Code => {
    const numbers = register.geometry.numbers()
    const start = register.geometry.start(site)
    const degrees = () =>
      Float64Array.from(numbers.subarray(start, register.geometry.end(site)), (n) => n / UNITS_PER_DEGREE)
    switch (register.columns.kind[site]) {
      case POINT:
        return shapeOfPoint([...degrees()])
      case LINE: {
        const path = degrees()
        return { kind: 'line', degrees: path, lengthM: lengthM(path), box: boxOfSite(site) }
      }
      case AREA:
        return shapeOfUnits(unitsOfPacked(numbers, start))
      default:
        return register.codes.at(numbers[start]!)
    }
  }
  const boxOfSite = (site: number): Box => {
    const { boxes } = register.columns
    const side = (index: number) => boxes[4 * site + index]! / UNITS_PER_DEGREE
    return [side(0), side(1), side(2), side(3)]
  }

  return {
    add(site) {
      if (register.columns.kind[site] === CODE) coded.add(site)
      else if (!isStale) fresh.push(site)
    },
    remove(site) {
      coded.delete(site)
      if (isStale) return
      const place = treePlaces[site] ?? -1
      if (place < 0) fresh = fresh.filter((one) => one !== site)
      else {
        treeSites[place] = -1
        treePlaces[site] = -1
      }
    },
    inBox,
    eachInBox,
    mayMeet: (cell) => {
      const [west, south, east, north] = cell.shape.box.map(toUnits) as unknown as UnitBox
      // A unit more on each side: boxes are rounded.
      return [...inBox([west - 1, south - 1, east + 1, north + 1]), ...coded].filter(
        (site) => register.columns.owner[site]! >= 0,
      )
    },
    placeOf,
  }
}
