import { createHash } from 'node:crypto'
import type { PackedArena } from './arena.ts'
import { type Cell, reportYears } from './cell.ts'
import type { Sliver } from './cover.ts'
import type { Refusal } from './engine.ts'
import type { Ground } from './ground.ts'
import type { Placement } from './placement.ts'
import { CUBE_YEARS, type PackedRegister, type Register } from './register.ts'

/** Raise it when the same records shall give other facts, or the same facts are kept otherwise. */
export const FACTS_VERSION = 1

/** What the engine found out about the activities, so that the next start need not measure them again. */
export type Facts = {
  readonly version: number
  /** Of the places and rules the facts were found with. */
  readonly fingerprint: string
  readonly register: PackedRegister
  /** Beside each cell of `register.cellsOf`: m2 of the site there, NaN for presence. */
  readonly m2: Float64Array
  /** The swept buckets: cell, number of the theme, then served and overlapping hectares for every year of the cube. */
  readonly cubes: { readonly cells: Int32Array; readonly themes: Int32Array; readonly hectares: Float64Array }
  readonly refused: readonly (readonly [string, readonly Refusal[]])[]
}

export const fingerprintOf = (ground: Ground, sliver: Sliver): string => {
  const hash = createHash('sha256').update(JSON.stringify([FACTS_VERSION, sliver]))
  for (const { code, names, shape } of ground.cells) {
    hash.update(`${code} ${names.join(' ')} ${shape.kind}`)
    if (shape.kind === 'area') for (const ring of shape.units.flat()) hash.update(ring)
    else hash.update(JSON.stringify(shape.box))
  }
  return hash.digest('base64url')
}

/** Zones and authority areas are left out: they are filled again when their records arrive. */
const packCells = ({ cellsOf, siteCount }: Register, standing: number): PackedArena => {
  const count = siteCount()
  const starts = new Float64Array(count)
  const lengths = new Int32Array(count)
  const all = cellsOf.numbers()
  const kept: number[] = []
  for (let site = 0; site < count; site += 1) {
    starts[site] = kept.length
    for (let at = cellsOf.start(site); at < cellsOf.end(site); at += 1) if (all[at]! < standing) kept.push(all[at]!)
    lengths[site] = kept.length - starts[site]!
  }
  return { numbers: Int32Array.from(kept), starts, lengths }
}

/** A site stands in the bucket of each of its themes with the same m2; the first tells. */
const packM2 = (
  cells: readonly Cell[],
  register: Register,
  { numbers, starts, lengths }: PackedArena,
): Float64Array => {
  const m2 = new Float64Array(numbers.length).fill(Number.NaN)
  for (const cell of cells)
    for (const [theme, bucket] of cell.work)
      for (const [row, site] of bucket.sites.entries()) {
        if (register.themesOf(register.columns.owner[site]!)[0] !== theme) continue
        const at = numbers.subarray(starts[site]!, starts[site]! + lengths[site]!).indexOf(cell.index)
        m2[starts[site]! + at] = bucket.m2[row]!
      }
  return m2
}

const packCubes = (cells: readonly Cell[]): Facts['cubes'] => {
  const swept = cells.flatMap((cell) =>
    [...cell.work].flatMap(([theme, { cube }]) => (cube ? [{ cell: cell.index, theme, cube }] : [])),
  )
  const hectares = new Float64Array(swept.length * 2 * CUBE_YEARS)
  for (const [row, { cube }] of swept.entries()) {
    hectares.set(cube.servedHa, 2 * row * CUBE_YEARS)
    hectares.set(cube.overlapHa, (2 * row + 1) * CUBE_YEARS)
  }
  return {
    cells: Int32Array.from(swept, ({ cell }) => cell),
    themes: Int32Array.from(swept, ({ theme }) => theme),
    hectares,
  }
}

type Parts = { readonly ground: Ground; readonly register: Register }

export const packFacts = ({ ground, register }: Parts, fingerprint: string, refused: Facts['refused']): Facts => {
  const cellsOf = packCells(register, ground.cells.length)
  return {
    version: FACTS_VERSION,
    fingerprint,
    register: { ...register.pack(), cellsOf },
    m2: packM2(ground.cells, register, cellsOf),
    cubes: packCubes(ground.cells),
    refused,
  }
}

/** Puts everything back into its place; the register was made from the same facts. */
export const recallFacts = (
  { m2, cubes }: Facts,
  { ground, register, placement }: Parts & { readonly placement: Placement },
) => {
  const { cellsOf, columns } = register
  const numbers = cellsOf.numbers()
  const reported = new Map<number, Set<Cell>>()
  for (let site = 0; site < register.siteCount(); site += 1) {
    const slot = columns.owner[site]!
    if (slot < 0) continue
    for (let at = cellsOf.start(site); at < cellsOf.end(site); at += 1) {
      const cell = ground.cells[numbers[at]!]!
      placement.recall(site, cell, m2[at]!)
      // With several sites a cell may be reached twice, and an activity is one report.
      if (register.sitesOf.end(slot) - register.sitesOf.start(slot) === 1)
        reportYears(cell, columns.fromYear[slot]!, columns.toYear[slot]!, 1)
      else reported.set(slot, (reported.get(slot) ?? new Set()).add(cell))
    }
  }
  for (const [slot, cells] of reported)
    for (const cell of cells) reportYears(cell, columns.fromYear[slot]!, columns.toYear[slot]!, 1)
  for (const [row, index] of cubes.cells.entries()) {
    const bucket = ground.cells[index]!.work.get(cubes.themes[row]!)
    const from = 2 * row * CUBE_YEARS
    if (bucket)
      bucket.cube = {
        servedHa: cubes.hectares.subarray(from, from + CUBE_YEARS),
        overlapHa: cubes.hectares.subarray(from + CUBE_YEARS, from + 2 * CUBE_YEARS),
      }
  }
}
