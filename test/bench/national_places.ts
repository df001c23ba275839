import type { Position } from 'geojson'
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import { parentOf } from '../../data/model/codes.ts'
import { hectares } from '../../server/engine/equal_area.ts'
import type { PlaceSet, SituatedPlace } from '../../server/places/index.ts'
import { seeded } from '../frozen/random.ts'

type Named = { readonly code: string; readonly name: string }

/** The curve fills a square of 2^ORDER cells a side, north of Australia and about the equator. */
const ORDER = 9
const [WEST, SOUTH] = [98, -11]
/** 4.8 km: such a square holds 2,280 ha, an average village. */
const CELL_DEGREES = 0.043
/** Positions on each side of a cell, bent by up to so much of its length. */
const SIDE_POSITIONS = 8
const BENT = 0.05

/** Column and row of a place along Hilbert's curve: neighbours in number are neighbours on the ground. */
const cellAt = (number: number): readonly [column: number, row: number] => {
  let [x, y, rest] = [0, 0, number]
  for (let side = 1; side < 2 ** ORDER; side *= 2) {
    const right = 1 & (rest / 2)
    const up = 1 & (rest ^ right)
    if (up === 0) {
      if (right === 1) [x, y] = [side - 1 - x, side - 1 - y]
      ;[x, y] = [y, x]
    }
    x += side * right
    y += side * up
    rest = Math.floor(rest / 4)
  }
  return [x, y]
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** A side from its lower end, bent the same for both of its neighbours; the last end belongs to the next side. */
const sideFrom = (column: number, row: number, isUpright: boolean): Position[] => {
  const random = seeded(((row * 2 ** ORDER + column) * 2 + (isUpright ? 1 : 0)) | 1)
  return Array.from({ length: SIDE_POSITIONS + 1 }, (_, at) => {
    const along = at / (SIDE_POSITIONS + 1)
    const across = at === 0 ? 0 : (random() - 0.5) * 2 * BENT
    const [x, y] = isUpright ? [across, along] : [along, across]
    return [rounded(WEST + (column + x) * CELL_DEGREES), rounded(SOUTH + (row + y) * CELL_DEGREES)]
  })
}
const cornerOf = (column: number, row: number): Position => sideFrom(column, row, true)[0]!
const back = (column: number, row: number, isUpright: boolean): Position[] => {
  const [, ...inner] = sideFrom(column, row, isUpright)
  const end = isUpright ? cornerOf(column, row + 1) : cornerOf(column + 1, row)
  return [end, ...inner.reverse()]
}

type Cell = readonly [column: number, row: number]

/** The rings around cells, counterclockwise: sides that only one of them has, one after the other. */
const outlineOf = (cells: readonly Cell[]): Position[][] => {
  const inside = new Set(cells.map(([column, row]) => row * 2 ** ORDER + column))
  const has = (column: number, row: number): boolean =>
    column >= 0 && row >= 0 && column < 2 ** ORDER && inside.has(row * 2 ** ORDER + column)
  const sides = new Map<string, Position[][]>()
  const add = (side: Position[]) => {
    const key = side[0]!.join()
    sides.set(key, [...(sides.get(key) ?? []), side])
  }
  const ends = new Map<Position[], string>()
  const draw = (side: Position[], end: Position) => {
    add(side)
    ends.set(side, end.join())
  }
  for (const [column, row] of cells) {
    if (!has(column, row - 1)) draw(sideFrom(column, row, false), cornerOf(column + 1, row))
    if (!has(column + 1, row)) draw(sideFrom(column + 1, row, true), cornerOf(column + 1, row + 1))
    if (!has(column, row + 1)) draw(back(column, row + 1, false), cornerOf(column, row + 1))
    if (!has(column - 1, row)) draw(back(column, row, true), cornerOf(column, row))
  }
  const rings: Position[][] = []
  for (const [start] of sides) {
    while ((sides.get(start)?.length ?? 0) > 0) {
      const ring: Position[] = []
      let at = start
      do {
        const side = sides.get(at)!.pop()!
        ring.push(...side)
        at = ends.get(side)!
      } while (at !== start)
      rings.push([...ring, ring[0]!])
    }
  }
  return rings
}

const signedArea = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0]! * y! - x! * ring[at]![1]!, 0)

const placeOf = ({ code, name }: Named, level: SituatedPlace['level'], cells: readonly Cell[]): SituatedPlace => {
  const rings = outlineOf(cells)
  // A hole goes to the outermost ring: along the curve there is one of them.
  const shells = rings.filter((ring) => signedArea(ring) > 0).sort((a, b) => signedArea(b) - signedArea(a))
  const holes = rings.filter((ring) => signedArea(ring) < 0)
  const polygons = shells.map((shell, at) => (at === 0 ? [shell, ...holes] : [shell]))
  const geometry =
    polygons.length === 1
      ? { type: 'Polygon' as const, coordinates: polygons[0]! }
      : { type: 'MultiPolygon' as const, coordinates: polygons }
  const [column, row] = cells[cells.length >> 1]!
  return {
    code,
    name,
    level,
    parent: parentOf(code)!,
    geometry,
    areaHa: hectares(geometry),
    position: [WEST + (column + 0.5) * CELL_DEGREES, SOUTH + (row + 0.5) * CELL_DEGREES],
    ...(level === 'regency' ? { kind: 'kabupaten' as const } : {}),
  }
}

/** All villages of Indonesia by their codes and names, none where it is: cells along a curve, so that each regency is one area. */
export const nationalPlaces = async (): Promise<PlaceSet> => {
  const villages = [...(await getVillages())].sort((a, b) => (a.code < b.code ? -1 : 1))
  const cells = new Map(villages.map(({ code }, number) => [code, cellAt(number)]))
  const within = new Map<string, Cell[]>()
  for (const [code, cell] of cells)
    for (const above of [code.slice(0, 5), code.slice(0, 8)]) within.set(above, [...(within.get(above) ?? []), cell])
  const above = (list: readonly Named[], level: 'regency' | 'district') =>
    list.flatMap((one) => (within.has(one.code) ? [placeOf(one, level, within.get(one.code)!)] : []))
  const [provinces, regencies, districts] = await Promise.all([getProvinces(), getRegencies(), getDistricts()])
  return {
    places: [
      ...above(regencies, 'regency'),
      ...above(districts, 'district'),
      ...villages.map((one) => placeOf(one, 'village', [cells.get(one.code)!])),
    ],
    context: { type: 'FeatureCollection', features: [] },
    status: { kind: 'estimated', origin: 'configured', attribution: 'Benchmark' },
    names: new Map([...provinces, ...regencies, ...districts].map(({ code, name }) => [code, name])),
    arriving: null,
  }
}
