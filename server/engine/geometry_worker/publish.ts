import type { FlatArea } from '../equal_area.ts'
import { toDegrees, wound } from '../from_plane.ts'
import type { Geos } from '../geos.ts'

const GRID_DEGREES = 1e-7

/** Degrees of seven decimals made valid, where rounding alone would make a ring touch itself, without leaving that grid. */
export const createOnGrid =
  ({ raw, scoped, read, byStructure }: Geos) =>
  (degrees: FlatArea): FlatArea => {
    if (degrees.length === 0) return degrees
    return scoped(({ keep, write }) => {
      const given = write(degrees)
      if (raw.GEOSisValid(given) === 1) return degrees
      // Only what is valid can be put on a grid for certain.
      const mended = keep(raw.GEOSMakeValidWithParams(given, byStructure))
      return wound(read(keep(raw.GEOSGeom_setPrecision(mended, GRID_DEGREES, 0))))
    })
  }

/** Metres of the plane as lng, lat for everyone. */
export const createPublish = (geos: Geos) => {
  const onGrid = createOnGrid(geos)
  return (metres: FlatArea): FlatArea => onGrid(toDegrees(metres))
}
