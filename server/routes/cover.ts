import type { CoverageAnswer, CoverageUnit, CoverageYearsAnswer, UnitLevel } from '../../data/model/answers.ts'
import { type Code, isWithin, levelOf } from '../../data/model/codes.ts'
import { formatPeriod, type Period } from '../../data/model/period.ts'
import { countVerdicts } from '../../data/model/verdict.ts'
import type { Question, UnitFinding } from '../engine/engine.ts'
import { badRequest } from '../problems.ts'
import { inSquareMetres, toSquareMetres } from '../square_metres.ts'
import { findUnitRecord } from '../unit_record.ts'
import type { World } from '../world.ts'
import { ORGANISATION_WORDS, requireKnown, requirePlace, THEME_WORDS } from './asked.ts'

export type Asked = {
  readonly region: string
  readonly theme: string
  readonly period: Period
  readonly level?: UnitLevel | undefined
  readonly organisation?: readonly string[] | undefined
  readonly status?: readonly string[] | undefined
}

/** The question as the engine takes it, every word of it known; refuses the first that is not. */
export const readQuestion = ({ geography, themes, everyone }: World, asked: Asked): Question => {
  const known = everyone.all('organisation')
  return {
    region: requirePlace(asked.region, geography),
    theme: requireKnown(asked.theme, themes, THEME_WORDS),
    period: asked.period,
    level: asked.level ?? 'village',
    ...(asked.organisation?.length
      ? { organisations: asked.organisation.map((id) => requireKnown(id, known, ORGANISATION_WORDS)) }
      : {}),
    ...(asked.status?.length ? { statuses: asked.status } : {}),
  }
}

const unitOf = (world: World, level: UnitLevel, finding: UnitFinding): CoverageUnit => {
  const { geography } = world
  const { code, verdict, activities, targets } = finding
  const record = findUnitRecord(world, level, code)
  return {
    code,
    name: record?.name ?? geography.nameOf(code),
    level,
    within: record ? geography.nameOf(record.region) : geography.nameAbove(code),
    areaHa: toSquareMetres(record ? geography.hectares(record.geometry) : (geography.find(code)?.areaHa ?? 0)),
    verdict: inSquareMetres(verdict),
    activities,
    targets,
  }
}

const isTargeted = ({ targets }: UnitFinding): boolean => targets.length > 0

export const answerCoverage = (world: World, asked: Asked): CoverageAnswer => {
  const question = readQuestion(world, asked)
  const { engine, find, asOf } = world.everyone
  const findings = engine.coverage(question)
  const isSample = (kind: 'activity' | 'target') => (id: string) => find(kind, id)?.record.origin === 'sample'
  return {
    asOf: asOf(),
    region: question.region,
    theme: question.theme,
    period: formatPeriod(question.period),
    level: question.level,
    denominator: findings.length,
    targeted: findings.filter(isTargeted).length,
    counts: countVerdicts(findings.map(({ verdict }) => verdict)),
    sample: findings.some(
      ({ activities, targets }) => activities.some(isSample('activity')) || targets.some(isSample('target')),
    ),
    units: findings.map((finding) => unitOf(world, question.level, finding)),
  }
}

type AskedYears = Omit<Asked, 'period'> & {
  readonly from: number
  readonly to: number
  readonly code?: string | undefined
}

/** The unit a history is asked for: of the level of the question, inside its region. */
const requireUnit = (world: World, text: string, { region, level }: Question): Code => {
  if (findUnitRecord(world, level, text)) return text
  const code = requirePlace(text, world.geography)
  if (levelOf(code) === level && isWithin(code, region)) return code
  throw badRequest({
    id: `${code} bukan unit tingkat ${level} di dalam ${region}. Sesuaikan "code", "level" atau "region".`,
    en: `${code} is not a unit of level ${level} inside ${region}. Adjust "code", "level" or "region".`,
  })
}

export const answerYears = (world: World, asked: AskedYears): CoverageYearsAnswer => {
  const question = readQuestion(world, { ...asked, period: { from: asked.from, to: asked.to } })
  const { engine, asOf } = world.everyone
  const code = asked.code === undefined ? null : requireUnit(world, asked.code, question)
  const years = Array.from({ length: asked.to - asked.from + 1 }, (_, index) => asked.from + index)
  const verdicts = new Map(
    (code ? engine.history(code, question.theme, years) : []).map(({ year, finding }) => [year, finding.verdict]),
  )
  const findings = years.map((year) => ({
    year,
    units: engine.coverage({ ...question, period: { from: year, to: year } }),
  }))
  return {
    asOf: asOf(),
    denominator: findings[0]?.units.length ?? 0,
    years: findings.map(({ year, units }) => {
      const verdict = verdicts.get(year)
      return {
        year,
        counts: countVerdicts(units.map((unit) => unit.verdict)),
        targeted: units.filter(isTargeted).length,
        ...(verdict ? { verdict } : {}),
      }
    }),
  }
}
