import { implementersOf } from '../data/model/activity.ts'
import type { ChangeAnswer } from '../data/model/answers.ts'
import { formatPeriod, type Period } from '../data/model/period.ts'
import { countVerdicts, type Verdict } from '../data/model/verdict.ts'
import type { Question, UnitFinding } from './engine/engine.ts'
import type { Standpoint } from './past.ts'
import { inSquareMetres } from './square_metres.ts'

/** One side of a comparison: who is asked, and of which years. */
export type Side = { readonly standpoint: Standpoint; readonly period: Period }

/** A unit by the names of its own time: a zone may be gone or new. */
export type NameUnit = (code: string, standpoints: readonly Standpoint[]) => { name: string; within: string }

const NOBODY: Omit<UnitFinding, 'code'> = { verdict: { kind: 'unreported' }, activities: [], targets: [] }
/** Two engines add up the same hectares in another order; a square metre is a change. */
const SAME_HA = 0.0001

const isSame = (one: unknown, other: unknown): boolean => {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < SAME_HA
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const names = Object.keys({ ...one, ...other }) as never[]
  return names.every((name) => isSame(one[name], other[name]))
}

export const sameVerdict = (one: Verdict, other: Verdict): boolean => isSame(one, other)

/** In the first list and not in the second. */
const beyond = (ids: readonly string[], others: readonly string[]): string[] => ids.filter((id) => !others.includes(id))

const workersIn = ({ activities }: Pick<UnitFinding, 'activities'>, { find }: Standpoint): string[] => [
  ...new Set(
    activities.flatMap((id) => {
      const record = find('activity', id)?.record
      return record ? implementersOf(record) : []
    }),
  ),
]

const findingsOf = ({ standpoint, period }: Side, question: Omit<Question, 'period'>) =>
  new Map(standpoint.engine.coverage({ ...question, period }).map((finding) => [finding.code, finding]))

/** The same question put to two sides. A unit that only one of them has is unreported on the other. */
export const compare = (
  question: Omit<Question, 'period'>,
  before: Side,
  after: Side,
  nameUnit: NameUnit,
): Omit<ChangeAnswer, 'asOf'> => {
  const earlier = findingsOf(before, question)
  const later = findingsOf(after, question)
  const codes = [...new Set([...earlier.keys(), ...later.keys()])].sort()
  const summary = ({ standpoint, period }: Side, findings: ReadonlyMap<string, UnitFinding>) => ({
    period: formatPeriod(period),
    asOf: standpoint.asOf,
    counts: countVerdicts([...findings.values()].map(({ verdict }) => verdict)),
    targeted: [...findings.values()].filter(({ targets }) => targets.length > 0).length,
  })
  const units = codes.flatMap((code): ChangeAnswer['units'] => {
    const [then, now] = [earlier.get(code) ?? NOBODY, later.get(code) ?? NOBODY]
    if (sameVerdict(then.verdict, now.verdict)) return []
    const [workedThen, workNow] = [workersIn(then, before.standpoint), workersIn(now, after.standpoint)]
    return [
      {
        code,
        ...nameUnit(code, [after.standpoint, before.standpoint]),
        before: inSquareMetres(then.verdict),
        after: inSquareMetres(now.verdict),
        gained: beyond(now.activities, then.activities),
        lost: beyond(then.activities, now.activities),
        arrived: beyond(workNow, workedThen).sort(),
        left: beyond(workedThen, workNow).sort(),
      },
    ]
  })
  return {
    region: question.region,
    theme: question.theme,
    level: question.level,
    denominator: later.size,
    before: summary(before, earlier),
    after: summary(after, later),
    units,
  }
}
