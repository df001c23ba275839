const FIRST_ROOM = 1024

/** Doubles until `room` fits; the content stays. */
export const grown = <T extends Int32Array | Uint32Array | Int16Array | Uint8Array | Float64Array>(
  array: T,
  room: number,
): T => {
  if (array.length >= room) return array
  const larger = new (array.constructor as new (length: number) => T)(Math.max(FIRST_ROOM, room, array.length * 2))
  larger.set(array)
  return larger
}

/** Many short lists of whole numbers in one array. A list that is replaced leaves a hole of zeros, which `compact` closes. */
export type Arena = {
  /** The numbers of all lists; list `slot` is at `[start(slot), end(slot))`. Changes with every `put`. */
  readonly numbers: () => Int32Array
  start(slot: number): number
  end(slot: number): number
  put(slot: number, list: ArrayLike<number>): void
  /** What a snapshot keeps. */
  pack(slots: number): PackedArena
}
export type PackedArena = { readonly numbers: Int32Array; readonly starts: Float64Array; readonly lengths: Int32Array }

const SPARSE_SHARE = 0.5

export const createArena = (given?: PackedArena): Arena => {
  let numbers = given?.numbers ?? new Int32Array(FIRST_ROOM)
  let starts = given?.starts ?? new Float64Array(FIRST_ROOM)
  let lengths = given?.lengths ?? new Int32Array(FIRST_ROOM)
  let used = given?.numbers.length ?? 0
  let lost = 0

  const compact = (): void => {
    const dense = new Int32Array(Math.max(FIRST_ROOM, used - lost))
    let at = 0
    for (let slot = 0; slot < lengths.length; slot += 1) {
      const length = lengths[slot]!
      dense.set(numbers.subarray(starts[slot]!, starts[slot]! + length), at)
      starts[slot] = at
      at += length
    }
    numbers = dense
    used = at
    lost = 0
  }

  return {
    numbers: () => numbers,
    start: (slot) => starts[slot]!,
    end: (slot) => starts[slot]! + lengths[slot]!,
    put(slot, list) {
      starts = grown(starts, slot + 1)
      lengths = grown(lengths, slot + 1)
      numbers.fill(0, starts[slot]!, starts[slot]! + lengths[slot]!)
      lost += lengths[slot]!
      lengths[slot] = 0
      if (lost > FIRST_ROOM && lost > SPARSE_SHARE * used) compact()
      numbers = grown(numbers, used + list.length)
      numbers.set(list, used)
      starts[slot] = used
      lengths[slot] = list.length
      used += list.length
    },
    pack(slots) {
      if (lost > 0) compact()
      return { numbers: numbers.slice(0, used), starts: starts.slice(0, slots), lengths: lengths.slice(0, slots) }
    },
  }
}
