import type { LineString, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { expect, test } from 'vitest'
import { cornerAdded, cornerMoved, cornerRemoved, cornersOf, roundedPath } from '../../web/edit/drawing/corners.ts'
import { joined, piecesOf, toolsOf } from '../../web/edit/drawing/pieces.ts'

const LINE: LineString = {
  type: 'LineString',
  coordinates: [
    [0, 0],
    [2, 0],
    [2, 4],
  ],
}
const RING: Position[] = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 0],
]
const AREA: Polygon = { type: 'Polygon', coordinates: [RING] }
const POINT: Point = { type: 'Point', coordinates: [111.123456789, -0.5] }

test('moving the first corner of a field keeps the field closed', () => {
  expect(cornerMoved(AREA, 0, [-1, -1]).coordinates).toEqual([
    [
      [-1, -1],
      [2, 0],
      [2, 2],
      [-1, -1],
    ],
  ])
})

test('a field keeps three corners and a line two, whatever is taken away', () => {
  expect(cornerRemoved(AREA, 0)).toBeNull()
  expect(cornersOf(cornerRemoved(LINE, 1)!)).toEqual([
    [0, 0],
    [2, 4],
  ])
  expect(cornerRemoved(cornerRemoved(LINE, 1)!, 0)).toBeNull()
  expect(cornerRemoved(POINT, 0)).toBeNull()
})

test('a new corner stands halfway to the next; behind the end of a line it goes on in the same direction', () => {
  expect(cornersOf(cornerAdded(AREA, 2)!)[3]).toEqual([1, 1])
  expect(cornersOf(cornerAdded(LINE, 0)!)[1]).toEqual([1, 0])
  expect(cornersOf(cornerAdded(LINE, 2)!)[3]).toEqual([2, 6])
  expect(cornerAdded(POINT, 0)).toBeNull()
})

test('what is held is held to the centimetre', () => {
  expect(roundedPath(POINT).coordinates).toEqual([111.1234568, -0.5])
})

const HOLED: MultiPolygon = { type: 'MultiPolygon', coordinates: [[RING, RING], [RING]] }

test('an area with holes and parts is moved ring by ring and is whole again afterwards', () => {
  const pieces = piecesOf(HOLED)
  expect(pieces.map(({ mode }) => mode)).toEqual(['polygon', 'polygon', 'polygon'])
  expect(
    joined(
      HOLED,
      pieces.map(({ path }) => path),
    ),
  ).toEqual(HOLED)
  expect(joined(HOLED, [pieces[0]!.path])).toBeNull()
})

test('a circle is moved as a circle and a box as a box, until a hole makes them areas like any other', () => {
  expect(toolsOf(piecesOf(AREA, 'circle'))).toEqual(['circle'])
  expect(toolsOf(piecesOf(AREA, 'box'))).toEqual(['box'])
  expect(toolsOf(piecesOf({ type: 'Polygon', coordinates: [RING, RING] }, 'circle'))).toEqual(['polygon'])
  expect(toolsOf(piecesOf(LINE))).toEqual(['line'])
  expect(toolsOf(piecesOf(POINT))).toEqual(['point'])
})
