import type { FlatArea } from '../equal_area.ts'

/** Many areas in two buffers, which change threads without being copied. */
export type Packed = {
  /** Of each area its polygons, of each polygon its rings, of each ring its numbers. */
  readonly counts: Uint32Array<ArrayBuffer>
  readonly coordinates: Float64Array<ArrayBuffer>
}

export const pack = (areas: readonly FlatArea[]): Packed => {
  const counts: number[] = []
  let length = 0
  for (const area of areas) {
    counts.push(area.length)
    for (const rings of area) {
      counts.push(rings.length)
      for (const ring of rings) {
        counts.push(ring.length)
        length += ring.length
      }
    }
  }
  const coordinates = new Float64Array(length)
  let at = 0
  for (const ring of areas.flat(2)) {
    coordinates.set(ring, at)
    at += ring.length
  }
  return { counts: Uint32Array.from(counts), coordinates }
}

/** The areas as views of the packed coordinates. */
export const unpack = ({ counts, coordinates }: Packed): readonly FlatArea[] => {
  const areas: Float64Array[][][] = []
  let read = 0
  let at = 0
  while (read < counts.length) {
    const area: Float64Array[][] = []
    for (let polygons = counts[read++]!; polygons > 0; polygons--) {
      const rings: Float64Array[] = []
      for (let left = counts[read++]!; left > 0; left--) {
        const length = counts[read++]!
        rings.push(coordinates.subarray(at, at + length))
        at += length
      }
      area.push(rings)
    }
    areas.push(area)
  }
  return areas
}

export const buffersOf = ({ counts, coordinates }: Packed): ArrayBuffer[] => [counts.buffer, coordinates.buffer]
