import type { PointOf } from '../../data/model/disclosure.ts'
import { GAZETTEER } from './gazetteer.ts'
import type { PlaceSet } from './place_set.ts'

const ROWS = new Map(GAZETTEER.map(({ code, position }) => [code, position]))

/** Official positions, the same whatever boundaries are installed; a place in neither list has the middle that is drawn. */
export const officialPoints = ({ places }: Pick<PlaceSet, 'places'>): PointOf => {
  const found = new Map(places.map(({ code, position, island }) => [code, island?.listedAt ?? position]))
  return (code) => ROWS.get(code) ?? found.get(code) ?? null
}
