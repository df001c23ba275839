import type { MultiPolygon, Polygon, Position } from 'geojson'

/** Every outline and hole of an area, one after the other: the hand moves one ring at a time. */
export const ringsOf = (area: Polygon | MultiPolygon): readonly Position[][] =>
  area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()

/** The area with its rings replaced, in the order of `ringsOf`. */
export const withRings = (area: Polygon | MultiPolygon, rings: readonly Position[][]): Polygon | MultiPolygon => {
  if (area.type === 'Polygon') return { type: 'Polygon', coordinates: [...rings] }
  let taken = 0
  return {
    type: 'MultiPolygon',
    coordinates: area.coordinates.map(({ length }) => {
      taken += length
      return rings.slice(taken - length, taken)
    }),
  }
}
