import { implementersOf } from '../../data/model/activity.ts'
import { isPartner } from '../../data/model/organisation.ts'
import { type Cell, remember } from './cell.ts'
import type { PairFinding } from './engine.ts'
import { planeHectares } from './equal_area.ts'
import { bindingsOf, drawnIn, groundOf, type Inquiry, type Records, workIn } from './evidence.ts'
import type { Overlay } from './overlay.ts'

type Unit = { readonly code: string; readonly cells: readonly Cell[] }
type Pair = { readonly a: string; readonly b: string; readonly units: string[]; areaHa: number; coordinated: boolean }

/** Activities that count in a cell, by the organisation that carries them out; a joint activity stands under each. */
const workByOrganisation = (cell: Cell, inquiry: Inquiry, records: Records): ReadonlyMap<string, readonly string[]> => {
  const work = new Map<string, string[]>()
  for (const id of workIn(cell, inquiry, records))
    for (const organisation of implementersOf(records.activity.get(id)!))
      work.set(organisation, [...(work.get(organisation) ?? []), id])
  return work
}

const commonGround = (cell: Cell, a: readonly string[], b: readonly string[], overlay: Overlay) =>
  overlay.intersect(groundOf(cell, a, overlay), groundOf(cell, b, overlay))

const commonHa = (cell: Cell, a: readonly string[], b: readonly string[], overlay: Overlay): number => {
  const [drawnA, drawnB] = [drawnIn(cell, a), drawnIn(cell, b)]
  if (drawnA.length === 0 || drawnB.length === 0) return 0
  return remember(cell, `common ${drawnA.join(' ')} and ${drawnB.join(' ')}`, () =>
    planeHectares(commonGround(cell, drawnA, drawnB, overlay)),
  )
}

/**
 * Two different organisations at work in one unit, each pair once with all the units it meets in. It is coordinated only
 * when in every one of them an agreement, a plan or a joint activity binds both. As in the verdict, departments among
 * themselves do not overlap: a unit without a partner has no pairs.
 */
export const pairsIn = (
  units: readonly Unit[],
  inquiry: Inquiry,
  records: Records,
  overlay: Overlay,
): readonly PairFinding[] => {
  const pairs = new Map<string, Pair>()
  const meet = (
    { code, cells }: Unit,
    work: readonly ReadonlyMap<string, readonly string[]>[],
    a: string,
    b: string,
  ) => {
    const key = `${a} ${b}`
    const pair = pairs.get(key) ?? { a, b, units: [], areaHa: 0, coordinated: true }
    pairs.set(key, pair)
    pair.units.push(code)
    const ids = (index: number, organisation: string) => work[index]!.get(organisation) ?? []
    for (const [index, cell] of cells.entries()) pair.areaHa += commonHa(cell, ids(index, a), ids(index, b), overlay)
    if (!pair.coordinated) return
    const isJoint = cells.some((_, index) => ids(index, a).some((id) => ids(index, b).includes(id)))
    const shared = cells.filter((_, index) => ids(index, a).length > 0 || ids(index, b).length > 0)
    const isBound = bindingsOf(shared, inquiry.bonds).some(({ parties }) => parties.includes(a) && parties.includes(b))
    pair.coordinated = isJoint || isBound
  }
  for (const unit of units) {
    const work = unit.cells.map((cell) => workByOrganisation(cell, inquiry, records))
    const present = [...new Set(work.flatMap((byOrganisation) => [...byOrganisation.keys()]))].sort()
    if (!present.some((id) => isPartner(records.kindOf(id)))) continue
    for (const [index, a] of present.entries()) for (const b of present.slice(index + 1)) meet(unit, work, a, b)
  }
  return [...pairs.values()]
    .map((pair) => ({ ...pair, theme: inquiry.theme }))
    .sort((left, right) => (left.a === right.a ? (left.b < right.b ? -1 : 1) : left.a < right.a ? -1 : 1))
}

/** Hectares of the cells where polygons of two or more organisations meet; three of them on one hectare are one hectare. */
export const overlapHaIn = (cells: readonly Cell[], inquiry: Inquiry, records: Records, overlay: Overlay): number =>
  cells.reduce((sum, cell) => {
    const work = workByOrganisation(cell, inquiry, records)
    if (![...work.keys()].some((id) => isPartner(records.kindOf(id)))) return sum
    const drawn = [...work.values()].map((ids) => drawnIn(cell, ids)).filter((ids) => ids.length > 0)
    if (drawn.length < 2) return sum
    const key = `overlap ${drawn.map((ids) => ids.join(' ')).join(' and ')}`
    const areaHa = remember(cell, key, () => {
      const meetings = drawn.flatMap((a, index) => drawn.slice(index + 1).map((b) => commonGround(cell, a, b, overlay)))
      return planeHectares(overlay.unite(meetings))
    })
    return sum + areaHa
  }, 0)
