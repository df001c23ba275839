/** The same array, or one of at least twice the size with the same beginning: buffers of the sweep only ever grow. */
export const roomIn = <T extends Float64Array | Int32Array>(buffer: T, length: number): T => {
  if (length <= buffer.length) return buffer
  const Buffer = buffer.constructor as new (length: number) => T
  const wider = new Buffer(Math.max(length, 2 * buffer.length))
  wider.set(buffer)
  return wider
}
