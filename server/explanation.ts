import { type Activity, covers, implementersOf } from '../data/model/activity.ts'
import type { Exclusion, ExplanationAnswer, UnitLevel } from '../data/model/answers.ts'
import { type Code, isWithin, levelOf } from '../data/model/codes.ts'
import { formatPeriod, meets, type Period } from '../data/model/period.ts'
import type { Target } from '../data/model/target.ts'
import type { Verdict } from '../data/model/verdict.ts'
import type { Audience } from './audience.ts'
import type { UnitFinding, UnitHectares } from './engine/engine.ts'
import { inSquareMetres, toSquareMetres } from './square_metres.ts'

/** A planning unit; `region` is where a zone or an authority area is listed, and its geometry. */
export type ExplainedUnit = {
  readonly code: Code
  readonly level: UnitLevel
  readonly region: Code
  readonly drawn: Parameters<Audience['engine']['area']>[0] | null
}

type Evidence = {
  readonly finding: UnitFinding
  readonly hectares: UnitHectares
  /** Ids of the activities that reach the unit, whatever their theme and status. */
  readonly reaching: readonly string[]
  /** Hectares of a record inside the unit; null where it is there by a point, a line or a code. */
  readonly partHa: (kind: 'activity' | 'target', id: string) => number | null
}

/** A district or a regency is the sum of its villages; islands lie in those. */
const isPartOf = ({ code, level }: ExplainedUnit, own: Code): boolean =>
  level === 'village' || level === 'island' ? own === code : levelOf(own) === 'village' && isWithin(own, code)

const rounded = (areaHa: number | null): number | null => areaHa && toSquareMetres(areaHa)

/** Everything the engine knows of one unit; the one place here that asks it. */
const gatherEvidence = async (
  { engine }: Audience,
  unit: ExplainedUnit,
  question: { theme: string; period: Period },
): Promise<Evidence | null> => {
  const { code, level, region } = unit
  const asked = { ...question, level, region, among: [code] }
  const [finding] = engine.coverage(asked)
  const [hectares] = engine.hectares(asked)
  if (!finding || !hectares) return null
  const area = unit.drawn && (await engine.area(unit.drawn))
  const drawn = area && typeof area !== 'string' ? area : null
  return {
    finding,
    hectares,
    reaching: engine.at(code).activities,
    partHa: (kind, id) => {
      if (drawn) {
        const parts = kind === 'activity' ? drawn.activities : drawn.targets
        return rounded(parts.find((part) => part.id === id)?.areaHa ?? null)
      }
      const measured = engine
        .reach(kind, id)
        .flatMap((part) => (part.areaHa !== null && isPartOf(unit, part.code) ? [part.areaHa] : []))
      return rounded(measured.length > 0 ? measured.reduce((sum, areaHa) => sum + areaHa, 0) : null)
    },
  }
}

/** Why an activity of the theme does not count; null where it does. */
export const exclusionOf = (activity: Activity, period: Period): Exclusion | null => {
  if (!covers(activity.status)) return 'status'
  if (!meets(activity.period, period)) return 'period'
  return implementersOf(activity).length === 0 ? 'no_implementer' : null
}

/** What of one target is served, as far as the verdict tells it apart from the others. */
const servedOf = (targetHa: number, alone: boolean, verdict: Verdict, { servedHa, unitHa }: UnitHectares) => {
  if (servedHa === 0) return 0
  if (alone && verdict.kind === 'partial') return toSquareMetres(verdict.servedHa)
  return Math.abs(targetHa - unitHa) < SAME_HA ? toSquareMetres(Math.min(servedHa, targetHa)) : null
}
const SAME_HA = 0.0001

const bindingOf = ({ find }: Audience, verdict: Verdict): ExplanationAnswer['binding'] => {
  if (verdict.kind !== 'coordinated') return null
  const { kind, id } = verdict.binding
  const title =
    kind === 'plan'
      ? (find('plan', id) ?? find('zone', id))?.record.name
      : find(kind === 'activity' ? 'activity' : 'agreement', id)?.record.title
  return { kind, id, title: title ?? id }
}

/** Why a unit has its verdict; null where the engine does not know the unit. */
export const explain = async (
  audience: Audience,
  unit: ExplainedUnit,
  question: { theme: string; period: Period },
): Promise<Omit<ExplanationAnswer, 'name'> | null> => {
  const evidence = await gatherEvidence(audience, unit, question)
  if (!evidence) return null
  const { finding, hectares, reaching, partHa } = evidence
  const { theme, period } = question
  const { verdict } = finding
  const activities = reaching.flatMap((id) => {
    const record = audience.find('activity', id)?.record
    return record?.themes.includes(theme) ? [record] : []
  })
  const targets = finding.targets.flatMap((id): Target[] => {
    const record = audience.find('target', id)?.record
    return record ? [record] : []
  })
  const isDrawn = finding.activities.some((id) => partHa('activity', id) !== null)
  const alone = targets.filter(({ measure }) => measure === 'area').length === 1
  return {
    asOf: audience.asOf(),
    code: unit.code,
    level: unit.level,
    areaHa: toSquareMetres(hectares.unitHa),
    theme,
    period: formatPeriod(period),
    verdict: inSquareMetres(verdict),
    servedHa: isDrawn ? toSquareMetres(hectares.servedHa) : null,
    overlapHa: isDrawn ? toSquareMetres(hectares.overlapHa) : null,
    activities: activities.map((record) => ({
      id: record.id,
      title: record.title,
      organisations: implementersOf(record),
      status: record.status,
      start: record.period.start,
      end: record.period.end,
      origin: record.origin,
      confirmed: record.confirmed,
      areaHa: partHa('activity', record.id),
      excluded: exclusionOf(record, period),
    })),
    targets: targets.map((record) => {
      const targetHa = record.measure === 'area' ? partHa('target', record.id) : null
      return {
        id: record.id,
        title: record.title,
        organisation: record.organisation,
        measure: record.measure,
        year: record.year,
        origin: record.origin,
        targetHa,
        servedHa: targetHa === null ? null : servedOf(targetHa, alone, verdict, hectares),
      }
    }),
    binding: bindingOf(audience, verdict),
  }
}
