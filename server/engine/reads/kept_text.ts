import { grown } from '../arena.ts'
import type { Register } from '../register.ts'
import { createBytes } from './bytes.ts'
import { writeGeometry } from './write_geometry.ts'

/**
 * The properties of an activity as one JSON object, given its slot. What a function said of an activity is kept until the
 * activity changes, so it may depend on nothing else: another language, or other readers, are another function.
 */
export type Properties = (slot: number) => string | Uint8Array

/** Enough for some 30,000 areas of thirty corners: what a few readers look at. */
const ROOM_BYTES = 32 * 1024 * 1024
/** Left free, so that one more feature seldom needs a larger room. */
const SPARE_BYTES = 512 * 1024

/** Kept by slot: which state of the activity was written, who gave its properties; where its text begins, where they begin, where it ends. */
const STAMP = 0
const GIVER = 1
const START = 2
const MIDDLE = 3
const END = 4
const FIELDS = 5

const createKept = (register: Register) => {
  const { columns } = register
  const bytes = createBytes(ROOM_BYTES)
  let kept = new Int32Array(0)
  /** Each function that gave properties has a number. */
  const givers = new WeakMap<Properties, number>()
  let giverCount = 0

  const isAsWritten = (slot: number): boolean => kept[FIELDS * slot + STAMP] === columns.stamp[slot]
  const writeUpToProperties = (slot: number): void => {
    bytes.text(`{"type":"Feature","id":${JSON.stringify(register.idOf(slot))},"geometry":`)
    writeGeometry(slot, register, bytes)
    bytes.text(',"properties":')
  }

  return {
    numberOf(giver: Properties): number {
      if (!givers.has(giver)) givers.set(giver, ++giverCount)
      return givers.get(giver)!
    },
    /** Whether the text of an activity as it is now, with properties from that giver, is kept. */
    has: (slot: number, giver: number): boolean => isAsWritten(slot) && kept[FIELDS * slot + GIVER] === giver,
    /** Writes a feature and a comma. */
    write(slot: number, properties: Properties, giver: number): void {
      const at = FIELDS * slot
      kept = grown(kept, FIELDS * register.slotCount())
      const start = bytes.length()
      if (isAsWritten(slot)) bytes.again(kept[at + START]!, kept[at + MIDDLE]!)
      else writeUpToProperties(slot)
      const middle = bytes.length()
      const own = properties(slot)
      if (typeof own === 'string') bytes.text(own)
      else bytes.raw(own)
      bytes.text('},')
      kept[at + STAMP] = columns.stamp[slot]!
      kept[at + GIVER] = giver
      kept[at + START] = start
      kept[at + MIDDLE] = middle
      kept[at + END] = bytes.length()
    },
    startOf: (slot: number): number => kept[FIELDS * slot + START]!,
    endOf: (slot: number): number => kept[FIELDS * slot + END]!,
    isFull: (): boolean => bytes.length() > ROOM_BYTES - SPARE_BYTES,
    /** All that is kept, in place: good until the next is written. */
    text: (): Buffer => bytes.written(),
    forget(): void {
      kept.fill(0)
      bytes.clear()
    },
  }
}
export type KeptText = ReturnType<typeof createKept>

const keptBy = new WeakMap<Register, KeptText>()

/** The features of a register that were asked for lately, as GeoJSON text; a map that is panned asks for most of them again. */
export const keptTextOf = (register: Register): KeptText => {
  const known = keptBy.get(register) ?? createKept(register)
  keptBy.set(register, known)
  return known
}
