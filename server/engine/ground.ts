import Flatbush from 'flatbush'
import { type Code, levelOf, lineageOf } from '../../data/model/codes.ts'
import { type Cell, createCell } from './cell.ts'
import { findCentre } from './centre.ts'
import type { Place } from './engine.ts'
import type { Box } from './locate.ts'
import type { Overlay } from './overlay.ts'
import { parseShape, type Shape, shapeOfPoint } from './shape.ts'

/** The places that never change while an engine lives. */
export type Ground = {
  /** Villages and islands, each at its own index. */
  readonly cells: readonly Cell[]
  readonly villages: readonly Cell[]
  readonly islands: readonly Cell[]
  readonly byCode: ReadonlyMap<Code, Cell>
  /** Codes of the districts and regencies, with or without villages. */
  readonly districts: readonly Code[]
  readonly regencies: readonly Code[]
  /** The village cells of a district, a regency or a region, or of the village itself. */
  villagesOf(code: Code): readonly Cell[]
  /** Villages and islands that a code names, directly or through something they lie in or that lies in them. */
  named(code: Code): readonly Cell[]
  /** Villages and islands whose box meets the given one. */
  near(box: Box): readonly Cell[]
}

const indexOf = (cells: readonly Cell[]): ((box: Box) => readonly Cell[]) => {
  if (cells.length === 0) return () => []
  const index = new Flatbush(cells.length)
  for (const { shape } of cells) index.add(...shape.box)
  index.finish()
  return (box) => index.search(...box).map((at) => cells[at]!)
}

/** A place whose boundary cannot be used keeps its seat as a point: it must not drop out of a denominator. */
const shapeOfPlace = ({ code, geometry }: Place, overlay: Overlay): Shape => {
  const shape = parseShape(geometry, overlay)
  if (typeof shape !== 'string') return shape
  const centre = findCentre(geometry)
  if (!centre?.every(Number.isFinite))
    throw new Error(`The boundary of ${code} cannot be used (${shape}); mend or remove that feature.`)
  return shapeOfPoint(centre)
}

const cellOf = (place: Place, index: number, overlay: Overlay): Cell => {
  const { code, village } = place
  const level = place.level === 'village' ? 'village' : 'island'
  const names = level === 'island' && village ? [code, village] : [code]
  return createCell({ index, code, level, shape: shapeOfPlace(place, overlay), names })
}

const byCodeOrder = (a: Place, b: Place): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

export const createGround = (places: readonly Place[], overlay: Overlay): Ground => {
  const cells = places
    .filter(({ level }) => level === 'village' || level === 'island')
    .sort(byCodeOrder)
    .map((place, index) => cellOf(place, index, overlay))
  const villages = cells.filter(({ level }) => level === 'village')
  const islands = cells.filter(({ level }) => level === 'island')
  const byCode = new Map(cells.map((cell) => [cell.code, cell]))

  const namedSets = new Map<Code, Set<Cell>>()
  const name = (code: Code, cell: Cell) => namedSets.set(code, (namedSets.get(code) ?? new Set()).add(cell))
  for (const cell of cells) for (const code of cell.names.flatMap(lineageOf)) name(code, cell)
  for (const island of islands) {
    const holder = island.names.map((code) => byCode.get(code)).find((cell) => cell?.level === 'village')
    if (holder) name(island.code, holder)
  }
  const namedBy = new Map([...namedSets].map(([code, named]) => [code, [...named]]))
  const villagesBelow = new Map<Code, Cell[]>()
  for (const [code, named] of namedBy)
    if (levelOf(code) !== 'island')
      villagesBelow.set(
        code,
        named.filter(({ level }) => level === 'village'),
      )

  const codesAt = (level: Place['level']): Code[] => {
    const codes = villages.flatMap(({ code }) => lineageOf(code)).filter((code) => levelOf(code) === level)
    const given = places.filter((place) => place.level === level).map(({ code }) => code)
    return [...new Set([...given, ...codes])].sort()
  }

  const nearVillages = indexOf(villages)
  const nearIslands = indexOf(islands)
  return {
    cells,
    villages,
    islands,
    byCode,
    districts: codesAt('district'),
    regencies: codesAt('regency'),
    villagesOf: (code) => villagesBelow.get(code) ?? [],
    named: (code) => namedBy.get(code) ?? [],
    near: (box) => [...nearVillages(box), ...nearIslands(box)],
  }
}
