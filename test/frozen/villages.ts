import type { MultiPolygon, Polygon, Position } from 'geojson'
import { parentOf } from '../../data/model/codes.ts'
import type { Place } from '../../server/engine/engine.ts'
import { hectares } from '../../server/engine/equal_area.ts'
import { seeded } from './random.ts'
import { blob, closed, rectangle, rounded } from './rings.ts'

/*
 * Thirty villages in a lattice of six columns by five rows that lies across the equator, an enclave, and five villages of
 * two to four islands to the east: 36. Neighbours share every position of a border that wiggles; some borders are one
 * straight edge, upright or level, long enough to bend in the equal-area plane.
 *
 *   lat  0.08  +-----+-----+-----+-----+-----+-----+
 *              | 24  | 25  | 26  | 27  | 28  | 29  |      32 o O   33 O o
 *              | ... |     | ... |     |(lake)     |           o O      O
 *   lat  0.00 - - - - - - - - equator - - - - - - - -     34 O  O  35 o O  36 O O
 *              |  0  |  1  |  2  |  3  |  4  |  5  |              o
 *   lat -0.12  +-----+-----+-----+-----+-----+-----+
 *         lng 110.00                            110.24     110.30 ...
 *
 * Village 8 has a hole that the enclave, 30, fills to the last position; 16 has a lake; 21 is wound inside out.
 */
const COLUMNS = 6
const ROWS = 5
const CELL = 0.04
const [WEST, SOUTH] = [110, -0.12]
const WIGGLES = 7
const WITH_ENCLAVE = 8
const WITH_LAKE = 16
const INSIDE_OUT = 21
const ISLAND_VILLAGES = 5

type Area = Polygon | MultiPolygon

const random = seeded(6105)

const corners: readonly (readonly Position[])[] = Array.from({ length: ROWS + 1 }, (_, row) =>
  Array.from({ length: COLUMNS + 1 }, (_, column) => rounded(WEST + column * CELL, SOUTH + row * CELL)),
)

/** The wiggles between two corners; every third border has none. */
const wiggle = (from: Position, to: Position, at: number): readonly Position[] =>
  at % 3 === 0
    ? []
    : Array.from({ length: WIGGLES }, (_, step) => {
        const share = (step + 1) / (WIGGLES + 1)
        const aside = 0.2 * CELL * (random() - 0.5)
        const [dx, dy] = [to[0]! - from[0]!, to[1]! - from[1]!]
        return rounded(from[0]! + dx * share + (dy / CELL) * aside, from[1]! + dy * share + (dx / CELL) * aside)
      })

const level = corners.map((row, r) => row.slice(1).map((to, c) => wiggle(row[c]!, to, r + c)))
const upright = corners.slice(1).map((row, r) => row.map((to, c) => wiggle(corners[r]![c]!, to, r + 2 * c)))

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, step) => from + step)

/** The outline of a block of lattice villages, counter-clockwise, along the very positions of their borders. */
export const blockOutline = (column: number, row: number, columns = 1, rows = 1): Position[] => {
  const [east, north] = [column + columns, row + rows]
  const along = range(column, east)
  const up = range(row, north)
  return closed([
    ...along.flatMap((c) => [corners[row]![c]!, ...level[row]![c]!]),
    ...up.flatMap((r) => [corners[r]![east]!, ...upright[r]![east]!]),
    ...along.toReversed().flatMap((c) => [corners[north]![c + 1]!, ...level[north]![c]!.toReversed()]),
    ...up.toReversed().flatMap((r) => [corners[r + 1]![column]!, ...upright[r]![column]!.toReversed()]),
  ])
}

const middleOf = (index: number): Position => [
  WEST + ((index % COLUMNS) + 0.5) * CELL,
  SOUTH + (Math.floor(index / COLUMNS) + 0.5) * CELL,
]

const enclave = blob(middleOf(WITH_ENCLAVE), 0.009, 0.4, 16, random)
const lake = blob(middleOf(WITH_LAKE), 0.007, 0.3, 14, random)

const latticeVillage = (index: number): Area => {
  const outline = blockOutline(index % COLUMNS, Math.floor(index / COLUMNS))
  const rings = [index === INSIDE_OUT ? outline.toReversed() : outline]
  if (index === WITH_ENCLAVE) rings.push(enclave.toReversed())
  // The lake is wound like the shore, the wrong way round for a hole.
  if (index === WITH_LAKE) rings.push(lake)
  return { type: 'Polygon', coordinates: rings }
}

/** Islands that cannot touch; the last of each village is a rectangle, for its upright edges. */
const islandVillage = (index: number): Area => {
  const parts = 2 + (index % 3)
  const [west, south] = [110.3 + 0.06 * (index % 3), -0.1 + 0.08 * Math.floor(index / 3)]
  const middles = range(0, parts).map((part) => [west + 0.025 * (part % 2), south + 0.025 * Math.floor(part / 2)])
  return {
    type: 'MultiPolygon',
    coordinates: middles.map(([lng, lat], part) => [
      part === parts - 1
        ? rectangle(lng! - 0.008, lat! - 0.01, lng! + 0.008, lat! + 0.01)
        : blob([lng!, lat!], 0.011, 0.5, 20, random),
    ]),
  }
}

const areas: readonly Area[] = [
  ...range(0, COLUMNS * ROWS).map(latticeVillage),
  { type: 'Polygon', coordinates: [enclave] },
  ...range(0, ISLAND_VILLAGES).map(islandVillage),
]

/** West of the middle is one regency, the rest, islands and all, another; every row of three is a district. */
const codeOf = (index: number): string => {
  const isLattice = index < COLUMNS * ROWS
  const isWest = index === COLUMNS * ROWS || (isLattice && index % COLUMNS < COLUMNS / 2)
  const district = isLattice ? Math.floor(index / COLUMNS) + 1 : ROWS + 1
  return `98.0${isWest ? 1 : 2}.0${district}.${2001 + index}`
}

export const LATTICE = { columns: COLUMNS, rows: ROWS, west: WEST, south: SOUTH, cell: CELL } as const

export const FROZEN_VILLAGES: readonly Place[] = areas.map((geometry, index) => ({
  code: codeOf(index),
  name: `Desa ${index}`,
  level: 'village',
  parent: parentOf(codeOf(index))!,
  geometry,
  areaHa: hectares(geometry),
}))
