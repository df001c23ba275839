import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { AreaFinding } from './area.ts'
import type { Cell } from './cell.ts'
import type { FlatArea } from './equal_area.ts'
import { findingOf, type Inquiry, type Records } from './evidence.ts'
import { overlapHaOf, servedHaOf } from './pairs.ts'
import type { AreaShape } from './shape.ts'

const positionsOf = (ring: Float64Array): Position[] =>
  Array.from({ length: ring.length / 2 }, (_, index) => [ring[2 * index]!, ring[2 * index + 1]!])

const geometryOf = (degrees: FlatArea): Polygon | MultiPolygon => {
  const polygons = degrees.map((rings) => rings.map(positionsOf))
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}

type Asked = {
  readonly inquiryFor: (question: Pick<Inquiry, 'theme' | 'period'>) => Inquiry
  readonly records: Records
  readonly threshold: number | undefined
}

/** Hectares by activity; sites that lie over each other are measured by `activityHa`. */
const activitiesIn = (
  cell: Cell,
  { register }: Records,
  activityHa: (cell: Cell, id: string) => number | null,
): AreaFinding['activities'] => {
  const slots = new Set<number>()
  for (const { sites } of cell.work.values()) for (const site of sites) slots.add(register.columns.owner[site]!)
  return Array.from(slots, register.idOf)
    .sort()
    .map((id) => ({ id, areaHa: activityHa(cell, id) }))
}

const partsOf = <T extends number | null>(shelf: Cell['target'], read: (areaHa: number | null) => T) =>
  [...shelf].map(([id, { areaHa }]) => ({ id, areaHa: read(areaHa) })).sort((a, b) => (a.id < b.id ? -1 : 1))

/** A drawn cell as an answer. `judge` reads the register: it must be asked before anything else changes. */
export const findingOfArea = (
  cell: Cell,
  shape: AreaShape,
  { inquiryFor, records, threshold }: Asked,
  activityHa: (cell: Cell, id: string) => number | null,
): AreaFinding => ({
  areaHa: shape.areaHa,
  repaired: shape.repaired,
  geometry: geometryOf(shape.degrees),
  villages: [...cell.villages]
    .map(([code, { areaHa }]) => ({ code, areaHa: areaHa ?? 0 }))
    .sort((a, b) => (a.code < b.code ? -1 : 1)),
  activities: activitiesIn(cell, records, activityHa),
  targets: partsOf(cell.target, (areaHa) => areaHa),
  authority: partsOf(cell.authority, (areaHa) => areaHa ?? 0),
  judge: (theme, period) => {
    const inquiry = inquiryFor({ theme, period })
    const { verdict, activities, targets } = findingOf(cell.code, [cell], inquiry, records, threshold)
    return {
      verdict,
      activities,
      targets,
      servedHa: servedHaOf(cell, inquiry, records),
      overlapHa: overlapHaOf(cell, inquiry, records),
    }
  },
})
