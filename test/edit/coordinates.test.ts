import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAngle, parseCoordinates } from '../../data/model/reading/coordinates.ts'

const at = (lng: number, lat: number, order: 'named' | 'range' | 'assumed') => ({ lng, lat, order })
const SINTANG = at(111.4951, -0.0695, 'range')

test.each([
  ['-0.0695, 111.4951', SINTANG],
  ['111.4951, -0.0695', SINTANG],
  ['-0,0695; 111,4951', SINTANG],
  ['-0,0695, 111,4951', SINTANG],
  ['-0,0695,111,4951', SINTANG],
  ['−0.0695 111.4951', SINTANG],
  ['[111.4951, -0.0695]', SINTANG],
  ['POINT (111.4951 -0.0695)', SINTANG],
  ['-0.0695\t111.4951', SINTANG],
  ['-0.0695° 111.4951°', SINTANG],
])('in Indonesia the number over 90 is the longitude, whichever comes first: %s', (text, reading) => {
  expect(parseCoordinates(text)).toEqual(reading)
})

test.each([
  ['0,0695 LS 111,4951 BT', at(111.4951, -0.0695, 'named')],
  ['0.0695 S, 111.4951 E', at(111.4951, -0.0695, 'named')],
  ['S 0.0695 E 111.4951', at(111.4951, -0.0695, 'named')],
  ['S0.0695 E111.4951', at(111.4951, -0.0695, 'named')],
  ['111.4951 T 0.0695 U', at(111.4951, 0.0695, 'named')],
  ['-0.0695 LS, 111.4951 BT', at(111.4951, -0.0695, 'named')],
  ['Lat: -0.0695 Long: 111.4951', at(111.4951, -0.0695, 'named')],
  ['bujur 111,4951 lintang -0,0695', at(111.4951, -0.0695, 'named')],
  ['X=111.4951 Y=-0.0695', at(111.4951, -0.0695, 'named')],
  ['0,0695 Lintang Selatan 111,4951 Bujur Timur', at(111.4951, -0.0695, 'named')],
])('a side that is named decides: %s', (text, reading) => {
  expect(parseCoordinates(text)).toEqual(reading)
})

const DMS = at(111.495, -0.0695, 'named')
test.each([
  [`0°04'10.2" S 111°29'42" E`, DMS],
  ['0° 4′ 10,2″ LS 111° 29′ 42″ BT', DMS],
  [`0º04’10,2” LS, 111º29’42” BT`, DMS],
  [`0°04'10.2''S 111°29'42''E`, DMS],
  ['0 4 10.2 LS 111 29 42 BT', DMS],
  ['0:04:10.2 S 111:29:42 E', DMS],
  ["0°4.17' S 111°29.7' E", DMS],
  [`S 0°04'10.2" E 111°29'42"`, DMS],
  [`-0°04'10.2", 111°29'42"`, at(111.495, -0.0695, 'range')],
  [`-0°04'10.2" 111°29'42"`, at(111.495, -0.0695, 'range')],
])('degrees, minutes and seconds are read in every usual spelling: %s', (text, reading) => {
  expect(parseCoordinates(text)).toEqual(reading)
})

test('where both numbers could be either, latitude is taken first and the reading says that this is a guess', () => {
  expect(parseCoordinates('1.5, 2.5')).toEqual(at(2.5, 1.5, 'assumed'))
})

test.each([
  '',
  'Nanga Mau',
  '-0.0695',
  '0,111',
  '1,5,110',
  '523456 9992345',
  '91 S 111 E',
  "0°61' S 111° E",
  "0.5° 4' S 111° E",
  '111 BT 112 BT',
  '-0.07 LU 111 BT',
  '1 2 3 4',
  '100, 120',
  '-0.0695, 111.4951, 35',
])('what cannot be read, or could be read in two ways, is no position: %s', (text) => {
  expect(parseCoordinates(text)).toBeNull()
})

test('a column of latitudes is read cell by cell', () => {
  expect(parseAngle('0° 4\' 10,2" LS')).toEqual({ degrees: -0.0695, axis: 'lat' })
  expect(parseAngle('111,4951')).toEqual({ degrees: 111.4951, axis: null })
  expect(parseAngle('95 LU')).toBeNull()
  expect(parseAngle('utara')).toBeNull()
  expect(parseAngle('0x1')).toBeNull()
})

const decimals = (least: number, most: number) => fc.integer({ min: least * 1e5, max: most * 1e5 }).map((n) => n / 1e5)

test('every place of Indonesia written in decimal degrees comes back as it was, with a dot and with a comma', () => {
  fc.assert(
    fc.property(decimals(95, 141), decimals(-11, 6), (lng, lat) => {
      const written = `${lat.toFixed(5)} ${lng.toFixed(5)}`
      for (const text of [written, written.replaceAll('.', ',')])
        expect(parseCoordinates(text)).toEqual({ lng, lat: lat + 0, order: 'range' })
    }),
  )
})
