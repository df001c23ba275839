import { ACTIVITY_STATUSES, type Activity, covers, implementersOf } from '../../data/model/activity.ts'
import type { Code } from '../../data/model/codes.ts'
import { LAST_YEAR } from '../../data/model/period.ts'
import { createArena, grown, type PackedArena } from './arena.ts'
import { createLists, createWords } from './interned.ts'
import { packPlace } from './packed.ts'
import type { Shape } from './shape.ts'

/** Years that the cube keeps apart, one bit each, from this one on; other periods are swept when asked. */
export const CUBE_FIRST_YEAR = 2010
export const CUBE_YEARS = 32

/** The bits of the cube's years within [from, to]. */
export const yearBits = (from: number, to: number): number => {
  const first = Math.max(0, from - CUBE_FIRST_YEAR)
  const last = Math.min(CUBE_YEARS - 1, to - CUBE_FIRST_YEAR)
  return first > last ? 0 : (0xffffffff >>> (31 - last + first)) << first
}

const yearOf = (date: string): number => Number(date.slice(0, 4))

const emptyColumns = () => ({
  /** Per activity. */
  status: new Uint8Array(0),
  fromYear: new Int16Array(0),
  toYear: new Int16Array(0),
  /** The years in which it covers its sites; 0 when it is suspended, cancelled or nobody carries it out. */
  years: new Int32Array(0),
  /** Numbers of `themeLists` and `organisationLists`. */
  themes: new Int32Array(0),
  organisations: new Int32Array(0),
  /** NaN where none is stated. */
  budgetIdr: new Float64Array(0),
  revision: new Int32Array(0),
  /** Differs from every earlier state of any activity. */
  stamp: new Int32Array(0),
  /** Per site: the activity it belongs to, or -1; what it is; its box in units, four numbers each. */
  owner: new Int32Array(0),
  kind: new Uint8Array(0),
  boxes: new Int32Array(0),
})
export type Columns = ReturnType<typeof emptyColumns>
const PER_ACTIVITY = [
  'status',
  'fromYear',
  'toYear',
  'years',
  'themes',
  'organisations',
  'budgetIdr',
  'revision',
  'stamp',
] as const

const trimmed = (columns: Columns, slots: number, sites: number): Columns => ({
  status: columns.status.slice(0, slots),
  fromYear: columns.fromYear.slice(0, slots),
  toYear: columns.toYear.slice(0, slots),
  years: columns.years.slice(0, slots),
  themes: columns.themes.slice(0, slots),
  organisations: columns.organisations.slice(0, slots),
  budgetIdr: columns.budgetIdr.slice(0, slots),
  revision: columns.revision.slice(0, slots),
  stamp: columns.stamp.slice(0, slots),
  owner: columns.owner.slice(0, sites),
  kind: columns.kind.slice(0, sites),
  boxes: columns.boxes.slice(0, 4 * sites),
})

export type PackedRegister = {
  readonly ids: readonly string[]
  readonly siteCount: number
  readonly changes: number
  readonly columns: Columns
  readonly themeWords: readonly string[]
  readonly organisationWords: readonly string[]
  readonly codeWords: readonly string[]
  readonly themeLists: readonly (readonly number[])[]
  readonly organisationLists: readonly (readonly number[])[]
  readonly sitesOf: PackedArena
  readonly geometry: PackedArena
  readonly cellsOf: PackedArena
}

/**
 * All activities and their sites as columns of numbers: an activity is a slot, a site is a slot of its own. The records
 * themselves are not kept. Freed slots are used again, so an answer must not outlive the next change.
 */
export const createRegister = (given?: PackedRegister) => {
  const columns = given?.columns ?? emptyColumns()
  const ids: (string | null)[] = given ? [...given.ids].map((id) => id || null) : []
  const slots = new Map<string, number>()
  const themes = createWords(given?.themeWords)
  const organisations = createWords(given?.organisationWords)
  const codes = createWords(given?.codeWords)
  const themeLists = createLists(given?.themeLists)
  const organisationLists = createLists(given?.organisationLists)
  const sitesOf = createArena(given?.sitesOf)
  const geometry = createArena(given?.geometry)
  const cellsOf = createArena(given?.cellsOf)
  const freeSlots: number[] = []
  const freeSites: number[] = []
  let siteCount = given?.siteCount ?? 0
  let changes = given?.changes ?? 0
  for (const [slot, id] of ids.entries())
    if (id === null) freeSlots.push(slot)
    else slots.set(id, slot)
  for (let site = 0; site < siteCount; site += 1) if (columns.owner[site] === -1) freeSites.push(site)

  const addSite = (slot: number, place: Shape | Code): number => {
    const site = freeSites.pop() ?? siteCount++
    columns.owner = grown(columns.owner, site + 1)
    columns.kind = grown(columns.kind, site + 1)
    columns.boxes = grown(columns.boxes, 4 * site + 4)
    columns.owner[site] = slot
    const { kind, box, numbers } = packPlace(place, codes.numberOf)
    columns.kind[site] = kind
    columns.boxes.set(box, 4 * site)
    geometry.put(site, numbers)
    cellsOf.put(site, [])
    return site
  }

  return {
    columns,
    themes,
    organisations,
    codes,
    themeLists,
    organisationLists,
    sitesOf,
    geometry,
    cellsOf,
    siteCount: () => siteCount,
    slotCount: () => ids.length,
    /** Grows with every activity that comes or goes. */
    changes: () => changes,
    /** Activities on record. */
    size: () => slots.size,
    slots: () => slots.values(),
    find: (id: string): number => slots.get(id) ?? -1,
    idOf: (slot: number): string => ids[slot]!,
    implementersOf: (slot: number): readonly number[] => organisationLists.at(columns.organisations[slot]!),
    themesOf: (slot: number): readonly number[] => themeLists.at(columns.themes[slot]!),
    /** Site slots in the order of the usable sites of the record. */
    add(
      activity: Activity,
      revision: number,
      places: readonly (Shape | Code)[],
    ): { slot: number; sites: readonly number[] } {
      changes += 1
      const slot = freeSlots.pop() ?? ids.length
      ids[slot] = activity.id
      slots.set(activity.id, slot)
      if (PER_ACTIVITY.some((name) => columns[name].length <= slot))
        for (const name of PER_ACTIVITY) Object.assign(columns, { [name]: grown(columns[name], slot + 1) })
      const implementers = [...new Set(implementersOf(activity))]
      const from = yearOf(activity.period.start)
      const to = activity.period.end === null ? LAST_YEAR : yearOf(activity.period.end)
      columns.status[slot] = ACTIVITY_STATUSES.indexOf(activity.status)
      columns.fromYear[slot] = from
      columns.toYear[slot] = to
      columns.years[slot] = covers(activity.status) && implementers.length > 0 ? yearBits(from, to) : 0
      // Work without a theme answers no question, but it is on record.
      const named = activity.themes.length > 0 ? [...new Set(activity.themes)] : ['']
      columns.themes[slot] = themeLists.numberOf(named.map(themes.numberOf))
      columns.organisations[slot] = organisationLists.numberOf(implementers.map(organisations.numberOf))
      columns.budgetIdr[slot] = activity.budgetIdr ?? Number.NaN
      columns.revision[slot] = revision
      columns.stamp[slot] = changes
      const sites = places.map((place) => addSite(slot, place))
      sitesOf.put(slot, sites)
      return { slot, sites }
    },
    remove(slot: number): void {
      changes += 1
      const numbers = sitesOf.numbers()
      for (let at = sitesOf.start(slot); at < sitesOf.end(slot); at += 1) {
        const site = numbers[at]!
        columns.owner[site] = -1
        // What is shown more coarsely from now on may not be told by what is kept for the next start.
        columns.boxes.fill(0, 4 * site, 4 * site + 4)
        geometry.put(site, [])
        cellsOf.put(site, [])
        freeSites.push(site)
      }
      sitesOf.put(slot, [])
      slots.delete(ids[slot]!)
      ids[slot] = null
      freeSlots.push(slot)
    },
    pack: (): PackedRegister => ({
      ids: ids.map((id) => id ?? ''),
      siteCount,
      changes,
      columns: trimmed(columns, ids.length, siteCount),
      themeWords: themes.all,
      organisationWords: organisations.all,
      codeWords: codes.all,
      themeLists: themeLists.all,
      organisationLists: organisationLists.all,
      sitesOf: sitesOf.pack(ids.length),
      geometry: geometry.pack(siteCount),
      cellsOf: cellsOf.pack(siteCount),
    }),
  }
}
export type Register = ReturnType<typeof createRegister>
