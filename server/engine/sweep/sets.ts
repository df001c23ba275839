import { roomIn } from './buffers.ts'

/**
 * The sets of polygons met in one window, each stored once with its square metres. Crossing a border takes one member in
 * or out: that step is looked up in a row of `next` and worked out only the first time. A set is named by the offset of
 * its row, so that walking needs no multiplication; the empty set is 0.
 */
export type Sets = {
  width: number
  words: number
  count: number
  next: Int32Array
  /** At the offset of the row. */
  m2: Float64Array
  bits: Int32Array
  slots: Int32Array
  slotCount: number
}

const UNKNOWN = -1
const FEWEST_SLOTS = 64
const HASH = 0x9e3779b1

export const createSets = (): Sets => ({
  width: 0,
  words: 0,
  count: 0,
  next: new Int32Array(4096),
  m2: new Float64Array(4096),
  bits: new Int32Array(512),
  slots: new Int32Array(FEWEST_SLOTS),
  slotCount: FEWEST_SLOTS,
})

/** Forgets everything; members are 0 to width - 1. */
export const clearSets = (sets: Sets, width: number): void => {
  sets.width = Math.max(1, width)
  sets.words = (sets.width + 31) >> 5
  sets.count = 1
  sets.slotCount = FEWEST_SLOTS
  sets.slots.fill(UNKNOWN, 0, FEWEST_SLOTS)
  openRow(sets, 0)
  sets.bits.fill(0, 0, sets.words)
  putInSlot(sets, 0)
}

const openRow = (sets: Sets, set: number): void => {
  const { width } = sets
  const from = set * width
  if (from + width > sets.next.length) {
    sets.next = roomIn(sets.next, from + width)
    sets.m2 = roomIn(sets.m2, from + width)
  }
  const { next } = sets
  for (let at = from; at < from + width; at++) next[at] = UNKNOWN
  sets.m2[from] = 0
}

const hashOf = (sets: Sets, set: number): number => {
  const { bits, words } = sets
  let hash = 0
  for (let at = set * words; at < (set + 1) * words; at++) hash = Math.imul(hash ^ bits[at]!, HASH) ^ (hash >>> 15)
  return (hash ^ (hash >>> 16)) & (sets.slotCount - 1)
}

const equals = (sets: Sets, a: number, b: number): boolean => {
  const { bits, words } = sets
  for (let word = 0; word < words; word++) if (bits[a * words + word] !== bits[b * words + word]) return false
  return true
}

const putInSlot = (sets: Sets, set: number): void => {
  const { slots, slotCount } = sets
  let slot = hashOf(sets, set)
  while (slots[slot] !== UNKNOWN) slot = (slot + 1) & (slotCount - 1)
  slots[slot] = set
}

const widenSlots = (sets: Sets): void => {
  sets.slotCount *= 2
  sets.slots = roomIn(sets.slots, sets.slotCount)
  sets.slots.fill(UNKNOWN, 0, sets.slotCount)
  for (let set = 0; set < sets.count; set++) putInSlot(sets, set)
}

/** The row of the set that differs from the given one by this member; what `next` does not know yet. */
export const toggled = (sets: Sets, row: number, member: number): number => {
  const known = sets.next[row + member]!
  return known === UNKNOWN ? learn(sets, row, member) : known
}

const learn = (sets: Sets, row: number, member: number): number => {
  const { words, width, count } = sets
  sets.bits = roomIn(sets.bits, (count + 1) * words)
  const { bits, slots, slotCount } = sets
  const from = (row / width) * words
  for (let word = 0; word < words; word++) bits[count * words + word] = bits[from + word]!
  const changed = count * words + (member >> 5)
  bits[changed] = bits[changed]! ^ (1 << (member & 31))
  let slot = hashOf(sets, count)
  while (slots[slot] !== UNKNOWN && !equals(sets, slots[slot]!, count)) slot = (slot + 1) & (slotCount - 1)
  let set = slots[slot]!
  if (set === UNKNOWN) {
    set = count
    sets.count = count + 1
    openRow(sets, set)
    slots[slot] = set
    if (2 * sets.count > slotCount) widenSlots(sets)
  }
  const to = set * width
  sets.next[row + member] = to
  sets.next[to + member] = row
  return to
}
