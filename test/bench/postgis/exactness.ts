import { THEME_YEARS } from './asks.ts'
import cells from './cells.sql?raw'
import type { EngineSide } from './engine_side.ts'
import { numberOf } from './load.ts'
import type { Session } from './session.ts'

const WORST_HA = 1e-3

type CellAnswer = { readonly servedHa: number; readonly overlapHa: number; readonly ids: string }
type Worst = { ha: number; where: string }

const NOTHING: CellAnswer = { servedHa: 0, overlapHa: 0, ids: '' }

const worse = (worst: Worst, ha: number, where: string): Worst => (ha > worst.ha ? { ha, where } : worst)

/** Holds every (village, theme, year) of the engine against PostGIS and says the worst; true when all agree. */
export const compareCells = async (ours: EngineSide, session: Session, villageCount: number): Promise<boolean> => {
  const theirs = new Map<string, CellAnswer>()
  for (const [code, theme, year, servedHa, overlapHa, ids] of await session.run(cells))
    theirs.set(`${code} ${theme} ${year}`, { servedHa: Number(servedHa), overlapHa: Number(overlapHa), ids: ids! })

  let [mismatches, working] = [0, 0]
  let served: Worst = { ha: 0, where: '' }
  let overlap: Worst = { ha: 0, where: '' }
  const hold = (where: string, own: CellAnswer, their: CellAnswer) => {
    if (own.ids !== '') working += 1
    if (own.ids !== their.ids) {
      mismatches += 1
      if (mismatches <= 3) console.log(`${where}: ${own.ids || 'nobody'}; PostGIS ${their.ids || 'nobody'}`)
    }
    served = worse(served, Math.abs(own.servedHa - their.servedHa), where)
    overlap = worse(overlap, Math.abs(own.overlapHa - their.overlapHa), where)
  }
  for (const asked of THEME_YEARS)
    for (const region of ours.provinces) {
      const present = ours.present(region, asked)
      for (const [at, { code, servedHa, overlapHa }] of ours.hectares(region, asked).entries()) {
        const { activities } = present[at]!
        const ids = activities.map(numberOf).sort((a, b) => a - b)
        const where = `${code} ${asked.theme} ${asked.year}`
        hold(where, { servedHa, overlapHa, ids: ids.join(' ') }, theirs.get(where) ?? NOTHING)
      }
    }
  const passes = mismatches === 0 && working === theirs.size && served.ha <= WORST_HA && overlap.ha <= WORST_HA
  console.log(
    `Every cell: ${(villageCount * THEME_YEARS.length).toLocaleString('en')} (village, theme, year), ` +
      `${theirs.size.toLocaleString('en')} with work. Ids that differ: ${mismatches}. ` +
      `Worst served ${served.ha.toExponential(1)} ha (${served.where}), ` +
      `worst overlap ${overlap.ha.toExponential(1)} ha (${overlap.where}); allowed ${WORST_HA}. ` +
      (passes ? 'PASS' : 'FAIL'),
  )
  return passes
}
