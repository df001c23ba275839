/** Which slots there are, a bit each. */
export const createSlotSet = (count: number) => {
  const bits = new Int32Array((count >> 5) + 1)
  return {
    add(slot: number): void {
      bits[slot >> 5]! |= 1 << (slot & 31)
    },
    has: (slot: number): boolean => (bits[slot >> 5]! & (1 << (slot & 31))) !== 0,
    rising(): number[] {
      const slots: number[] = []
      for (let word = 0; word < bits.length; word += 1)
        for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) slots.push(32 * word + 31 - Math.clz32(rest & -rest))
      return slots
    },
  }
}
