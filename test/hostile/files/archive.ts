import { crc32, deflateRawSync } from 'node:zlib'
import { utf8 } from './hostile.ts'

/** An archive whose directory says what it likes. */
export const archive = (
  parts: readonly {
    readonly name: string
    readonly data: Uint8Array
    readonly says?: number
    readonly flags?: number
    readonly at?: number
  }[],
  count = parts.length,
): Uint8Array => {
  const locals: number[] = []
  const entries: number[] = []
  const two = (value: number) => [value & 255, (value >> 8) & 255]
  const four = (value: number) => [...two(value & 0xffff), ...two(value >>> 16)]
  for (const { name, data, says = data.length, flags = 0, at } of parts) {
    const packed = deflateRawSync(data)
    const begin = at ?? locals.length
    const common = [
      ...two(20),
      ...two(flags),
      ...two(8),
      ...four(0),
      ...four(crc32(data)),
      ...four(packed.length),
      ...four(says),
      ...two(name.length),
      ...two(0),
    ]
    if (at === undefined) locals.push(...four(0x04034b50), ...common, ...utf8(name), ...packed)
    entries.push(
      ...four(0x02014b50),
      ...two(20),
      ...common,
      ...two(0),
      ...two(0),
      ...two(0),
      ...four(0),
      ...four(begin),
      ...utf8(name),
    )
  }
  return Uint8Array.from([
    ...locals,
    ...entries,
    ...four(0x06054b50),
    ...two(0),
    ...two(0),
    ...two(count),
    ...two(count),
    ...four(entries.length),
    ...four(locals.length),
    ...two(0),
  ])
}
