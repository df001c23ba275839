import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_VIEW } from '../data/view/view.ts'
import { createFrame, lngLatAt, metresPerPixel } from '../server/sheet/camera.ts'
import { boxRing } from '../server/sheet/display.ts'
import { hatchMarks } from '../server/sheet/hatch_lines.ts'
import { sceneryOf } from '../server/sheet/picture.ts'
import { createSheet } from '../server/sheet/sheet.ts'
import type { World } from '../server/world.ts'
import { readPdf } from './read_pdf.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

let world: World
let app: SampleApp['app']

let close: SampleApp['close']
beforeAll(async () => {
  ;({ world, app, close } = await openSampleApp())
}, 120_000)
afterAll(() => close())

const get = async (path: string) => {
  const answer = await app.request(path)
  return {
    status: answer.status,
    type: answer.headers.get('Content-Type'),
    bytes: new Uint8Array(await answer.arrayBuffer()),
  }
}

const LANDSCAPE_A4_PT = [841.89, 595.28] as const

describe('a map sheet', () => {
  test('is A4 with title, figure, source, date, data version and author as real text', async () => {
    const { status, type, bytes } = await get('/api/sheet.pdf?author=Bappeda%20Uji&title=Judul%20uji')
    expect([status, type]).toEqual([200, 'application/pdf'])
    const { text, widthPt, heightPt, pages } = await readPdf(bytes)
    expect(pages).toBe(1)
    expect(widthPt).toBeCloseTo(LANDSCAPE_A4_PT[0], 0)
    expect(heightPt).toBeCloseTo(LANDSCAPE_A4_PT[1], 0)
    for (const words of [
      'Judul uji',
      'Sumber:',
      '22 November 2026',
      'versi data',
      'Bappeda Uji',
      'bertarget',
      'perkiraan',
      'Data contoh',
    ])
      expect(text).toContain(words)
  })

  test('lists in its legend exactly the classes that are drawn, each with its count', async () => {
    const scenery = sceneryOf(world, DEFAULT_VIEW)
    const drawn = new Set(scenery.coverage.units.map(({ verdict }) => verdict.kind))
    const { facts } = await createSheet(world, scenery, { paper: 'A4', orientation: 'landscape', language: 'id' })
    const listed = facts.legend.filter(({ layer }) => layer === 'villages').map(({ value }) => value)
    expect(new Set(listed)).toEqual(drawn)
    // No island lies on a sheet of Sintang.
    expect(facts.legend.some(({ layer }) => layer === 'islands')).toBe(false)
    const { text } = await readPdf((await get('/api/sheet.pdf')).bytes)
    for (const { words, countWords } of facts.legend)
      expect(text).toContain(`${words}${countWords && `\n${countWords}`}`)
  })

  test('draws a bar whose length is right within one per cent at its latitude, measured between degrees on the sheet', async () => {
    const scenery = sceneryOf(world, { ...DEFAULT_VIEW, region: '61.11' })
    const { bar, scale } = await createSheet(world, scenery, { paper: 'A4', orientation: 'portrait', language: 'id' })
    const { lines } = await readPdf((await get('/api/sheet.pdf?region=61.11&orientation=portrait')).bytes)
    const meridians = lines.filter(({ text }) => /BT$/.test(text))
    const minutesOf = (text: string) => Number(/^(\d+)/.exec(text)![1]) * 60 + Number(/°(\d+)/.exec(text)?.[1] ?? 0)
    const [first, last] = [meridians[0]!, meridians.findLast(({ y }) => Math.abs(y - meridians[0]!.y) < 1)!]
    expect(last.text).not.toBe(first.text)
    const pointsPerDegree = (last.middle - first.middle) / ((minutesOf(last.text) - minutesOf(first.text)) / 60)
    const metresPerDegree = 111_319.49 * Math.cos((1.2 * Math.PI) / 180)
    const barPt = bar.widthPx * 0.75
    expect(Math.abs((barPt / pointsPerDegree) * metresPerDegree - bar.lengthM) / bar.lengthM).toBeLessThan(0.01)
    const metresOnPaper = (barPt / 72) * 0.0254
    expect(Math.abs(bar.lengthM / metresOnPaper - scale) / scale).toBeLessThan(0.01)
    expect(scale % 25_000).toBe(0)
  })

  test('is as large as its paper, also where all that is on it grows', async () => {
    const { bytes } = await get('/api/sheet.pdf?paper=A2&orientation=portrait')
    const { widthPt, heightPt } = await readPdf(bytes)
    expect(Math.round(widthPt)).toBe(1191)
    expect(Math.round(heightPt)).toBe(1684)
  })
})

const pngSize = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

describe('a picture', () => {
  test('has the size that was asked for and something on it', async () => {
    const { status, type, bytes } = await get('/api/picture.png?width=600&height=400')
    expect([status, type]).toEqual([200, 'image/png'])
    expect(pngSize(bytes)).toEqual([600, 400])
    const empty = await get('/api/picture.png?width=600&height=400&at=100,-60,9')
    // Colours and outlines take bytes, bare paper takes hardly any.
    expect(bytes.length).toBeGreaterThan(10 * empty.bytes.length)
  })

  test.each([
    ['width=9', 'width'],
    ['width=2400&height=2400', 'width'],
    ['region=../../etc', 'region'],
    ['at=NaN,0,0', 'at'],
    ['theme=<script>', 'theme'],
    ['foo=1', 'foo'],
  ])('asked with %s is refused in words that name it', async (query, name) => {
    const { status, bytes } = await get(`/api/picture.png?${query}`)
    expect(status).toBe(400)
    expect(new TextDecoder().decode(bytes)).toContain(name)
  })

  test('a sheet takes no paper that is not made, and no logo that is no picture', async () => {
    expect((await get('/api/sheet.pdf?paper=A0')).status).toBe(400)
    const answer = await app.request('/api/sheet.pdf', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ logo: 'data:image/svg+xml;base64,PHN2Zy8+' }),
    })
    expect(answer.status).toBe(400)
  })
})

test('a pixel of a frame lies where its camera says', () => {
  const frame = createFrame(800, 600, { lng: 111, lat: -1.5, zoom: 9, bearing: 30 })
  expect(lngLatAt(frame, 400, 300)).toEqual([expect.closeTo(111, 9), expect.closeTo(-1.5, 9)])
  // 40,075,017 m around the equator, 512 x 2^9 pixels, at 1.5 degrees.
  expect(metresPerPixel(frame, -1.5)).toBeCloseTo((40_075_016.7 / (512 * 512)) * Math.cos((1.5 * Math.PI) / 180), 2)
})

test('hatches stay inside their area and leave its holes free', () => {
  const hole = boxRing(40, 40, 20, 20)
  const turned = Float64Array.of(...[0, 3, 2, 1].flatMap((at) => [hole[2 * at]!, hole[2 * at + 1]!]))
  const strokes = { dx: 1, dy: 0, spacingPx: 10, offsetPx: 5, widthPx: 1 }
  const { lines } = hatchMarks([boxRing(0, 0, 100, 100), turned], strokes)
  // Ten lines, two of them parted by the hole.
  expect(lines).toHaveLength(12)
  expect(lines.every(({ x1, x2 }) => x1 >= 0 && x2 <= 100)).toBe(true)
  expect(lines.filter(({ y1 }) => y1 === 45).map(({ x1, x2 }) => [x1, x2])).toEqual([
    [0, 40],
    [60, 100],
  ])
})
