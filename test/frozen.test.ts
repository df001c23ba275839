import { beforeAll, describe, expect, test } from 'vitest'
import type { Target } from '../data/model/target.ts'
import type { Engine } from '../server/engine/engine.ts'
import { createEngine } from '../server/engine/index.ts'
import { FROZEN_ACTIVITIES, FROZEN_ORGANISATIONS, FROZEN_THEMES, FROZEN_YEARS } from './frozen/activities.ts'
import { type Cell, readCells } from './frozen/cells.ts'
import { FROZEN_VILLAGES } from './frozen/villages.ts'
import * as world from './world.ts'

/** A share no work can reach, so that every village with work is `partial` and says how many hectares are served. */
const OUT_OF_REACH = 1.1
const WORST_HA = 1e-3

/** The whole of every village, for each theme and year. */
const targets = (): Target[] =>
  FROZEN_THEMES.flatMap((theme) =>
    FROZEN_YEARS.map((year) =>
      world.target(`${theme}-${year}`, ['98.01', '98.02'], { theme, year, measure: 'area', organisation: 'o0' }),
    ),
  )

const cellsOf = (engine: Engine): Cell[] =>
  FROZEN_THEMES.flatMap((theme) =>
    FROZEN_YEARS.flatMap((year) => {
      const question = { theme, period: { from: year, to: year }, level: 'village' } as const
      return ['98.01', '98.02'].flatMap((region) =>
        engine.coverage({ ...question, region }).flatMap(({ code, verdict, activities }) =>
          activities.length === 0
            ? []
            : {
                village: code,
                theme,
                year,
                servedHa: verdict.kind === 'partial' ? verdict.servedHa : Number.NaN,
                overlapHa: engine.overlapHa({ ...question, region: code }),
                ids: activities,
              },
        ),
      )
    }),
  )

const keyOf = ({ village, theme, year }: Cell): string => `${village} ${theme} ${year}`

describe('every cell of a frozen world, as PostGIS answered it', () => {
  const frozen = readCells()
  let cells: ReadonlyMap<string, Cell>

  beforeAll(async () => {
    const engine = await createEngine({ places: FROZEN_VILLAGES, areaThreshold: OUT_OF_REACH })
    engine.apply(world.enter(...FROZEN_ORGANISATIONS, ...FROZEN_ACTIVITIES, ...targets()))
    cells = new Map(cellsOf(engine).map((cell) => [keyOf(cell), cell]))
  })

  test('the same cells have work, by the same activities', () => {
    const idsOf = (all: Iterable<Cell>) => [...all].map((cell) => `${keyOf(cell)}: ${cell.ids.join(' ')}`).sort()
    expect(idsOf(cells.values())).toEqual(idsOf(frozen))
  })

  test.each(['servedHa', 'overlapHa'] as const)('%s agrees to a thousandth of a hectare in each', (measure) => {
    const wrong = frozen.filter((cell) => !(Math.abs(cells.get(keyOf(cell))![measure] - cell[measure]) <= WORST_HA))
    expect(wrong.map((cell) => ({ cell, ours: cells.get(keyOf(cell))![measure] }))).toEqual([])
  })

  test('the world holds what is hard: holes, islands, an enclave, upright edges, rings inside out, overlaps', () => {
    const rings = FROZEN_VILLAGES.map(({ geometry }) => geometry)
    expect(rings.filter(({ type }) => type === 'MultiPolygon')).toHaveLength(5)
    expect(rings.filter((area) => area.type === 'Polygon' && area.coordinates.length > 1)).toHaveLength(2)
    expect(frozen.length).toBeGreaterThan(800)
    expect(frozen.filter(({ overlapHa }) => overlapHa > 0).length).toBeGreaterThan(300)
  })
})
