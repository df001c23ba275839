import type { Register } from '../register.ts'

/** Text that was written before, by slot; a slot that was given to another activity has another stamp. */
export type KeptText = {
  find(slot: number): Uint8Array | undefined
  keep(slot: number, text: Uint8Array): void
}

/** Enough for some 30,000 areas of thirty corners: what a few readers look at. */
const LIMIT_BYTES = 32 * 1024 * 1024

const createKept = ({ columns }: Register): KeptText => {
  const texts = new Map<number, { readonly stamp: number; readonly text: Uint8Array }>()
  let bytes = 0
  return {
    find: (slot) => {
      const known = texts.get(slot)
      return known?.stamp === columns.stamp[slot] ? known?.text : undefined
    },
    keep: (slot, text) => {
      if (bytes + text.length > LIMIT_BYTES) {
        texts.clear()
        bytes = 0
      }
      bytes += text.length
      texts.set(slot, { stamp: columns.stamp[slot]!, text })
    },
  }
}

const kept = new WeakMap<Register, KeptText>()

/** The features of a register that were asked for lately, as GeoJSON text up to their properties; a map that is panned asks for most of them again. */
export const keptTextOf = (register: Register): KeptText => {
  const known = kept.get(register) ?? createKept(register)
  kept.set(register, known)
  return known
}
