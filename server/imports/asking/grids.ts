import type { ImportQuestion } from '../../../data/model/importing.ts'
import { fromGrid, GRIDS, type Grid } from '../../../data/model/reading/grids.ts'
import type { World } from '../../world.ts'

type Metres = readonly [eastingM: number, northingM: number]
type Option = ImportQuestion['options'][number]

/** Over Kalimantan, for those whose positions lead nowhere we know. */
const USUAL = ['EPSG:32749', 'EPSG:32649', 'EPSG:32750', 'EPSG:32650', 'EPSG:23834', 'EPSG:23835', 'EPSG:23836']

const placeAt = (
  grid: Grid,
  [eastingM, northingM]: Metres,
  { everyone, geography }: Pick<World, 'everyone' | 'geography'>,
): string | null => {
  const { lng, lat } = fromGrid(grid, eastingM, northingM)
  if (!Number.isFinite(lng) || !Number.isFinite(lat) || Math.abs(lng) > 180) return null
  const reached = everyone.engine.wouldReach({ type: 'Point', coordinates: [lng, lat] })
  return typeof reached === 'string' || !reached[0] ? null : geography.nameOf(reached[0].code)
}

const option = ({ epsg, name }: Grid, example: string): Option => ({
  value: epsg,
  words: { id: `${name} (${epsg})`, en: `${name} (${epsg})` },
  example,
})

/** Grids that bring the metres to a village of ours, then the usual ones; each with where the first position comes to lie. */
export const gridOptions = (metres: Metres, world: Pick<World, 'everyone' | 'geography'>): readonly Option[] => {
  const placed = GRIDS.map((grid) => ({ grid, place: placeAt(grid, metres, world) }))
  const fitting = placed.filter(({ place }) => place !== null)
  const others = placed.filter(({ grid, place }) => place === null && USUAL.includes(grid.epsg))
  return [...fitting, ...others].map(({ grid, place }) => option(grid, place ?? ''))
}
