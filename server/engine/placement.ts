import type { Code } from '../../data/model/codes.ts'
import { type Cell, createCell, enter, type Fact, leave, type PlacedKind } from './cell.ts'
import type { Cover } from './cover.ts'
import type { Footprint } from './footprint.ts'

const KINDS: readonly PlacedKind[] = ['activity', 'target', 'zone', 'authority']

/** Puts records into the cells they reach and takes them out again; a zone becomes a cell of its own. */
export type Placement = {
  readonly zones: ReadonlyMap<string, Cell>
  place(kind: PlacedKind, id: string, footprint: Footprint, region: Code): void
  withdraw(kind: PlacedKind, id: string): void
  /** Cells the record reaches; none when it reaches nothing. */
  cellsOf(kind: PlacedKind, id: string): readonly Cell[]
}

export const createPlacement = (cover: Cover): Placement => {
  const zones = new Map<string, Cell>()
  const placed = new Map(KINDS.map((kind) => [kind, new Map<string, { footprint: Footprint; cells: Cell[] }>()]))
  const shelfOf = (kind: PlacedKind) => placed.get(kind)!

  const enterZone = (zone: Cell, kind: PlacedKind, id: string): void => {
    const entry = shelfOf(kind).get(id)!
    const fact = cover.inZone(entry.footprint, zone)
    if (!fact) return
    enter(zone, kind, id, fact, entry.footprint.themes)
    entry.cells.push(zone)
  }

  const openZone = (id: string, { places }: Footprint, region: Code, facts: ReadonlyMap<Cell, Fact>): void => {
    const shape = places[0]
    if (shape === undefined || typeof shape === 'string') return
    const villages = new Map(
      [...facts].flatMap(([cell, fact]) => (cell.level === 'village' ? [[cell.code, fact]] : [])),
    )
    const zone = createCell({ code: id, level: 'zone', shape, names: [region, ...villages.keys()], villages })
    zones.set(id, zone)
    // What was there before the zone has to be found inside it, so that the order of arrival does not matter.
    for (const kind of KINDS)
      if (kind !== 'zone') for (const other of shelfOf(kind).keys()) enterZone(zone, kind, other)
  }

  const closeZone = (id: string): void => {
    const zone = zones.get(id)
    if (!zone) return
    zones.delete(id)
    for (const kind of KINDS)
      for (const other of zone[kind].facts.keys()) {
        const entry = shelfOf(kind).get(other)!
        entry.cells = entry.cells.filter((cell) => cell !== zone)
      }
  }

  return {
    zones,
    place: (kind, id, footprint, region) => {
      const facts = cover.onGround(footprint)
      shelfOf(kind).set(id, { footprint, cells: [...facts.keys()] })
      for (const [cell, fact] of facts) enter(cell, kind, id, fact, footprint.themes)
      if (kind === 'zone') openZone(id, footprint, region, facts)
      else for (const zone of zones.values()) enterZone(zone, kind, id)
    },
    withdraw: (kind, id) => {
      for (const cell of shelfOf(kind).get(id)?.cells ?? []) leave(cell, kind, id)
      shelfOf(kind).delete(id)
      if (kind === 'zone') closeZone(id)
    },
    cellsOf: (kind, id) => shelfOf(kind).get(id)?.cells ?? [],
  }
}
