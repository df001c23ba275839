import { readFileSync } from 'node:fs'

/** One (village, theme, year) with work in it; hectares on the ellipsoid, ids sorted. A cell without work has no line. */
export type Cell = {
  readonly village: string
  readonly theme: string
  readonly year: number
  readonly servedHa: number
  readonly overlapHa: number
  readonly ids: readonly string[]
}

const HEADER = 'village,theme,year,served_ha,overlap_ha,activities'

export const formatCells = (cells: readonly Cell[]): string =>
  [
    HEADER,
    ...cells.map(({ village, theme, year, servedHa, overlapHa, ids }) =>
      [village, theme, year, +servedHa.toFixed(6), +overlapHa.toFixed(6), ids.join(' ')].join(','),
    ),
    '',
  ].join('\n')

/** What PostGIS said, once, by `npm run bench -- freeze`. */
export const readCells = (): Cell[] =>
  readFileSync(new URL('./cells.csv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [village, theme, year, servedHa, overlapHa, ids] = line.split(',') as [string, string, ...string[]]
      return {
        village,
        theme,
        year: Number(year),
        servedHa: Number(servedHa),
        overlapHa: Number(overlapHa),
        ids: ids!.split(' '),
      }
    })
