import { grown } from '../arena.ts'

/** The polygons of one question in the order they came: first the areas of the mask, by group, then the layers. */
export type Polygons = {
  count: number
  /** Of an area of the mask; NO_GROUP for a layer. */
  group: Int32Array
  years: Int32Array
  /** Where its organisations begin; they end where the next polygon's begin. */
  organisationFrom: Int32Array
  /** As numbered in this question, 0 to organisationCount - 1. */
  organisation: Int32Array
  organisationCount: number
  /** The caller's number of each, and back. */
  organisationId: Int32Array
  numberOf: Int32Array
}

export const NO_GROUP = -1
const UNNUMBERED = -1
/** Beyond this the way back from a caller's number would be a table of 64 MB. */
const MOST_ORGANISATIONS = 1 << 24

export const createPolygons = (): Polygons => ({
  count: 0,
  group: new Int32Array(64),
  years: new Int32Array(64),
  organisationFrom: new Int32Array(65),
  organisation: new Int32Array(64),
  organisationCount: 0,
  organisationId: new Int32Array(64),
  numberOf: new Int32Array(1024).fill(UNNUMBERED),
})

export const clearPolygons = (all: Polygons): void => {
  for (let at = 0; at < all.organisationCount; at++) all.numberOf[all.organisationId[at]!] = UNNUMBERED
  all.organisationCount = 0
  all.count = 0
}

const numberFor = (all: Polygons, id: number): number => {
  if (!(id >= 0 && id < MOST_ORGANISATIONS && Number.isInteger(id)))
    throw new RangeError(
      `Organisation ${id}: give each organisation a whole number from 0 to ${MOST_ORGANISATIONS - 1}.`,
    )
  if (id >= all.numberOf.length) {
    const known = all.numberOf.length
    all.numberOf = grown(all.numberOf, id + 1).fill(UNNUMBERED, known)
  }
  const known = all.numberOf[id]!
  if (known !== UNNUMBERED) return known
  const number = all.organisationCount++
  all.organisationId = grown(all.organisationId, number + 1)
  all.organisationId[number] = id
  all.numberOf[id] = number
  return number
}

export const addPolygon = (all: Polygons, group: number, organisations: readonly number[], years: number): number => {
  if (group === NO_GROUP && organisations.length === 0)
    throw new RangeError('A layer without organisations: name at least one that works there.')
  const polygon = all.count
  all.group = grown(all.group, polygon + 1)
  all.years = grown(all.years, polygon + 1)
  all.organisationFrom = grown(all.organisationFrom, polygon + 2)
  const from = polygon === 0 ? 0 : all.organisationFrom[polygon]!
  all.organisation = grown(all.organisation, from + organisations.length)
  for (let at = 0; at < organisations.length; at++) all.organisation[from + at] = numberFor(all, organisations[at]!)
  all.group[polygon] = group
  all.years[polygon] = years
  all.organisationFrom[polygon] = from
  all.organisationFrom[polygon + 1] = from + organisations.length
  all.count = polygon + 1
  return polygon
}
