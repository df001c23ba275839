import loadGeos from 'geos-wasm'
import type { FlatArea } from './equal_area.ts'

type Raw = Awaited<ReturnType<typeof loadGeos>>
/** Address of a geometry in the memory of GEOS. */
export type Pointer = number

/** What is built inside one piece of work; everything in it is destroyed when the work is done. */
export type Scope = {
  /** Takes over a fresh pointer; throws where GEOS gave none. */
  keep(pointer: Pointer): Pointer
  write(area: FlatArea): Pointer
  /** One geometry that takes over its members, which may overlap. */
  gather(members: readonly Pointer[]): Pointer
}

export type Geos = {
  readonly raw: Raw
  scoped<T>(work: (scope: Scope) => T): T
  /** The polygons of any geometry, copied out; lines and points that an overlay left are nothing. */
  read(pointer: Pointer): FlatArea
  /** The way of making valid that keeps ground where two parts of one area overlap; the other punches a hole there. */
  readonly byStructure: Pointer
  /** One path from its first to its last position, copied in. */
  line(path: Float64Array): Pointer
  /** The paths of any geometry, copied out. */
  readLines(pointer: Pointer): readonly Float64Array[]
  /** Text of a pointer that GEOS gave away. */
  takeText(pointer: Pointer): string
}

const BYTES_PER_NUMBER = 8
const BYTES_PER_POINTER = 4
const LINES = [1, 2]
const POLYGON = 3
const MULTI_POLYGON = 6
const COLLECTION = 7

const bind = (raw: Raw, takeError: () => string): Geos => {
  const memory = raw.Module
  const scratch = memory._malloc(BYTES_PER_NUMBER)

  const byStructure = raw.GEOSMakeValidParams_create()
  raw.GEOSMakeValidParams_setMethod(byStructure, raw.GEOSMakeValidMethods.GEOS_MAKE_VALID_STRUCTURE)

  const sequenceOf = (path: Float64Array): Pointer => {
    const buffer = memory._malloc(path.byteLength)
    memory.HEAPF64.set(path, buffer / BYTES_PER_NUMBER)
    const sequence = raw.GEOSCoordSeq_copyFromBuffer(buffer, path.length / 2, 0, 0)
    memory._free(buffer)
    return sequence
  }

  const ring = (path: Float64Array): Pointer => {
    const pointer = raw.GEOSGeom_createLinearRing(sequenceOf(path))
    if (pointer === 0) throw new Error(`GEOS refused a ring: ${takeError()}`)
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
    const [shell, ...holes] = rings.map(ring)
    return withPointers(holes, (array) => raw.GEOSGeom_createPolygon(shell!, array, holes.length))
  }

  const collect = (type: number, members: readonly Pointer[]): Pointer =>
    withPointers(members, (array) => raw.GEOSGeom_createCollection(type, array, members.length))

  const scoped = <T>(work: (scope: Scope) => T): T => {
    const kept = new Set<Pointer>()
    const keep = (pointer: Pointer): Pointer => {
      if (pointer === 0) throw new Error(`GEOS refused the geometry: ${takeError()}`)
      kept.add(pointer)
      return pointer
    }
    try {
      return work({
        keep,
        write: (area) => keep(area.length === 1 ? polygon(area[0]!) : collect(MULTI_POLYGON, area.map(polygon))),
        gather: (members) => {
          for (const member of members) kept.delete(member)
          return keep(collect(COLLECTION, members))
        },
      })
    } finally {
      for (const pointer of kept) raw.GEOSGeom_destroy(pointer)
    }
  }

  const readPath = (pointer: Pointer): Float64Array => {
    const sequence = raw.GEOSGeom_getCoordSeq(pointer)
    raw.GEOSCoordSeq_getSize(sequence, scratch)
    const length = 2 * memory.getValue(scratch, 'i32')
    const buffer = memory._malloc(length * BYTES_PER_NUMBER)
    raw.GEOSCoordSeq_copyToBuffer(sequence, buffer, 0, 0)
    const path = memory.HEAPF64.slice(buffer / BYTES_PER_NUMBER, buffer / BYTES_PER_NUMBER + length)
    memory._free(buffer)
    return path
  }

  /** The members of the wanted types, however deep a collection hides them; empty ones are left out. */
  const membersOf = (pointer: Pointer, types: readonly number[]): Pointer[] => {
    if (raw.GEOSisEmpty(pointer)) return []
    const type = raw.GEOSGeomTypeId(pointer)
    if (types.includes(type)) return [pointer]
    if (type <= POLYGON) return []
    return Array.from({ length: raw.GEOSGetNumGeometries(pointer) }, (_, at) =>
      raw.GEOSGetGeometryN(pointer, at),
    ).flatMap((member) => membersOf(member, types))
  }

  return {
    raw,
    byStructure,
    scoped,
    read: (pointer) =>
      membersOf(pointer, [POLYGON]).map((part) => [
        readPath(raw.GEOSGetExteriorRing(part)),
        ...Array.from({ length: raw.GEOSGetNumInteriorRings(part) }, (_, at) =>
          readPath(raw.GEOSGetInteriorRingN(part, at)),
        ),
      ]),
    line: (path) => raw.GEOSGeom_createLineString(sequenceOf(path)),
    readLines: (pointer) => membersOf(pointer, LINES).map(readPath),
    takeText: (pointer) => {
      const text = memory.UTF8ToString(pointer)
      raw.GEOSFree(pointer)
      return text
    },
  }
}

/** GEOS is one WebAssembly instance a thread. */
export const openGeos = async (): Promise<Geos> => {
  let lastError: string | undefined
  const raw = await loadGeos({
    errorHandler: (message) => {
      lastError = message
    },
    noticeHandler: () => {},
  })
  return bind(raw, () => {
    const message = lastError ?? 'no reason given'
    lastError = undefined
    return message
  })
}
