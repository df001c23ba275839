import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPicture } from '../../server/work/photos/picture.ts'
import { tellsWhere } from '../../server/work/photos/position.ts'
import { openPhotoShelf } from '../../server/work/photos/shelf.ts'
import { ownFolder } from '../journal/own_folder.ts'
import { serve } from '../served.ts'
import { accepted, type Desk, given, refused, type Served, sit } from './desk.ts'
import { ascii, jpeg, segment, u16, u32 } from './pictures.ts'

const u32le = (value: number) => Buffer.from(u32(value)).reverse()

/** One directory of a TIFF block with one entry of this tag. */
const tiff = (tag: number) => Buffer.concat([ascii('MM\0*'), u32(8), u16(1), u16(tag), u16(4), u32(1), u32(26), u32(0)])
const EXIF = (tag: number) => Buffer.concat([ascii('Exif\0\0'), tiff(tag)])
const GPS = 0x8825
const ORIENTATION = 0x0112

const chunk = (kind: string, body: Buffer) => Buffer.concat([u32(body.length), ascii(kind), body, u32(0)])
const png = (width: number, height: number, ...chunks: Buffer[]) =>
  Buffer.concat([
    ascii('\u0089PNG\r\n\u001a\n'),
    chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([8, 2, 0, 0, 0])])),
    ...chunks,
    chunk('IEND', Buffer.alloc(0)),
  ])
const part = (kind: string, body: Buffer) =>
  Buffer.concat([ascii(kind), u32le(body.length), body, Buffer.alloc(body.length % 2)])
const webp = (width: number, height: number, ...parts: Buffer[]) => {
  const size = (value: number) => Buffer.from([(value - 1) & 255, ((value - 1) >> 8) & 255, (value - 1) >> 16])
  const body = Buffer.concat([
    ascii('WEBP'),
    part('VP8X', Buffer.concat([Buffer.alloc(4), size(width), size(height)])),
    ...parts,
  ])
  return Buffer.concat([ascii('RIFF'), u32le(body.length), body])
}

describe('what a picture is', () => {
  test.each([
    ['JPEG', jpeg(640, 480), 'image/jpeg', 640, 480],
    ['PNG', png(300, 200), 'image/png', 300, 200],
    ['WebP', webp(1600, 1200), 'image/webp', 1600, 1200],
  ] as const)('%s by its bytes, with its size', (_, bytes, type, width, height) => {
    expect(readPicture(bytes)).toMatchObject({ type, width, height })
  })

  test('what is cut off or only called a picture is none, wherever it ends', () => {
    for (const whole of [jpeg(10, 10, segment(0xe1, EXIF(GPS))), png(10, 10), webp(10, 10)])
      for (let length = 0; length < whole.length; length += 1)
        expect(() => readPicture(whole.subarray(0, length))).not.toThrow()
    for (const text of ['<svg onload="alert(1)"/>', 'GIF89a', '', '%PDF-1.7', '\u00ff\u00d8'])
      expect(readPicture(ascii(text))).toBeNull()
    expect(readPicture(png(10, 10).subarray(0, 40))).toBeNull()
  })

  test.each<[string, Buffer, boolean]>([
    ['a plain JPEG', jpeg(10, 10), false],
    ['one with its orientation', jpeg(10, 10, segment(0xe1, EXIF(ORIENTATION))), false],
    ['one with a position', jpeg(10, 10, segment(0xe1, EXIF(GPS))), true],
    [
      'one with a position in XMP',
      jpeg(10, 10, segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="0,3N"/>'))),
      true,
    ],
    [
      'one with EXIF that cannot be read',
      jpeg(10, 10, segment(0xe1, ascii('Exif\0\0MM\0*\u00ff\u00ff\u00ff\u00ff'))),
      true,
    ],
    [
      'a second picture with a position behind the first',
      Buffer.concat([jpeg(10, 10), jpeg(5, 5, segment(0xe1, EXIF(GPS)))]),
      true,
    ],
    ['a plain PNG', png(10, 10, chunk('tEXt', ascii('Title\0Kebun'))), false],
    ['a PNG with a position', png(10, 10, chunk('eXIf', tiff(GPS))), true],
    ['a PNG with its orientation', png(10, 10, chunk('eXIf', tiff(ORIENTATION))), false],
    ['a PNG with packed notes', png(10, 10, chunk('zTXt', ascii('Raw profile type exif\0\0x'))), true],
    ['a WebP with a position', webp(10, 10, part('EXIF', EXIF(GPS))), true],
    ['a WebP with bare EXIF and a position', webp(10, 10, part('EXIF', tiff(GPS))), true],
    ['a plain WebP', webp(10, 10), false],
  ])('%s: whether it tells where it was taken', (_, bytes, expected) => {
    expect(tellsWhere(bytes, readPicture(bytes)!)).toBe(expected)
  })
})

test('the same picture is kept once, under its hash, and is there after a restart', async () => {
  const folder = ownFolder()
  const shelf = openPhotoShelf(folder)
  const bytes = jpeg(8, 8)
  const [id] = await Promise.all([shelf.keep(bytes), shelf.keep(bytes)])
  expect(id).toMatch(/^[0-9a-f]{64}$/)
  const again = openPhotoShelf(folder)
  expect(await again.find(id)).toEqual({ bytes, type: 'image/jpeg' })
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )
  expect(files).toEqual([join(id.slice(0, 2), id)])
  for (const odd of ['../private/people.json', `${'0'.repeat(63)}/`, '', id.toUpperCase()]) {
    expect(again.has(odd)).toBe(false)
    expect(await again.find(odd)).toBeNull()
  }
})

let served: Served
let akar: Desk
let bina: Desk
let sekber: Desk
beforeAll(async () => {
  served = await serve()
  akar = await sit(served, 'partner', 'akar')
  bina = await sit(served, 'partner', 'bina')
  sekber = await sit(served, 'moderator')
})
afterAll(() => served.world.close())

const send = (desk: Desk, bytes: Buffer, type = 'image/jpeg') =>
  served.app.request('/api/photos', {
    method: 'POST',
    headers: { ...desk.headers, 'Content-Type': type },
    body: new Uint8Array(bytes),
  })

describe('photos of work', () => {
  test('a photo follows its record: for its keeper and Sekber until everyone sees it, then kept by every cache', async () => {
    const sent = await send(akar, jpeg(64, 48))
    const { id } = (await sent.json()) as { id: string }
    expect(sent.status).toBe(201)
    const see = async (headers: Record<string, string> = {}) => served.get(`/api/photos/${id}`, { headers })
    expect((await see()).status).toBe(404)
    const first = await accepted(akar.begin(given({ photos: [{ id, caption: 'Kelas pertama' }] }), true))
    expect((await see()).status).toBe(404)
    expect((await see(bina.headers)).status).toBe(404)
    const own = await see(akar.headers)
    expect([own.status, own.headers.get('Content-Type'), own.headers.get('Cache-Control')]).toEqual([
      200,
      'image/jpeg',
      'no-store',
    ])
    expect((await see(sekber.headers)).status).toBe(200)
    const verified = await accepted(sekber.step(first, 'verify'))
    const open = await see()
    expect([open.status, open.headers.get('Cache-Control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(open.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(Buffer.from(await open.arrayBuffer()).equals(jpeg(64, 48))).toBe(true)
    await accepted(akar.save(verified, given({ photos: [{ id }], visibility: 'organisation' })))
    expect((await see()).status).toBe(404)
    expect((await see(bina.headers)).status).toBe(404)
  })

  test.each<[string, Buffer, number]>([
    ['one that tells where it was taken', jpeg(10, 10, segment(0xe1, EXIF(GPS))), 400],
    ['one of six thousand pixels', jpeg(6000, 10), 413],
    ['one of no size', jpeg(0, 10), 400],
    ['a page in its place', ascii('<html><script>alert(1)</script>'), 400],
  ])('%s is refused in words', async (_, bytes, status) => {
    const response = await send(akar, bytes)
    expect(response.status).toBe(status)
    expect((await refused(response)).detail.length).toBeGreaterThan(30)
  })

  test('more than 1.5 MB and anything but a picture are refused at the door', async () => {
    expect((await send(akar, Buffer.alloc(1_600_000))).status).toBe(413)
    expect((await send(akar, jpeg(10, 10), 'text/plain')).status).toBe(415)
    const nobody = await served.app.request('/api/photos', {
      method: 'POST',
      headers: { 'Content-Type': 'image/jpeg', Origin: 'http://localhost' },
      body: new Uint8Array(jpeg(1, 1)),
    })
    expect(nobody.status).toBe(401)
  })
})
