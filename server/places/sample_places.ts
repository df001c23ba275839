import type { Code } from '../../data/model/codes.ts'
import type { Bounds } from '../bounds.ts'
import { GAZETTEER } from './gazetteer.ts'
import type { LngLat, PlaceSet, SituatedPlace } from './place_set.ts'

/** A place as the sample programme may know it: from committed facts only, so that it is the same whatever boundaries there are. */
export type SamplePlace = {
  readonly code: Code
  readonly name: string
  readonly level: SituatedPlace['level']
  readonly position: LngLat
  /** Zero for islands, whose area is nowhere stated. */
  readonly areaHa: number
  /** A square of that area around the position. */
  readonly bbox: Bounds
}

const HA_PER_SQUARE_DEGREE = 111.32 ** 2 * 100
const DECIMALS = 4

const squareAround = ([lng, lat]: LngLat, areaHa: number): Bounds => {
  const half = Math.sqrt(areaHa / HA_PER_SQUARE_DEGREE) / 2
  const round = (degrees: number) => Number(degrees.toFixed(DECIMALS))
  return [round(lng - half), round(lat - half), round(lng + half), round(lat + half)]
}

/** Places without a row in the gazetteer are left out. */
export const samplePlaces = ({ places }: Pick<PlaceSet, 'places'>): SamplePlace[] => {
  const rows = new Map(GAZETTEER.map((row) => [row.code, row]))
  return places.flatMap(({ code, name, level, island }): SamplePlace[] => {
    const row = island ? { position: island.listedAt, areaHa: 0 } : rows.get(code)
    if (!row) return []
    const { position, areaHa } = row
    return [{ code, name, level, position, areaHa, bbox: squareAround(position, areaHa) }]
  })
}
