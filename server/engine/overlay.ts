import loadGeos from 'geos-wasm'
import type { FlatArea } from './equal_area.ts'

/** Polygon topology by GEOS. Coordinates are planar and taken as they come; every answer is valid, empty when nothing is left. */
export type Overlay = {
  /** The same area made valid (a bow-tie becomes its two wings); empty when it encloses nothing. */
  repair(area: FlatArea): FlatArea
  intersect(a: FlatArea, b: FlatArea): FlatArea
  unite(areas: readonly FlatArea[]): FlatArea
  /** The stretches of a path inside an area; what runs along its boundary is not inside. */
  pathInside(path: Float64Array, area: FlatArea): readonly Float64Array[]
}

type Geos = Awaited<ReturnType<typeof loadGeos>>
/** Address of a geometry in the memory of GEOS. */
type Pointer = number
type Keep = (pointer: Pointer) => Pointer

const POLYGON_TYPE = 3
const LINE_TYPES = [1, 2]
const MULTI_POLYGON_TYPE = 6
const BYTES_PER_NUMBER = 8
const BYTES_PER_POINTER = 4

const createOverlay = (geos: Geos, takeError: () => string | undefined): Overlay => {
  const memory = geos.Module
  const scratch = memory._malloc(BYTES_PER_NUMBER)
  // The other method, by linework, would punch a hole where two parts of one area overlap.
  const byStructure = geos.GEOSMakeValidParams_create()
  geos.GEOSMakeValidParams_setMethod(byStructure, geos.GEOSMakeValidMethods.GEOS_MAKE_VALID_STRUCTURE)

  /** Everything kept is destroyed when the work is done; the memory of GEOS has no other collector. */
  const scoped = <T>(work: (keep: Keep) => T): T => {
    const kept: Pointer[] = []
    try {
      return work((pointer) => {
        if (pointer === 0) throw new Error(`GEOS refused the geometry: ${takeError() ?? 'no reason given'}`)
        kept.push(pointer)
        return pointer
      })
    } finally {
      for (const pointer of kept) geos.GEOSGeom_destroy(pointer)
    }
  }

  const sequence = (path: Float64Array): Pointer => {
    const buffer = memory._malloc(path.byteLength)
    memory.HEAPF64.set(path, buffer / BYTES_PER_NUMBER)
    const pointer = geos.GEOSCoordSeq_copyFromBuffer(buffer, path.length / 2, 0, 0)
    memory._free(buffer)
    return pointer
  }

  const withPointers = (pointers: readonly Pointer[], use: (array: number) => Pointer): Pointer => {
    const array = memory._malloc(Math.max(1, pointers.length) * BYTES_PER_POINTER)
    memory.HEAPU32.set(pointers, array / BYTES_PER_POINTER)
    const pointer = use(array)
    memory._free(array)
    return pointer
  }

  const polygon = (rings: readonly Float64Array[]): Pointer => {
    const [shell, ...holes] = rings.map((ring) => geos.GEOSGeom_createLinearRing(sequence(ring)))
    return withPointers(holes, (array) => geos.GEOSGeom_createPolygon(shell!, array, holes.length))
  }

  // A collection owns its members, so only the outermost pointer is ever kept.
  const collection = (polygons: readonly (readonly Float64Array[])[]): Pointer => {
    const members = polygons.map(polygon)
    return withPointers(members, (array) => geos.GEOSGeom_createCollection(MULTI_POLYGON_TYPE, array, members.length))
  }

  const write = (area: FlatArea): Pointer => (area.length === 1 ? polygon(area[0]!) : collection(area))

  const readPath = (pointer: Pointer): Float64Array => {
    const coordinates = geos.GEOSGeom_getCoordSeq(pointer)
    geos.GEOSCoordSeq_getSize(coordinates, scratch)
    const length = 2 * memory.getValue(scratch, 'i32')
    const buffer = memory._malloc(length * BYTES_PER_NUMBER)
    geos.GEOSCoordSeq_copyToBuffer(coordinates, buffer, 0, 0)
    const path = memory.HEAPF64.slice(buffer / BYTES_PER_NUMBER, buffer / BYTES_PER_NUMBER + length)
    memory._free(buffer)
    return path
  }

  /** The members of the wanted types, however deep a collection hides them; empty ones are left out. */
  const members = (pointer: Pointer, types: readonly number[]): Pointer[] => {
    if (geos.GEOSisEmpty(pointer)) return []
    const type = geos.GEOSGeomTypeId(pointer)
    if (types.includes(type)) return [pointer]
    if (type < 4) return []
    const count = geos.GEOSGetNumGeometries(pointer)
    return Array.from({ length: count }, (_, index) => geos.GEOSGetGeometryN(pointer, index)).flatMap((member) =>
      members(member, types),
    )
  }

  const readPolygon = (pointer: Pointer): Float64Array[] => [
    readPath(geos.GEOSGetExteriorRing(pointer)),
    ...Array.from({ length: geos.GEOSGetNumInteriorRings(pointer) }, (_, index) =>
      readPath(geos.GEOSGetInteriorRingN(pointer, index)),
    ),
  ]

  const readArea = (pointer: Pointer): FlatArea => members(pointer, [POLYGON_TYPE]).map(readPolygon)

  return {
    repair: (area) =>
      scoped((keep) => {
        const given = keep(write(area))
        return geos.GEOSisValid(given) === 1 ? area : readArea(keep(geos.GEOSMakeValidWithParams(given, byStructure)))
      }),
    intersect: (a, b) => scoped((keep) => readArea(keep(geos.GEOSIntersection(keep(write(a)), keep(write(b)))))),
    unite: (areas) => {
      const polygons = areas.flat()
      if (areas.length < 2 || polygons.length === 0) return areas[0] ?? []
      // The union of overlapping members is what UnaryUnion is for: an invalid collection is fine here.
      return scoped((keep) => readArea(keep(geos.GEOSUnaryUnion(keep(collection(polygons))))))
    },
    pathInside: (path, area) =>
      scoped((keep) => {
        const shape = keep(write(area))
        const line = keep(geos.GEOSGeom_createLineString(sequence(path)))
        const inOrOn = keep(geos.GEOSIntersection(line, shape))
        const inside = keep(geos.GEOSDifference(inOrOn, keep(geos.GEOSBoundary(shape))))
        return members(inside, LINE_TYPES).map(readPath)
      }),
  }
}

let loading: Promise<Overlay> | undefined

/** GEOS is one WebAssembly instance per process; it is started once and shared. */
export const loadOverlay = (): Promise<Overlay> => {
  let lastError: string | undefined
  const takeError = () => {
    const message = lastError
    lastError = undefined
    return message
  }
  loading ??= loadGeos({
    errorHandler: (message) => {
      lastError = message
    },
    // Notices only repeat what GEOSisValid answers; by default they go to the console.
    noticeHandler: () => {},
  }).then((geos) => createOverlay(geos, takeError))
  return loading
}
