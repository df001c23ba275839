import { grown } from '../arena.ts'

/** What is drawn south of the frame is no edge of the mosaic: it only tells how deep the ground north of it lies. */
export type Below = {
  count: number
  /** From west up to, not including, east. */
  west: Float64Array
  east: Float64Array
  source: Int32Array
  /** By how much the source is deeper north of it. */
  deeper: Int32Array
}

export const createBelow = (): Below => ({
  count: 0,
  west: new Float64Array(64),
  east: new Float64Array(64),
  source: new Int32Array(64),
  deeper: new Int32Array(64),
})

/** `deeper` is meant on the left of the way from the one to the other. */
export const addBelow = (all: Below, from: number, to: number, source: number, deeper: number): void => {
  if (from === to) return
  const at = all.count++
  all.west = grown(all.west, all.count)
  all.east = grown(all.east, all.count)
  all.source = grown(all.source, all.count)
  all.deeper = grown(all.deeper, all.count)
  all.west[at] = Math.min(from, to)
  all.east[at] = Math.max(from, to)
  all.source[at] = source
  all.deeper[at] = from < to ? deeper : -deeper
}
