import type { Activity } from '../../data/model/activity.ts'
import type { Code } from '../../data/model/codes.ts'
import { type Cell, createCell, enterSite, forget, leaveSite, type Part, type PlacedKind, reportYears } from './cell.ts'
import type { Cover, Reach } from './cover.ts'
import type { Footprint } from './footprint.ts'
import type { Ground } from './ground.ts'
import type { Pace } from './pace.ts'
import type { Register } from './register.ts'
import type { AreaShape, Shape } from './shape.ts'
import type { SiteIndex } from './site_index.ts'

type StandingKind = Exclude<PlacedKind, 'activity'>
const STANDING: readonly StandingKind[] = ['target', 'zone', 'authority']
/** What becomes a cell of its own, to be judged like a village. */
const UNITS = ['zone', 'authority'] as const
type UnitKind = (typeof UNITS)[number]
const isUnit = (kind: StandingKind): kind is UnitKind => kind !== 'target'

/** What each place has in villages and islands, and in zones and authority areas as they were then. */
export type Measured = {
  readonly onGround: readonly (readonly Reach[])[]
  readonly inUnits: readonly (readonly Reach[])[]
  readonly units: readonly Cell[]
}

/** Puts records into the cells they reach and takes them out again. */
export type Placement = {
  /** Cells of zones and authority areas, by id. */
  readonly units: Readonly<Record<UnitKind, ReadonlyMap<string, Cell>>>
  /** What sites reach, for `enter` to file later. */
  measure(places: readonly (Shape | Code)[]): Measured
  enter(activity: Activity, revision: number, places: readonly (Shape | Code)[], measured?: Measured): void
  leave(activity: string): void
  place(kind: StandingKind, id: string, footprint: Footprint, region: Code): void
  withdraw(kind: StandingKind, id: string): void
  /** Cells the record reaches; none when it reaches nothing. */
  cellsOf(kind: PlacedKind, id: string): readonly Cell[]
  cellsOfSite(site: number): readonly Cell[]
  /** Puts back what a snapshot knew of one site. */
  recall(site: number, cell: Cell, m2: number): void
  cellAt(index: number): Cell | undefined
  /** A cell for a shape that is only asked about, with everything that reaches it. */
  draw(shape: AreaShape, pace: Pace): Promise<Cell>
}

export const createPlacement = (ground: Ground, register: Register, sites: SiteIndex, cover: Cover): Placement => {
  const cells: (Cell | undefined)[] = [...ground.cells]
  const units = { zone: new Map<string, Cell>(), authority: new Map<string, Cell>() }
  const standing = new Map(STANDING.map((kind) => [kind, new Map<string, { footprint: Footprint; cells: Cell[] }>()]))
  const shelfOf = (kind: StandingKind) => standing.get(kind)!
  let unitCells: readonly Cell[] = []
  const listUnits = (): void => {
    unitCells = UNITS.flatMap((kind) => [...units[kind].values()])
  }

  const enterAll = (slot: number, site: number, cell: Cell, m2: number): void => {
    for (const theme of register.themesOf(slot)) enterSite(cell, theme, site, m2)
  }
  const report = (slot: number, reached: Iterable<Cell>, by: 1 | -1): void => {
    const { fromYear, toYear } = register.columns
    for (const cell of reached) reportYears(cell, fromYear[slot]!, toYear[slot]!, by)
  }
  const cellsOfSite = (site: number): Cell[] => {
    const numbers = register.cellsOf.numbers().slice(register.cellsOf.start(site), register.cellsOf.end(site))
    return [...numbers].flatMap((index) => cells[index] ?? [])
  }
  const sitesOf = (slot: number): Int32Array =>
    register.sitesOf.numbers().slice(register.sitesOf.start(slot), register.sitesOf.end(slot))
  const cellsOfSlot = (slot: number): Set<Cell> => new Set([...sitesOf(slot)].flatMap(cellsOfSite))

  const unitsOfSite = (place: Shape | Code): Reach[] =>
    unitCells.flatMap((cell) => {
      const m2 = cover.ofSiteIn(place, cell)
      return m2 === null ? [] : [{ cell, m2 }]
    })

  const measure = (
    places: readonly (Shape | Code)[],
    onGround: Measured['onGround'] = places.map(cover.ofSite),
  ): Measured => ({ onGround, inUnits: places.map(unitsOfSite), units: unitCells })

  /** Enters a site where it reaches the cell. */
  const enterWhere = (site: number, cell: Cell, reported: Set<number>): void => {
    const m2 = cover.ofSiteIn(sites.placeOf(site), cell)
    if (m2 === null) return
    const slot = register.columns.owner[site]!
    enterAll(slot, site, cell, m2)
    if (!reported.has(slot)) report(slot, [cell], 1)
    reported.add(slot)
    if (cell.index >= 0) register.cellsOf.put(site, [...cellsOfSite(site).map(({ index }) => index), cell.index])
  }

  const enterStanding = (cell: Cell): void => {
    for (const kind of STANDING)
      for (const [id, entry] of shelfOf(kind)) {
        if (cell.level === kind) continue
        const part = cover.inCell(entry.footprint.places, entry.footprint.whole, cell)
        if (!part) continue
        cell[kind].set(id, part)
        if (cell.index >= 0) entry.cells.push(cell)
      }
  }

  /** What was there before a unit has to be found inside it, so that the order of arrival does not matter. */
  const fill = (cell: Cell): void => {
    const reported = new Set<number>()
    for (const site of sites.mayMeet(cell)) enterWhere(site, cell, reported)
    enterStanding(cell)
  }

  const createUnit = (given: Pick<Cell, 'index' | 'code' | 'level' | 'names'>, shape: Shape): Cell => {
    const villages = new Map<Code, Part>()
    for (const { cell, m2 } of cover.ofSite(shape))
      if (cell.level === 'village' && cell.shape.kind === 'area' && !Number.isNaN(m2))
        villages.set(cell.code, { areaHa: m2 / 10_000, within: [cell.shape.metres] })
    return createCell({ ...given, names: [...given.names, ...villages.keys()], shape, villages })
  }

  const openUnit = (kind: UnitKind, id: string, { places }: Footprint, region: Code): void => {
    const shape = places[0]
    if (shape === undefined || typeof shape === 'string') return
    const cell = createUnit({ index: cells.length, code: id, level: kind, names: [region] }, shape)
    cells.push(cell)
    units[kind].set(id, cell)
    listUnits()
    fill(cell)
  }

  const closeUnit = (kind: UnitKind, id: string): void => {
    const cell = units[kind].get(id)
    if (!cell) return
    units[kind].delete(id)
    listUnits()
    cells[cell.index] = undefined
    for (const other of STANDING)
      for (const entry of shelfOf(other).values()) entry.cells = entry.cells.filter((one) => one !== cell)
  }

  return {
    units,
    measure: (places) => measure(places),
    enter(activity, revision, places, given) {
      const { onGround, inUnits } = given?.units === unitCells ? given : measure(places, given?.onGround)
      const { slot, sites: added } = register.add(activity, revision, places)
      const reached = new Set<Cell>()
      for (const [index, site] of added.entries()) {
        const indices: number[] = []
        for (const reaches of [onGround[index]!, inUnits[index]!])
          for (const { cell, m2 } of reaches) {
            enterAll(slot, site, cell, m2)
            indices.push(cell.index)
            reached.add(cell)
          }
        register.cellsOf.put(site, indices)
        sites.add(site)
      }
      report(slot, reached, 1)
    },
    leave(id) {
      const slot = register.find(id)
      if (slot < 0) return
      report(slot, cellsOfSlot(slot), -1)
      for (const site of sitesOf(slot)) {
        for (const cell of cellsOfSite(site)) for (const theme of register.themesOf(slot)) leaveSite(cell, theme, site)
        sites.remove(site)
      }
      register.remove(slot)
    },
    place(kind, id, footprint, region) {
      const parts = new Map(cover.onGround(footprint.places, footprint.whole))
      for (const cell of unitCells) {
        const part = cell.level === kind ? null : cover.inCell(footprint.places, footprint.whole, cell)
        if (part) parts.set(cell, part)
      }
      shelfOf(kind).set(id, { footprint, cells: [...parts.keys()] })
      for (const [cell, part] of parts) {
        cell[kind].set(id, part)
        forget(cell)
      }
      if (isUnit(kind)) openUnit(kind, id, footprint, region)
    },
    withdraw(kind, id) {
      for (const cell of shelfOf(kind).get(id)?.cells ?? []) {
        cell[kind].delete(id)
        forget(cell)
      }
      shelfOf(kind).delete(id)
      if (isUnit(kind)) closeUnit(kind, id)
    },
    cellsOf: (kind, id) => {
      if (kind !== 'activity') return shelfOf(kind).get(id)?.cells ?? []
      const slot = register.find(id)
      return slot < 0 ? [] : [...cellsOfSlot(slot)]
    },
    cellsOfSite,
    recall: (site, cell, m2) => enterAll(register.columns.owner[site]!, site, cell, m2),
    cellAt: (index) => cells[index],
    async draw(shape, pace) {
      for (;;) {
        const cell = createUnit({ index: -1, code: 'drawn', level: 'drawn', names: [] }, shape)
        const begun = register.changes()
        const reported = new Set<number>()
        for (const site of sites.mayMeet(cell)) {
          await pace.step()
          // A change in between may have given the site to another activity: begin again.
          if (register.changes() !== begun) break
          enterWhere(site, cell, reported)
        }
        if (register.changes() !== begun) continue
        enterStanding(cell)
        return cell
      }
    },
  }
}
