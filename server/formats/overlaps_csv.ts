import type { OverlapsAnswer } from '../../data/model/answers.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { Question } from '../engine/engine.ts'
import type { World } from '../world.ts'
import { writeTable } from './csv.ts'

const COLUMNS = [
  'a',
  'a_name',
  'b',
  'b_name',
  'theme',
  'period',
  'level',
  'unit_count',
  'units',
  'unit_names',
  'area_ha',
  'coordinated',
  'as_of',
] as const

type Asked = Pick<Question, 'period' | 'level'> & { readonly nameOf: (unit: string) => string }

/** One row a pair of organisations, with the units it meets in; lists are joined by "; ". */
export const writeOverlapsCsv = ({ pairs, asOf }: OverlapsAnswer, asked: Asked, { everyone }: World): string => {
  const named = (id: string) => everyone.find('organisation', id)?.record.name ?? id
  return writeTable(
    COLUMNS,
    pairs.map(({ a, b, theme, units, areaHa, coordinated }) => ({
      a,
      a_name: named(a),
      b,
      b_name: named(b),
      theme,
      period: formatPeriod(asked.period),
      level: asked.level,
      unit_count: units.length,
      units: units.join('; '),
      unit_names: units.map(asked.nameOf).join('; '),
      area_ha: Number(areaHa.toFixed(2)),
      coordinated: coordinated ? 'yes' : 'no',
      as_of: asOf.seq,
    })),
  )
}
