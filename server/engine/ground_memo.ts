export type KnownGround = {
  readonly areaHa: number
  readonly organisations: readonly string[]
  /** Packed. */
  readonly area: Int32Array
}

/** 4 bytes each: 16 MB. */
const MOST_NUMBERS = 4_000_000
/** What remembering a unit costs besides, in numbers: its key and its objects. */
const ENTRY_NUMBERS = 128

const weightOf = ({ area }: KnownGround): number => ENTRY_NUMBERS + area.length

/** Ground by what it was cut from; bounded by numbers, the least recently asked for leave first. */
export const createGroundMemo = (mostNumbers = MOST_NUMBERS) => {
  const known = new Map<string, KnownGround>()
  let numbers = 0
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
      if (before) numbers -= weightOf(before)
      known.delete(key)
      known.set(key, ground)
      numbers += weightOf(ground)
      for (const [oldest, old] of known) {
        if (numbers <= mostNumbers) break
        known.delete(oldest)
        numbers -= weightOf(old)
      }
    },
  }
}
