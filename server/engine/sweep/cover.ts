import { grown } from '../arena.ts'
import type { Polygons } from './polygons.ts'

/**
 * What covers a place, year by year as bits: anybody (served), at least two different organisations (overlap), and each
 * organisation (present). A stack: rows of windows inside windows, so that a layer covering a window is counted once.
 */
export type Cover = {
  organisations: number
  served: Int32Array
  overlap: Int32Array
  present: Int32Array
}

export const createCover = (): Cover => ({
  organisations: 0,
  served: new Int32Array(64),
  overlap: new Int32Array(64),
  present: new Int32Array(1024),
})

/** Row 0 is bare ground. */
export const clearCover = (cover: Cover, organisations: number): void => {
  cover.organisations = organisations
  cover.present = grown(cover.present, organisations)
  cover.present.fill(0, 0, organisations)
  cover.served[0] = 0
  cover.overlap[0] = 0
}

/** Row to begins as row from. */
export const copyCover = (cover: Cover, from: number, to: number): void => {
  const { organisations } = cover
  cover.served = grown(cover.served, to + 1)
  cover.overlap = grown(cover.overlap, to + 1)
  cover.present = grown(cover.present, (to + 1) * organisations)
  cover.served[to] = cover.served[from]!
  cover.overlap[to] = cover.overlap[from]!
  const { present } = cover
  for (let at = 0; at < organisations; at++) present[to * organisations + at] = present[from * organisations + at]!
}

/** An organisation that comes where somebody is already makes an overlap, also when both come with one joint activity. */
export const addCover = (cover: Cover, row: number, polygons: Polygons, layer: number): void => {
  const { served, overlap, present, organisations } = cover
  const years = polygons.years[layer]!
  for (let at = polygons.organisationFrom[layer]!; at < polygons.organisationFrom[layer + 1]!; at++) {
    const mine = row * organisations + polygons.organisation[at]!
    const fresh = years & ~present[mine]!
    overlap[row] = overlap[row]! | (served[row]! & fresh)
    served[row] = served[row]! | fresh
    present[mine] = present[mine]! | fresh
  }
}

/** Row to, where a layer was added to what row from has, without it and all the others. */
export const resetCover = (cover: Cover, from: number, to: number, polygons: Polygons, layer: number): void => {
  const { served, overlap, present, organisations } = cover
  served[to] = served[from]!
  overlap[to] = overlap[from]!
  for (let at = polygons.organisationFrom[layer]!; at < polygons.organisationFrom[layer + 1]!; at++) {
    const organisation = polygons.organisation[at]!
    present[to * organisations + organisation] = present[from * organisations + organisation]!
  }
}

/** Whether a layer would still change what covers the place, in years other than the settled ones. */
export const addsCover = (cover: Cover, row: number, polygons: Polygons, layer: number, settled: number): boolean => {
  const years = polygons.years[layer]! & ~settled
  for (let at = polygons.organisationFrom[layer]!; at < polygons.organisationFrom[layer + 1]!; at++)
    if ((years & ~cover.present[row * cover.organisations + polygons.organisation[at]!]!) !== 0) return true
  return false
}
