import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exifOf } from '../../web/edit/photo/exif.ts'

type Rational = readonly [number, number]
type Camera = {
  readonly lat: readonly [Rational, Rational, Rational]
  readonly latSide: 'N' | 'S'
  readonly lng: readonly [Rational, Rational, Rational]
  readonly lngSide: 'E' | 'W'
  readonly taken: string
  readonly little: boolean
}

const CAMERA: Camera = {
  lat: [
    [0, 1],
    [4, 1],
    [102, 10],
  ],
  latSide: 'S',
  lng: [
    [111, 1],
    [29, 1],
    [42, 1],
  ],
  lngSide: 'E',
  taken: '2026:03:17 08:15:00',
  little: true,
}

const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0))

/** A TIFF block as cameras write it: IFD0 with pointers, the Exif directory, the GPS directory, then their values. */
const tiff = ({ lat, latSide, lng, lngSide, taken, little }: Camera): Uint8Array => {
  const view = new DataView(new ArrayBuffer(200))
  const text = (at: number, value: string) => new Uint8Array(view.buffer).set(ascii(value), at)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    view.setUint16(at, tag, little)
    view.setUint16(at + 2, type, little)
    view.setUint32(at + 4, count, little)
    view.setUint32(at + 8, value, little)
  }
  const angles = (at: number, values: readonly Rational[]) =>
    values.forEach(([above, below], i) => {
      view.setUint32(at + 8 * i, above, little)
      view.setUint32(at + 8 * i + 4, below, little)
    })
  text(0, little ? 'II' : 'MM')
  view.setUint16(2, 42, little)
  view.setUint32(4, 8, little)
  view.setUint16(8, 2, little)
  entry(10, 0x8769, 4, 1, 38)
  entry(22, 0x8825, 4, 1, 56)
  view.setUint16(38, 1, little)
  entry(40, 0x9003, 2, 20, 110)
  view.setUint16(56, 4, little)
  entry(58, 1, 2, 2, 0)
  text(66, latSide)
  entry(70, 2, 5, 3, 130)
  entry(82, 3, 2, 2, 0)
  text(90, lngSide)
  entry(94, 4, 5, 3, 154)
  text(110, `${taken}\0`)
  angles(130, lat)
  angles(154, lng)
  return new Uint8Array(view.buffer)
}

const jpeg = (block: Uint8Array): Uint8Array => {
  const length = block.length + 8
  const app0 = [0xff, 0xe0, 0, 16, ...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]
  return Uint8Array.from([
    0xff,
    0xd8,
    ...app0,
    0xff,
    0xe1,
    length >> 8,
    length & 255,
    ...ascii('Exif\0\0'),
    ...block,
    0xff,
    0xda,
  ])
}
const webp = (block: Uint8Array): Uint8Array => {
  const chunk = (name: string, content: readonly number[]) => [
    ...ascii(name),
    content.length & 255,
    (content.length >> 8) & 255,
    0,
    0,
    ...content,
    ...(content.length % 2 ? [0] : []),
  ]
  return Uint8Array.from([
    ...ascii('RIFF'),
    0,
    0,
    0,
    0,
    ...ascii('WEBP'),
    ...chunk('VP8X', [1, 2, 3]),
    ...chunk('EXIF', [...block]),
  ])
}

const NANGA_MAU = { position: { lng: 111.495, lat: -0.0695 }, takenOn: '2026-03-17' }

test('a phone that saves the place of a picture in Sintang is read to the metre, in either byte order', () => {
  expect(exifOf(jpeg(tiff(CAMERA)))).toEqual(NANGA_MAU)
  expect(exifOf(jpeg(tiff({ ...CAMERA, little: false })))).toEqual(NANGA_MAU)
  expect(exifOf(webp(tiff(CAMERA)))).toEqual(NANGA_MAU)
})

test('north and west are told apart from south and east', () => {
  expect(exifOf(jpeg(tiff({ ...CAMERA, latSide: 'N', lngSide: 'W' }))).position).toEqual({ lng: -111.495, lat: 0.0695 })
})

test('a camera without a fix writes zeros or no fraction at all: that is no place', () => {
  const zero: Camera['lat'] = [
    [0, 1],
    [0, 1],
    [0, 1],
  ]
  expect(exifOf(jpeg(tiff({ ...CAMERA, lat: zero, lng: zero }))).position).toBeNull()
  const none: Camera['lat'] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ]
  expect(exifOf(jpeg(tiff({ ...CAMERA, lat: none }))).position).toBeNull()
  expect(exifOf(jpeg(tiff({ ...CAMERA, taken: '0000:00:00 00:00:00' }))).takenOn).toBeNull()
})

test('no picture, however damaged, keeps anybody from working', () => {
  const whole = jpeg(tiff(CAMERA))
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, length) => {
      const damaged = whole.slice()
      damaged[at] = byte
      expect(exifOf(damaged.subarray(0, length))).toHaveProperty('position')
    }),
  )
  expect(exifOf(new Uint8Array(0))).toEqual({ position: null, takenOn: null })
})
