export const ascii = (text: string) => Buffer.from(text, 'latin1')
export const u16 = (value: number) => Buffer.from([value >> 8, value & 255])
export const u32 = (value: number) => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)])

export const segment = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body])
/** The smallest JPEG that readers take for one, with more segments when given. */
export const jpeg = (width: number, height: number, ...segments: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, ascii('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...segments,
    segment(0xc0, Buffer.concat([Buffer.from([8]), u16(height), u16(width), Buffer.from([1, 1, 17, 0])])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0xd9]),
  ])
