import { isPartner } from '../../data/model/organisation.ts'
import type { Cell } from './cell.ts'
import { cubeOf, sharedHa, sweptHa } from './cube.ts'
import type { PairFinding } from './engine.ts'
import { bindingsOf, bucketOf, hasPartner, type Inquiry, type Records, workIn } from './evidence.ts'

export type Unit = { readonly code: string; readonly cells: readonly Cell[] }
type Pair = {
  readonly a: string
  readonly b: string
  readonly units: string[]
  areaHa: number
  coordinated: boolean
}

/** Activities that count in a cell, by the number of the organisation that carries them out; a joint one stands under each. */
const workByOrganisation = (cell: Cell, inquiry: Inquiry, records: Records): ReadonlyMap<number, readonly number[]> => {
  const work = new Map<number, number[]>()
  for (const slot of workIn(cell, inquiry, records))
    for (const organisation of records.register.implementersOf(slot)) {
      const slots = work.get(organisation)
      if (slots) slots.push(slot)
      else work.set(organisation, [slot])
    }
  return work
}

const commonHa = (cell: Cell, a: number, b: number, inquiry: Inquiry, { register }: Records): number => {
  const bucket = bucketOf(cell, inquiry)
  if (!bucket) return 0
  return sharedHa(cell, bucket, register, inquiry).get(Math.min(a, b))?.get(Math.max(a, b)) ?? 0
}

/**
 * Two different organisations at work in one unit, each pair once with all the units it meets in. It is coordinated only
 * when in every one of them an agreement, a plan or a joint activity binds both. As in the verdict, departments among
 * themselves do not overlap: a unit without a partner has no pairs.
 */
export const pairsIn = (units: readonly Unit[], inquiry: Inquiry, records: Records): readonly PairFinding[] => {
  const { register } = records
  const nameOf = register.organisations.at
  const pairs = new Map<string, Pair>()
  const meet = (unit: Unit, work: readonly ReadonlyMap<number, readonly number[]>[], a: number, b: number) => {
    const { code, cells } = unit
    const [first, second] = nameOf(a) < nameOf(b) ? [a, b] : [b, a]
    const key = `${first} ${second}`
    const pair = pairs.get(key) ?? { a: nameOf(first), b: nameOf(second), units: [], areaHa: 0, coordinated: true }
    pairs.set(key, pair)
    pair.units.push(code)
    const slots = (index: number, organisation: number) => work[index]!.get(organisation) ?? []
    for (const [index, cell] of cells.entries())
      if (slots(index, a).length > 0 && slots(index, b).length > 0)
        pair.areaHa += commonHa(cell, a, b, inquiry, records)
    if (!pair.coordinated) return
    const isJoint = cells.some((_, index) => slots(index, a).some((slot) => slots(index, b).includes(slot)))
    if (isJoint) return
    const shared = cells.filter((_, index) => slots(index, a).length > 0 || slots(index, b).length > 0)
    pair.coordinated = bindingsOf(shared, inquiry.bonds).some(
      ({ parties }) => parties.includes(pair.a) && parties.includes(pair.b),
    )
  }
  for (const unit of units) {
    const work = unit.cells.map((cell) => workByOrganisation(cell, inquiry, records))
    const present = [...new Set(work.flatMap((byOrganisation) => [...byOrganisation.keys()]))]
    if (!present.some((organisation) => isPartner(records.kindOf(nameOf(organisation))))) continue
    for (const [index, a] of present.entries()) for (const b of present.slice(index + 1)) meet(unit, work, a, b)
  }
  return [...pairs.values()]
    .map((pair) => ({ ...pair, theme: inquiry.theme }))
    .sort((left, right) => (left.a === right.a ? (left.b < right.b ? -1 : 1) : left.a < right.a ? -1 : 1))
}

/** Hectares of one cell where polygons of two or more organisations meet; three of them on one hectare are one hectare. */
export const overlapHaOf = (cell: Cell, inquiry: Inquiry, records: Records): number => {
  const bucket = bucketOf(cell, inquiry)
  if (!bucket) return 0
  const { register } = records
  const areaHa =
    inquiry.cubeIndex === null
      ? sweptHa(cell, bucket, register, inquiry, { key: '', within: null }).overlapHa
      : cubeOf(cell, bucket, register).overlapHa[inquiry.cubeIndex]!
  return areaHa > 0 && hasPartner(workIn(cell, inquiry, records), records) ? areaHa : 0
}

/** Hectares of one cell where at least one polygon is. */
export const servedHaOf = (cell: Cell, inquiry: Inquiry, { register }: Records): number => {
  const bucket = bucketOf(cell, inquiry)
  if (!bucket) return 0
  return inquiry.cubeIndex === null
    ? sweptHa(cell, bucket, register, inquiry, { key: '', within: null }).servedHa
    : cubeOf(cell, bucket, register).servedHa[inquiry.cubeIndex]!
}
