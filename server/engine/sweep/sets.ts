import { grown } from '../arena.ts'

/** The sets of polygons met in one window, each stored once, with its square metres. Set 0 is the empty one. */
export type Sets = {
  /** Of 32 members each. */
  words: number
  count: number
  m2: Float64Array
  bits: Int32Array
  hash: Int32Array
  members: Int32Array
  slots: Int32Array
  slotCount: number
}

const FREE = -1
const FEWEST_SLOTS = 64

export const createSets = (): Sets => ({
  words: 1,
  count: 0,
  m2: new Float64Array(1024),
  bits: new Int32Array(1024),
  hash: new Int32Array(1024),
  members: new Int32Array(64),
  slots: new Int32Array(4096),
  slotCount: FEWEST_SLOTS,
})

/** Forgets everything; members are 0 to width - 1. */
export const clearSets = (sets: Sets, width: number): void => {
  sets.words = Math.max(1, (width + 31) >> 5)
  sets.count = 1
  sets.m2[0] = 0
  sets.hash[0] = 0
  sets.bits = grown(sets.bits, sets.words)
  sets.members = grown(sets.members, width)
  sets.bits.fill(0, 0, sets.words)
  sets.slotCount = FEWEST_SLOTS
  sets.slots.fill(FREE, 0, FEWEST_SLOTS)
  sets.slots[0] = 0
}

/** How many members a set has; they stand in `members`, least first. */
export const listMembers = (sets: Sets, set: number): number => {
  const { words, bits, members } = sets
  let count = 0
  for (let word = 0; word < words; word++)
    for (let rest = bits[set * words + word]!; rest !== 0; rest &= rest - 1)
      members[count++] = 32 * word + 31 - Math.clz32(rest & -rest)
  return count
}

/** A set's hash is that of its members together, whatever their order. */
const hashOf = (member: number): number => {
  const mixed = Math.imul(member + 1, 0x9e3779b1)
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
}

const differByOne = (sets: Sets, a: number, b: number, member: number): boolean => {
  const { bits, words } = sets
  for (let word = 0; word < words; word++) {
    const one = word === member >> 5 ? 1 << (member & 31) : 0
    if ((bits[a * words + word]! ^ bits[b * words + word]!) !== one) return false
  }
  return true
}

/** The set that differs from the given one by this member. */
export const toggled = (sets: Sets, set: number, member: number): number => {
  const { slots, slotCount } = sets
  const hash = sets.hash[set]! ^ hashOf(member)
  let slot = hash & (slotCount - 1)
  for (let known = slots[slot]!; known !== FREE; known = slots[slot]!) {
    if (sets.hash[known] === hash && differByOne(sets, known, set, member)) return known
    slot = (slot + 1) & (slotCount - 1)
  }
  return add(sets, set, member, hash, slot)
}

const add = (sets: Sets, set: number, member: number, hash: number, slot: number): number => {
  const { words, count } = sets
  sets.m2 = grown(sets.m2, count + 1)
  sets.hash = grown(sets.hash, count + 1)
  sets.bits = grown(sets.bits, (count + 1) * words)
  const { bits } = sets
  for (let word = 0; word < words; word++) bits[count * words + word] = bits[set * words + word]!
  const changed = count * words + (member >> 5)
  bits[changed] = bits[changed]! ^ (1 << (member & 31))
  sets.m2[count] = 0
  sets.hash[count] = hash
  sets.slots[slot] = count
  sets.count = count + 1
  if (2 * sets.count > sets.slotCount) widenSlots(sets)
  return count
}

const widenSlots = (sets: Sets): void => {
  sets.slotCount *= 2
  sets.slots = grown(sets.slots, sets.slotCount)
  const { slots, slotCount } = sets
  slots.fill(FREE, 0, slotCount)
  for (let set = 0; set < sets.count; set++) {
    let slot = sets.hash[set]! & (slotCount - 1)
    while (slots[slot] !== FREE) slot = (slot + 1) & (slotCount - 1)
    slots[slot] = set
  }
}
