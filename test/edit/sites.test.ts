import type { MultiPolygon, Point, Polygon, Position } from 'geojson'
import { expect, test } from 'vitest'
import { ringsOf, withRings } from '../../web/edit/rings.ts'
import { boxOf, draftSites, drawn, renamed, replaced, reshaped, sitesOf, toggled } from '../../web/edit/sites.ts'
import { stick, stretchesOf } from '../../web/edit/snap.ts'

const square = (west: number, side = 0.1): Position[] => [
  [west, 0],
  [west + side, 0],
  [west + side, side],
  [west, side],
  [west, 0],
]
const POINT: Point = { type: 'Point', coordinates: [111.5, 0.25] }
const AREA: Polygon = { type: 'Polygon', coordinates: [square(111)] }

test('a village named twice is named once; naming it again takes it out and leaves the others', () => {
  const both = toggled(toggled([], '61.05.08.2001'), '61.05.08.2002')
  expect(sitesOf(both)).toEqual([{ code: '61.05.08.2001' }, { code: '61.05.08.2002' }])
  expect(sitesOf(toggled(both, '61.05.08.2001'))).toEqual([{ code: '61.05.08.2002' }])
})

test('a site that is split becomes its pieces where it stood, the rest stay in order', () => {
  const sites = draftSites([{ code: '61.05.08.2001' }, { geometry: AREA }, { geometry: POINT }])
  const pieces = [
    drawn({ type: 'Polygon', coordinates: [square(112)] }),
    drawn({ type: 'Polygon', coordinates: [square(113)] }),
  ]
  expect(replaced(sites, sites[1]!.key, pieces).map(({ key }) => key)).toEqual([
    sites[0]!.key,
    pieces[0]!.key,
    pieces[1]!.key,
    sites[2]!.key,
  ])
})

test('a moved site keeps its name, and no longer claims the accuracy of the position it came from', () => {
  const [site] = [drawn(POINT, { accuracyM: 8 })]
  const named = renamed([site!], site!.key, '  Kebun bibit ')
  const moved = reshaped(named, site!.key, { type: 'Point', coordinates: [111.6, -0.1] })
  expect(sitesOf(moved)).toEqual([{ geometry: { type: 'Point', coordinates: [111.6, -0.1] }, name: 'Kebun bibit' }])
  expect(moved[0]).not.toHaveProperty('accuracyM')
  expect(sitesOf(renamed(named, site!.key, ' '))).toEqual([{ geometry: POINT }])
})

test('the box around sites leaves room around a lone point and none is made up for named villages', () => {
  expect(boxOf([drawn(POINT)])).toEqual([111.495, 0.245, 111.505, 0.255])
  expect(boxOf([drawn(POINT), drawn(AREA)])).toEqual([111, 0, 111.5, 0.25])
  expect(boxOf(draftSites([{ code: '61.05.08.2001' }]))).toBeNull()
})

test('an area of two parts with a hole comes apart into its rings and together again as it was', () => {
  const area: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [[square(111, 1), square(111.2, 0.1)], [square(113)]],
  }
  expect(ringsOf(area)).toHaveLength(3)
  expect(withRings(area, ringsOf(area))).toEqual(area)
  expect(withRings(AREA, ringsOf(AREA))).toEqual(AREA)
})

const BORDER = stretchesOf([
  {
    type: 'LineString',
    coordinates: [
      [111, 0],
      [111.1, 0],
      [111.1, 0.1],
    ],
  },
])

test('a position near a boundary sticks to its side, nearer still to its corner, and far from it stays free', () => {
  expect(stick(BORDER, [111.05, 0.001], 0.002)).toEqual([111.05, 0])
  expect(stick(BORDER, [111.0995, 0.0005], 0.002)).toEqual([111.1, 0])
  expect(stick(BORDER, [111.05, 0.003], 0.002)).toBeNull()
  expect(stick(new Float64Array(0), [111, 0], 1)).toBeNull()
})

test('far from the equator a degree of longitude reaches less far than one of latitude', () => {
  const far = stretchesOf([
    {
      type: 'LineString',
      coordinates: [
        [10, 59],
        [10, 61],
      ],
    },
  ])
  expect(stick(far, [10.003, 60], 0.002)?.[0]).toBeCloseTo(10)
  expect(stick(far, [10.0045, 60], 0.002)).toBeNull()
})

test('outlines of areas stick as lines do, points do not', () => {
  expect(stretchesOf([AREA, { type: 'MultiPolygon', coordinates: [[square(113)]] }])).toHaveLength(32)
  expect(stretchesOf([POINT])).toHaveLength(0)
})
