import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { archive } from './archive.ts'
import { goodTable, IN_ASAM } from './good.ts'
import { bytes, type Hostile, random, utf8 } from './hostile.ts'

const TABLE = utf8(goodTable())
const DATA = { name: 'data.csv', data: TABLE } as const
const one = (): Uint8Array => archive([DATA])

const refused = (name: string, make: () => Uint8Array, says: RegExp): Hostile => bytes(`an archive ${name}`, make, says)
const taken = (name: string, make: () => Uint8Array): Hostile => ({
  ...bytes(`an archive ${name}`, make),
  takes: [IN_ASAM],
})

/** Where the one local header, and where the directory of `one()` begin, and the offsets of what they say. */
const LOCAL = { name: 26 }
const ENTRY = { method: 10, checksum: 16, stored: 20, inflated: 24, name: 28, at: 42 }
const END = { count: 10, directory: 16, bytes: 22 }
const entryOf = (made: Uint8Array): number =>
  new DataView(made.buffer, made.byteOffset).getUint32(made.length - END.bytes + END.directory, true)

/** The archive with other numbers written over it; offsets are of its directory's entry unless they are of its end. */
const written = (size: 2 | 4, value: number, at: (made: Uint8Array) => number) => (): Uint8Array => {
  const made = one()
  const view = new DataView(made.buffer, made.byteOffset)
  if (size === 2) view.setUint16(at(made), value, true)
  else view.setUint32(at(made), value, true)
  return made
}
const inEntry = (offset: number) => (made: Uint8Array) => entryOf(made) + offset
const inEnd = (offset: number) => (made: Uint8Array) => made.length - END.bytes + offset

const folders = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `f${at}/`, data: new Uint8Array() }))

const FOLDERS: readonly Hostile[] = [
  refused('of two hundred and fifty folders', () => archive([...folders(250), DATA]), /251 files/),
  refused('of two hundred folders and a table', () => archive([...folders(200), DATA]), /201 files/),
  taken('of a hundred and ninety-nine folders and a table', () => archive([...folders(199), DATA])),
  refused(
    'whose folder holds a bomb',
    () => archive([{ name: 'f/', data: new Uint8Array(20_000_000) }, DATA]),
    /swells/,
  ),
  refused(
    'whose folders say a megabyte each',
    () => archive([...folders(150).map((folder) => ({ ...folder, says: 1_000_000 })), DATA]),
    /151 MB|150 MB/,
  ),
  refused(
    'of many small parts that swell together',
    () => archive(Array.from({ length: 199 }, (_, at) => ({ name: `p${at}.csv`, data: new Uint8Array(60_000) }))),
    /swells/,
  ),
]

/** Names never reach the disk: what matters is whether they end like a table, and are not hidden. */
const SLIPS: readonly (readonly [name: string, isTaken: boolean])[] = [
  ['../../../etc/cron.d/data.csv', false],
  ['a/../../data.csv', false],
  ['..\\..\\data.csv', false],
  ['./data.csv', false],
  ['.htaccess.csv', false],
  ['__MACOSX/data.csv', false],
  ['data.csv\u0000', false],
  ['data.csv/', false],
  ['', false],
  ['/etc/data.csv', true],
  ['//host/share/data.csv', true],
  ['C:\\Windows\\data.csv', true],
  ['file:///etc/data.csv', true],
  ['CON.csv', true],
  ['data.csv\u0000.csv', true],
  ['data.exe.CSV', true],
  ['__proto__.csv', true],
  ['a"; rm -rf ~; ".csv', true],
  ['%2e%2e%2fdata.csv', true],
]
const SLIPPED: readonly Hostile[] = [
  ...SLIPS.map(([name, isTaken]) =>
    isTaken
      ? taken(`with ${JSON.stringify(name)}`, () => archive([{ ...DATA, name }]))
      : refused(`with ${JSON.stringify(name)}`, () => archive([{ ...DATA, name }]), /no table or map/),
  ),
  taken('with a name of sixty thousand letters', () => archive([{ ...DATA, name: `${'x'.repeat(60_000)}.csv` }])),
]

const LIES: readonly Hostile[] = [
  refused('that says less than it holds', written(4, TABLE.length - 1, inEntry(ENTRY.inflated)), /damaged/),
  refused('that says more than it holds', written(4, TABLE.length + 1, inEntry(ENTRY.inflated)), /damaged/),
  refused('that says nothing is in it', written(4, 0, inEntry(ENTRY.inflated)), /damaged/),
  refused('that stores less than it says', written(4, 5_000, inEntry(ENTRY.stored)), /damaged/),
  refused('that stores more than it says', written(4, 9, inEntry(ENTRY.stored)), /damaged/),
  refused('of four thousand megabytes', written(4, 0xffffffff, inEntry(ENTRY.inflated)), /4295 MB/),
  refused('whose checksum is another', written(4, 0x12345678, inEntry(ENTRY.checksum)), /damaged/),
  refused('whose part begins behind its end', written(4, 0xfffffff0, inEntry(ENTRY.at)), /damaged/),
  refused('whose part begins in the directory', written(4, 300, inEntry(ENTRY.at)), /damaged/),
  refused('whose part begins a byte later', written(4, 1, inEntry(ENTRY.at)), /damaged/),
  refused('packed in a way of its own', written(2, 99, inEntry(ENTRY.method)), /damaged/),
  refused('packed as deflate64', written(2, 9, inEntry(ENTRY.method)), /damaged/),
  refused('said to be stored', written(2, 0, inEntry(ENTRY.method)), /damaged/),
  refused('whose name is longer than it', written(2, 60_000, inEntry(ENTRY.name)), /damaged/),
  refused(
    'whose inner name is longer than it',
    written(2, 60_000, () => LOCAL.name),
    /damaged/,
  ),
  refused('of no entries', written(2, 0, inEnd(END.count)), /no table or map/),
  refused('of one entry too many', written(2, 2, inEnd(END.count)), /damaged/),
  refused('of sixty thousand entries', written(2, 60_000, inEnd(END.count)), /60000 files/),
  refused('whose directory is at its beginning', written(4, 0, inEnd(END.directory)), /damaged/),
  refused('whose directory is nowhere', written(4, 0xfffffffe, inEnd(END.directory)), /damaged/),
  refused(
    'with a bit turned in what it stores',
    () => {
      const made = one()
      made[60]! ^= 4
      return made
    },
    /damaged/,
  ),
  refused('with a second part inside the first', () => archive([DATA, { ...DATA, name: 'b.csv', at: 5 }]), /damaged/),
  refused('with the same part under two names', () => archive([DATA, { ...DATA, name: 'b.csv', at: 0 }]), /damaged/),
  taken('with a letter behind it', () => Uint8Array.from([...one(), 65])),
]
const CUT: readonly Hostile[] = [20, 40, 60, 80, 99].map((percent) =>
  refused(
    `cut after ${percent} of a hundred`,
    () => one().subarray(0, Math.floor((one().length * percent) / 100)),
    /damaged/,
  ),
)

const within = (levels: number): Uint8Array =>
  levels === 0 ? one() : zipSync({ 'data.zip': within(levels - 1) }, { level: 0 })

const NESTED: readonly Hostile[] = [
  refused('in ten archives', () => within(10), /no table or map/),
  refused('whose table is an archive', () => zipSync({ 'data.csv': one() }), /no table or map/),
  refused('whose map is an archive', () => zipSync({ 'doc.kml': one() }), /no table or map/),
  refused('whose table is a gzip archive', () => zipSync({ 'data.csv': gzipSync(TABLE) }), /gzip/),
  refused('whose map is a gzip archive', () => zipSync({ 'data.geojson': gzipSync(TABLE) }), /gzip/),
  refused('that holds a workbook', () => zipSync({ 'data.xlsx': one() }), /no table or map/),
  refused('that holds a map in an archive', () => zipSync({ 'data.kmz': one() }), /no table or map/),
  refused('of noise called a table', () => archive([{ name: 'data.csv', data: random(5, 5_000) }]), /no table or map/),
  refused(
    'of noise called a database',
    () => archive([{ name: 'data.gpkg', data: random(6, 5_000) }]),
    /no table or map/,
  ),
  refused(
    'of a picture called a table',
    () => archive([{ name: 'data.csv', data: utf8('<svg onload="alert(1)"/>') }]),
    /neither KML/,
  ),
]

export const LYING_ARCHIVES: readonly Hostile[] = [...FOLDERS, ...SLIPPED, ...LIES, ...CUT, ...NESTED]
