import cells from './cells.sql?raw'
import type { CellAnswer, EngineSide } from './engine_side.ts'
import { FIRST_YEAR, THEME_COUNT, YEARS } from './questions.ts'
import type { Session } from './session.ts'

const WORST_HA = 1e-3

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
  for (let theme = 0; theme < THEME_COUNT; theme++)
    for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++)
      for (const [code, own] of ours.cells(theme, year)) {
        const where = `${code} theme ${theme} ${year}`
        const their = theirs.get(`${code} ${theme} ${year}`) ?? NOTHING
        if (own.ids !== '') working += 1
        if (own.ids !== their.ids) {
          mismatches += 1
          if (mismatches <= 3) console.log(`${where}: ${own.ids || 'nobody'}; PostGIS ${their.ids || 'nobody'}`)
        }
        served = worse(served, Math.abs(own.servedHa - their.servedHa), where)
        overlap = worse(overlap, Math.abs(own.overlapHa - their.overlapHa), where)
      }
  const passes = mismatches === 0 && working === theirs.size && served.ha <= WORST_HA && overlap.ha <= WORST_HA
  console.log(
    `Every cell: ${(villageCount * THEME_COUNT * YEARS).toLocaleString('en')} (village, theme, year), ` +
      `${theirs.size.toLocaleString('en')} with work. Ids that differ: ${mismatches}. ` +
      `Worst served ${served.ha.toExponential(1)} ha (${served.where}), ` +
      `worst overlap ${overlap.ha.toExponential(1)} ha (${overlap.where}); allowed ${WORST_HA}. ` +
      (passes ? 'PASS' : 'FAIL'),
  )
  return passes
}
