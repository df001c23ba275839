import { UNITS_PER_DEGREE } from '../grid.ts'

const ZERO = 48
const POINT = 46
const MINUS = 45
const COMMA = 44
const OPEN = 91
const CLOSE = 93
/** The most that one position takes, whatever its units: `[-179.1234567,-179.1234567],`. */
const LONGEST_POSITION = 28
const FIRST_ROOM = 1 << 16

/** Four digits of each number from 0 to 9999. */
const DIGITS = Uint8Array.from({ length: 40_000 }, (_, at) => {
  const number = at >> 2
  return ZERO + (Math.floor(number / 10 ** (3 - (at & 3))) % 10)
})

/** Writes units as a number of degrees, as short as it can be, and says where it ended. */
const putDegrees = (into: Uint8Array, from: number, units: number): number => {
  let at = from
  if (units < 0) into[at++] = MINUS
  const size = units < 0 ? -units : units
  const whole = (size / UNITS_PER_DEGREE) | 0
  const rest = size - whole * UNITS_PER_DEGREE
  if (whole >= 100) into[at++] = DIGITS[4 * whole + 1]!
  if (whole >= 10) into[at++] = DIGITS[4 * whole + 2]!
  into[at++] = DIGITS[4 * whole + 3]!
  if (rest === 0) return at
  const high = (rest / 10_000) | 0
  const low = rest - high * 10_000
  into[at] = POINT
  into[at + 1] = DIGITS[4 * high + 1]!
  into[at + 2] = DIGITS[4 * high + 2]!
  into[at + 3] = DIGITS[4 * high + 3]!
  into[at + 4] = DIGITS[4 * low]!
  into[at + 5] = DIGITS[4 * low + 1]!
  into[at + 6] = DIGITS[4 * low + 2]!
  into[at + 7] = DIGITS[4 * low + 3]!
  at += 8
  while (into[at - 1] === ZERO) at -= 1
  return at
}

const putPosition = (into: Uint8Array, from: number, lng: number, lat: number): number => {
  into[from] = OPEN
  const middle = putDegrees(into, from + 1, lng)
  into[middle] = COMMA
  const end = putDegrees(into, middle + 1, lat)
  into[end] = CLOSE
  return end + 1
}

/** JSON as bytes, written from front to back; positions straight from units of 1e-7 degree. */
export const createBytes = () => {
  let bytes = Buffer.allocUnsafe(FIRST_ROOM)
  let at = 0

  const require = (room: number): void => {
    if (at + room <= bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(at + room, 2 * bytes.length))
    larger.set(bytes.subarray(0, at))
    bytes = larger
  }

  return {
    text(text: string): void {
      require(3 * text.length)
      at += bytes.write(text, at)
    },
    raw(more: Uint8Array): void {
      require(more.length)
      bytes.set(more, at)
      at += more.length
    },
    position(units: Int32Array, from: number): void {
      require(LONGEST_POSITION)
      at = putPosition(bytes, at, units[from]!, units[from + 1]!)
    },
    /** `[[lng,lat],...]` of the numbers from `from` to `to`. */
    path(units: Int32Array, from: number, to: number): void {
      require(2 + ((to - from) / 2) * LONGEST_POSITION)
      const into = bytes
      into[at] = OPEN
      let end = at + 1
      for (let index = from; index < to; index += 2) {
        end = putPosition(into, end, units[index]!, units[index + 1]!)
        into[end++] = COMMA
      }
      into[end - 1] = CLOSE
      at = end
    },
    length: () => at,
    /** What was written, in place: good until the next byte. */
    written: (): Uint8Array => bytes.subarray(0, at),
    clear(): void {
      at = 0
    },
  }
}
export type Bytes = ReturnType<typeof createBytes>
