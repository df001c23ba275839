import { grown } from '../arena.ts'
import type { Register } from '../register.ts'
import { createBytes } from './bytes.ts'
import { createTextRoom } from './text_room.ts'
import { writeGeometry } from './write_geometry.ts'

/**
 * The properties of an activity as one JSON object, given its slot. What a function said of an activity is kept until the
 * activity changes, so it may depend on nothing else: another language, or other readers, are another function.
 */
export type Properties = (slot: number) => string | Uint8Array

/** Enough for some 30,000 areas of thirty corners: what a few readers look at. */
const ROOM_BYTES = 32 * 1024 * 1024

/** Of each slot: which state of the activity was written, who gave its properties, how long its text is up to them, and in all. */
const STAMP = 0
const GIVER = 1
const OPENING = 2
const LENGTH = 3
const FIELDS = 4

const bytes = createBytes()

const createKept = (register: Register) => {
  const { columns } = register
  const room = createTextRoom(ROOM_BYTES)
  let places = new Float64Array(0)
  let fields = new Int32Array(0)
  /** Each function that gave properties has a number. */
  const givers = new WeakMap<Properties, number>()
  let giverCount = 0

  const isWritten = (slot: number): boolean =>
    fields[FIELDS * slot + STAMP] === columns.stamp[slot] && room.isThere(places[slot]!)
  const writeOpening = (slot: number): void => {
    bytes.text(`{"type":"Feature","id":${JSON.stringify(register.idOf(slot))},"geometry":`)
    writeGeometry(slot, register, bytes)
    bytes.text(',"properties":')
  }

  return {
    numberOf(giver: Properties): number {
      if (!givers.has(giver)) givers.set(giver, ++giverCount)
      return givers.get(giver)!
    },
    /** Whether the text of an activity as it is now, with properties from that giver, is there. */
    has: (slot: number, giver: number): boolean => isWritten(slot) && fields[FIELDS * slot + GIVER] === giver,
    /** A feature and a comma, and how long it is up to its properties; good until the next. */
    compose(slot: number, properties: Properties): { readonly text: Uint8Array; readonly opening: number } {
      bytes.clear()
      if (isWritten(slot)) bytes.raw(room.piece(places[slot]!, places[slot]! + fields[FIELDS * slot + OPENING]!))
      else writeOpening(slot)
      const opening = bytes.length()
      const own = properties(slot)
      if (typeof own === 'string') bytes.text(own)
      else bytes.raw(own)
      bytes.text('},')
      return { text: bytes.written(), opening }
    },
    keep(slot: number, giver: number, text: Uint8Array, opening: number): void {
      places = grown(places, register.slotCount())
      fields = grown(fields, FIELDS * register.slotCount())
      places[slot] = room.put(text)
      fields[FIELDS * slot + STAMP] = columns.stamp[slot]!
      fields[FIELDS * slot + GIVER] = giver
      fields[FIELDS * slot + OPENING] = opening
      fields[FIELDS * slot + LENGTH] = text.length
    },
    startOf: (slot: number): number => places[slot]!,
    endOf: (slot: number): number => places[slot]! + fields[FIELDS * slot + LENGTH]!,
    room,
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
