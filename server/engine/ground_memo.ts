import type { FlatArea } from './equal_area.ts'

export type KnownGround = {
  readonly areaHa: number
  readonly organisations: readonly string[]
  readonly area: FlatArea
}

/** 16 bytes each: 32 MB. */
const MOST_VERTICES = 2_000_000
/** What remembering a unit costs besides its vertices, in vertices: its key and its objects. */
const ENTRY_VERTICES = 32

const weightOf = ({ area }: KnownGround): number =>
  area.reduce((sum, rings) => rings.reduce((inner, ring) => inner + ring.length / 2, sum), ENTRY_VERTICES)

/** Ground by what it was cut from; bounded by vertices, the least recently asked for leave first. */
export const createGroundMemo = (mostVertices = MOST_VERTICES) => {
  const known = new Map<string, KnownGround>()
  let vertices = 0
  return {
    find: (key: string): KnownGround | undefined => {
      const ground = known.get(key)
      if (ground) {
        known.delete(key)
        known.set(key, ground)
      }
      return ground
    },
    keep: (key: string, ground: KnownGround): void => {
      const before = known.get(key)
      if (before) vertices -= weightOf(before)
      known.delete(key)
      known.set(key, ground)
      vertices += weightOf(ground)
      for (const [oldest, old] of known) {
        if (vertices <= mostVertices) break
        known.delete(oldest)
        vertices -= weightOf(old)
      }
    },
  }
}
