import type { FlatArea } from './equal_area.ts'
import { type Geos, openGeos } from './geos.ts'

/** Polygon topology by GEOS. Coordinates are planar and taken as they come; every answer is valid, empty when nothing is left. */
export type Overlay = {
  /** The same area made valid (a bow-tie becomes its two wings); empty when it encloses nothing. */
  repair(area: FlatArea): FlatArea
  intersect(a: FlatArea, b: FlatArea): FlatArea
  unite(areas: readonly FlatArea[]): FlatArea
  /** The stretches of a path inside an area; what runs along its boundary is not inside. */
  pathInside(path: Float64Array, area: FlatArea): readonly Float64Array[]
}

const createOverlay = ({ raw, scoped, read, line, readLines, byStructure }: Geos): Overlay => ({
  repair: (area) =>
    scoped(({ keep, write }) => {
      const given = write(area)
      return raw.GEOSisValid(given) === 1 ? area : read(keep(raw.GEOSMakeValidWithParams(given, byStructure)))
    }),
  intersect: (a, b) => scoped(({ keep, write }) => read(keep(raw.GEOSIntersection(write(a), write(b))))),
  unite: (areas) => {
    const polygons = areas.flat()
    if (areas.length < 2 || polygons.length === 0) return areas[0] ?? []
    // The union of overlapping members is what UnaryUnion is for: an invalid collection is fine here.
    return scoped(({ keep, write }) => read(keep(raw.GEOSUnaryUnion(write(polygons)))))
  },
  pathInside: (path, area) =>
    scoped(({ keep, write }) => {
      const shape = write(area)
      const inOrOn = keep(raw.GEOSIntersection(keep(line(path)), shape))
      return readLines(keep(raw.GEOSDifference(inOrOn, keep(raw.GEOSBoundary(shape)))))
    }),
})

let loading: Promise<Overlay> | undefined

/** GEOS is one WebAssembly instance a thread; it is started once and shared. */
export const loadOverlay = (): Promise<Overlay> => {
  loading ??= openGeos().then(createOverlay)
  return loading
}
