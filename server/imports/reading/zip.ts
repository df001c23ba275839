import { crc32, inflateRawSync } from 'node:zlib'
import { HARMLESS_BYTES, LIMITS } from './limits.ts'
import { FileRefusal, refuse } from './refusal.ts'
import { decodeLoosely } from './text.ts'

/** One part of an archive as its directory lists it. */
type Listed = {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly checksum: number
  readonly storedBytes: number
  readonly inflatedBytes: number
  readonly at: number
}

/** A part that can be taken out; its bytes are inflated when asked for. */
export type Part = { readonly name: string; readonly bytes: () => Uint8Array }

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const LONGEST_COMMENT = 65_535
const [STORED, DEFLATED] = [0, 8]

const BROKEN = new FileRefusal({
  id: 'Arsip zip ini rusak atau terpotong. Buat lagi arsipnya, lalu unggah ulang.',
  en: 'This zip archive is damaged or cut short. Make it again, then upload it.',
})

const mb = (bytes: number): number => Math.ceil(bytes / 1_000_000)

const findEnd = (view: DataView): number => {
  const last = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT)
  for (let at = view.byteLength - END_BYTES; at >= last; at -= 1) if (view.getUint32(at, true) === END) return at
  throw BROKEN
}

const listedAt = (view: DataView, at: number): { readonly listed: Listed; readonly next: number } => {
  if (view.getUint32(at, true) !== ENTRY) throw BROKEN
  const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
    number,
    number,
    number,
  ]
  const flags = view.getUint16(at + 8, true)
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)
  return {
    listed: {
      name: decodeLoosely(name, flags & 0x800 ? 'utf-8' : 'windows-1252'),
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) === 1,
      checksum: view.getUint32(at + 16, true),
      storedBytes: view.getUint32(at + 20, true),
      inflatedBytes: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    },
    next: at + 46 + nameLength + extra + comment,
  }
}

const list = (view: DataView): readonly Listed[] => {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > LIMITS.zipEntries)
    refuse(
      `Arsip berisi ${count} berkas; paling banyak ${LIMITS.zipEntries}. Sertakan hanya berkas datanya.`,
      `The archive holds ${count} files; at most ${LIMITS.zipEntries} are taken. Include only the data itself.`,
    )
  const found: Listed[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    const { listed, next } = listedAt(view, at)
    found.push(listed)
    at = next
  }
  return found
}

const isBomb = (storedBytes: number, inflatedBytes: number): boolean =>
  inflatedBytes > HARMLESS_BYTES && inflatedBytes > LIMITS.zipRatio * storedBytes

const LOCAL_BYTES = 30
/** Room beyond what is promised: in one piece, a part is not held twice while its pieces are joined. */
const MORE_BYTES = 64

/** Two parts out of the same bytes: a few kilobytes would be counted, and inflated, again and again. */
const refuseOverlaps = (parts: readonly Listed[]): void => {
  const inOrder = [...parts].sort((a, b) => a.at - b.at)
  for (const [index, { at, storedBytes }] of inOrder.entries())
    if (at + LOCAL_BYTES + storedBytes > (inOrder[index + 1]?.at ?? Number.POSITIVE_INFINITY)) throw BROKEN
}

const check = (parts: readonly Listed[]): void => {
  refuseOverlaps(parts)
  const inflatedBytes = parts.reduce((sum, part) => sum + part.inflatedBytes, 0)
  const storedBytes = parts.reduce((sum, part) => sum + part.storedBytes, 0)
  if (parts.some(({ isEncrypted }) => isEncrypted))
    refuse(
      'Arsip ini dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu unggah ulang.',
      'This archive is locked with a password. Save it without one, then upload it.',
    )
  if (inflatedBytes > LIMITS.inflatedBytes)
    refuse(
      `Isi arsip ${mb(inflatedBytes)} MB setelah dibuka; paling banyak ${mb(LIMITS.inflatedBytes)} MB. Bagi menjadi beberapa berkas.`,
      `The archive holds ${mb(inflatedBytes)} MB once opened; at most ${mb(LIMITS.inflatedBytes)} MB are taken. Divide it into several files.`,
    )
  if (isBomb(storedBytes, inflatedBytes) || parts.some((part) => isBomb(part.storedBytes, part.inflatedBytes)))
    refuse(
      `Isi arsip mengembang lebih dari ${LIMITS.zipRatio} kali lipat, tidak wajar untuk data. Buat lagi arsipnya dari berkas asli.`,
      `The archive swells more than ${LIMITS.zipRatio} times, which no data does. Make it again from the original files.`,
    )
}

/** Never more bytes than the directory promised, whatever the part itself says, and no others. */
const inflate = (bytes: Uint8Array, view: DataView, listed: Listed): Uint8Array => {
  const { method, checksum, storedBytes, inflatedBytes, at } = listed
  try {
    if (view.getUint32(at, true) !== LOCAL) throw BROKEN
    const begin = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    const stored = bytes.subarray(begin, begin + storedBytes)
    if (stored.length !== storedBytes || (method !== STORED && method !== DEFLATED)) throw BROKEN
    const inflated =
      method === STORED || inflatedBytes === 0
        ? stored
        : inflateRawSync(stored, { maxOutputLength: inflatedBytes, chunkSize: inflatedBytes + MORE_BYTES })
    const part = inflatedBytes === 0 ? new Uint8Array() : inflated
    if (part.length !== inflatedBytes || crc32(part) !== checksum) throw BROKEN
    return part
  } catch {
    throw BROKEN
  }
}

const isFolder = (name: string): boolean => /[/\\]$/.test(name)

/** The parts of an archive whose size was counted first; refuses bombs, locked and damaged archives in words. */
export const openZip = (bytes: Uint8Array): readonly Part[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = (() => {
    try {
      return list(view)
    } catch (error) {
      throw error instanceof FileRefusal ? error : BROKEN
    }
  })()
  check(listed)
  return listed
    .filter(({ name }) => !isFolder(name) && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name))
    .map((part) => ({ name: part.name, bytes: () => inflate(bytes, view, part) }))
}

/** The last part of a path in an archive, in lower case. */
export const baseName = (name: string): string => name.split(/[/\\]/).at(-1)!.toLowerCase()
