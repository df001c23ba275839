import { expect, test } from 'vitest'
import { boxTiles, unboxTiles } from '../data/model/tile_box.ts'
import { sidesOf } from '../data/view/scene.ts'
import { fitCamera, glideMsBetween } from '../web/present/camera.ts'
import { commandOf } from '../web/present/keys.ts'
import { missingIn } from '../web/present/missing.ts'
import { placeOf, stepTo } from '../web/present/order.ts'
import { usedText } from '../web/present/used.ts'

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  commandOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more })

test.each([
  ['ArrowRight', 'next'],
  ['PageDown', 'next'],
  [' ', 'next'],
  ['ArrowLeft', 'previous'],
  ['PageUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['f', 'fullscreen'],
  ['L', 'laser'],
  ['o', 'overview'],
  ['P', 'presenter'],
])('%s is %s', (key, command) => {
  expect(press(key)).toBe(command)
})

test('shift with space goes back, and what is pressed with Ctrl belongs to the browser', () => {
  expect(press(' ', { shiftKey: true })).toBe('previous')
  expect([press('p', { ctrlKey: true }), press('ArrowLeft', { altKey: true }), press('q')]).toEqual([null, null, null])
})

const SCENES = [{ id: 'pembuka' }, { id: 'kebutuhan' }, { id: 'dua tahun' }]

test('an address opens the scene it names, and the first where it names none that is there', () => {
  expect(placeOf(SCENES, '#kebutuhan')).toBe(1)
  expect(placeOf(SCENES, '#dua%20tahun')).toBe(2)
  expect([placeOf(SCENES, ''), placeOf(SCENES, '#lain'), placeOf(SCENES, '#%E0%A4%A')]).toEqual([0, 0, 0])
})

test('scenes follow in their order and stop at either end', () => {
  expect([stepTo(0, 3, 'next'), stepTo(2, 3, 'next'), stepTo(0, 3, 'previous')]).toEqual([1, 2, 0])
  expect([stepTo(1, 3, 'first'), stepTo(1, 3, 'last'), stepTo(1, 3, 'laser')]).toEqual([0, 2, 1])
})

const KNOWN = {
  regencies: [{ code: '61.05' }, { code: '61.11' }],
  themes: [{ id: 'stunting' }],
  organisations: [],
} as unknown as Parameters<typeof sidesOf>[2]
const OF = { region: '61.11', language: 'id' } as const
const sceneOf = (view: string, after?: string) =>
  ({ kind: after === undefined ? 'map' : 'swipe', view, ...(after === undefined ? {} : { after }) }) as const

test('a scene of a region that is not here shows the region of its story, and says so', () => {
  const { first } = sidesOf(sceneOf('?region=99.99&theme=stunting'), OF, KNOWN)
  expect([first.view.region, first.lost]).toEqual(['61.11', { parameters: ['region'], layers: [] }])
})

test('a layer that is no more is named, and the other layers of the scene stay', () => {
  const { first } = sidesOf(sceneOf('?region=61.11&layers=villages,moon,islands'), OF, KNOWN)
  expect(first.view.layers.map(({ id }) => id)).toEqual(['villages', 'islands'])
  expect(missingIn(first.lost)).toEqual([{ kind: 'unknownLayers', names: ['moon'] }])
})

test('a broken view still shows its region, and names what cannot be read', () => {
  const { first } = sidesOf(sceneOf('?region=61.05&period=kapan&at=1,2'), OF, KNOWN)
  expect([first.view.region, first.view.camera, first.lost.parameters]).toEqual(['61.05', null, ['period', 'at']])
})

test('both sides of a swipe show the same stretch of country', () => {
  const { first, after } = sidesOf(
    sceneOf('?region=61.11&at=109,-1.5,9&period=2024', '?region=61.11&at=110,0,5&period=2026'),
    OF,
    KNOWN,
  )
  expect(after?.view.camera).toEqual(first.view.camera)
  expect([first.view.period.to, after?.view.period.to]).toEqual([2024, 2026])
})

const CAMERA = { lng: 109, lat: -1.5, zoom: 9.6, bearing: 0 }

test('a room twice as wide and high shows the same country one zoom closer', () => {
  expect(fitCamera(CAMERA, { width: 1920, height: 1280 }).zoom).toBeCloseTo(10.6, 6)
  expect(fitCamera(CAMERA, { width: 960, height: 640 }).zoom).toBeCloseTo(9.6, 6)
  expect(fitCamera(CAMERA, { width: 10, height: 10 }).zoom).toBeCloseTo(8, 6)
})

test('the camera takes 600 ms for a step and never more than 1,500', () => {
  expect(glideMsBetween(CAMERA, CAMERA)).toBe(600)
  expect(glideMsBetween(CAMERA, { ...CAMERA, zoom: 10.6 })).toBe(820)
  expect(glideMsBetween(CAMERA, { ...CAMERA, lng: 140, zoom: 4 })).toBe(1_500)
})

test('tiles come out of their box as they went in, empty ones too', () => {
  const tiles = new Map([
    ['9/410/256?theme=stunting', new Uint8Array([1, 2, 3])],
    ['10/821/513', new Uint8Array()],
  ])
  const out = unboxTiles(boxTiles(tiles))
  expect([...out].map(([address, tile]) => [address, [...tile]])).toEqual([
    ['10/821/513', []],
    ['9/410/256?theme=stunting', [1, 2, 3]],
  ])
})

test('the time used is read in minutes, and in hours once there are some', () => {
  expect([usedText(0), usedText(754), usedText(3_671)]).toEqual(['00:00', '12:34', '1:01:11'])
})
