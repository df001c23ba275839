import { cellsAt, GOOD, HEADINGS, IN_ASAM } from './good.ts'
import { type Hostile, utf8, wide } from './hostile.ts'

/** The letters of Windows-1252 that these tables hold beyond Latin-1. */
const DASH_1252 = 0x97
const inWindows = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((letter) => (letter === '—' ? DASH_1252 : letter.charCodeAt(0))))
const turned = (bytes: Uint8Array): Uint8Array => bytes.map((_, at) => bytes[at ^ 1]!)
const marked = (mark: readonly number[], bytes: Uint8Array): Uint8Array => Uint8Array.from([...mark, ...bytes])

const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': utf8,
  'UTF-8 with its mark': (text) => marked([0xef, 0xbb, 0xbf], utf8(text)),
  'UTF-16 with its mark': (text) => marked([0xff, 0xfe], wide(text)),
  'UTF-16 turned, with its mark': (text) => marked([0xfe, 0xff], turned(wide(text))),
  'UTF-16 without a mark': wide,
  'Windows-1252': inWindows,
}
const SEPARATORS: Readonly<Record<string, string>> = { commas: ',', semicolons: ';', tabs: '\t', bars: '|' }
const ENDS: Readonly<Record<string, string>> = { 'line feeds': '\n', 'carriage returns': '\r', both: '\r\n' }

const table = (rows: readonly (readonly string[])[], separator = ',', end = '\n'): string =>
  [HEADINGS, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(separator)).join(end)

const [LNG, LAT] = IN_ASAM.coordinates.map(String) as [string, string]

const WRITTEN: readonly Hostile[] = Object.entries(ENCODINGS).flatMap(([encoding, encode]) =>
  Object.entries(SEPARATORS).map(
    ([separated, separator]): Hostile => ({
      name: `a table in ${encoding} between ${separated}`,
      bytes: () => encode(table([cellsAt(LAT, LNG)], separator)),
      takes: [IN_ASAM],
      titles: [GOOD.judul],
    }),
  ),
)
const ENDED: readonly Hostile[] = Object.entries(ENDS).map(([ended, end]) => ({
  name: `a table whose lines end in ${ended}`,
  bytes: () => utf8(table([cellsAt(LAT, LNG), ['Kelas ibu', ...cellsAt(LAT, LNG).slice(1)]], ',', end)),
  takes: [IN_ASAM, IN_ASAM],
  titles: [GOOD.judul, 'Kelas ibu'],
}))

/** Latitude and longitude as somebody wrote them, and what is said of them. */
const PLACES: readonly (readonly [name: string, lat: string, lng: string, found: string])[] = [
  ['NaN', 'NaN', LNG, 'unread'],
  ['NaN twice', 'NaN', 'NaN', 'unread'],
  ['Infinity', LAT, 'Infinity', 'unread'],
  ['minus infinity', '-Infinity', LNG, 'unread'],
  ['more than any number', '1e999', LNG, 'unread'],
  ['a power', '1.25e-2', LNG, 'unread'],
  ['a hexadecimal number', '0x1', LNG, 'unread'],
  ['an error of a sheet', '#REF!', LNG, 'unread'],
  ['a hundred digits', LAT.padEnd(100, '0'), LNG.padEnd(100, '0'), ''],
  ['no longitude', LAT, '', 'missing'],
  ['no latitude', '', LNG, 'missing'],
  ['a latitude beyond the pole', '91', LNG, 'outside'],
  ['a longitude beyond the line', LAT, '181', 'unread'],
  ['a longitude around the world', LAT, '470.0125', 'unread'],
  ['the north pole', '90', '0', 'outside'],
  ['the south pole', '-90', LNG, 'outside'],
  ['the date line', LAT, '180', 'outside'],
  ['the date line from the other side', LAT, '-180', 'outside'],
  ['nought and nought', '0', '0', 'outside'],
  ['the other half of the world', LAT, `-${LNG}`, 'outside'],
  ['each in the place of the other', LNG, LAT, 'swapped'],
  ['full-width digits', '０.０１２５', '１１０.０１２５', 'unread'],
  ['commas for points', LAT.replace('.', ','), LNG.replace('.', ','), ''],
  ['blanks that do not break', `\u00a0${LAT}\u202f`, `\u2007${LNG}`, ''],
  ['marks without width', `${LAT}\u200b`, LNG, 'unread'],
  ['a true minus sign', '\u22120.5', LNG, 'outside'],
]
const PLACED: readonly Hostile[] = PLACES.map(([name, lat, lng, found]) => ({
  name: `a position of ${name}`,
  bytes: () => utf8(table([cellsAt(lat, lng)])),
  ...(found === '' ? { takes: [IN_ASAM] } : { rows: 1, found: [found] }),
}))

export const TABLES: readonly Hostile[] = [...WRITTEN, ...ENDED, ...PLACED]
