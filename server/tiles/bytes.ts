/** What one whole number takes at most. */
export const MOST_VARINT_BYTES = 5

/**
 * Writes a whole number below 2^31 and hands back where the next one goes; there must be room for the longest. Whether a step
 * of an outline takes one byte or two is a toss-up, so these are written without asking.
 */
export const putVarint = (bytes: Uint8Array, at: number, value: number): number => {
  if (value >= 0x4000) return putLong(bytes, at, value)
  const more = (0x7f - value) >>> 31
  bytes[at] = (value & 0x7f) | (more << 7)
  bytes[at + 1] = value >>> 7
  return at + 1 + more
}

const putLong = (bytes: Uint8Array, from: number, value: number): number => {
  let at = from
  let rest = value
  for (; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80
  bytes[at] = rest
  return at + 1
}

export const varintBytes = (value: number): number => {
  let bytes = 1
  for (let rest = value; rest > 0x7f; rest >>>= 7) bytes += 1
  return bytes
}

/** Fewer are copied sooner one by one. */
const FEW = 24

/** Copies bytes `start` up to `end` and hands back where the next one goes. */
export const putBytes = (into: Uint8Array, at: number, bytes: Uint8Array, start: number, end: number): number => {
  if (end - start > FEW) into.set(bytes.subarray(start, end), at)
  else for (let i = start; i < end; i += 1) into[at + i - start] = bytes[i]!
  return at + end - start
}

/** Moves bytes `start` up to `end` back to `at` and hands back where the next one goes. */
export const moveBytes = (bytes: Uint8Array, at: number, start: number, end: number): number => {
  if (end - start > FEW) bytes.copyWithin(at, start, end)
  else for (let i = start; i < end; i += 1) bytes[at + i - start] = bytes[i]!
  return at + end - start
}
