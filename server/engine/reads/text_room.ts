/**
 * A room of so many bytes for texts that are put in one behind the other; when it is full, what came first makes way. A
 * place counts all bytes that were ever put in before it, so it is never given twice.
 */
export const createTextRoom = (roomBytes: number) => {
  let room: Buffer | null = null
  let end = 0
  // A text lies in one piece, and never up to the last byte: texts whose places follow each other lie behind each other.
  const nextStart = (length: number): number => {
    const rest = roomBytes - (end % roomBytes)
    return length < rest ? end : end + rest
  }
  return {
    fits: (length: number): boolean => length < roomBytes,
    isThere: (place: number): boolean => place >= end - roomBytes,
    /** Whether a text of that length leaves alone what begins at a place. */
    leaves: (place: number, length: number): boolean => place >= nextStart(length) + length - roomBytes,
    put(text: Uint8Array): number {
      // Pages of memory that were never written to are not taken.
      room ??= Buffer.allocUnsafeSlow(roomBytes)
      const start = nextStart(text.length)
      room.set(text, start % roomBytes)
      end = start + text.length
      return start
    },
    /** What lies between two places, in place: good until the next text. */
    piece: (from: number, to: number): Uint8Array => room!.subarray(from % roomBytes, (from % roomBytes) + to - from),
  }
}
