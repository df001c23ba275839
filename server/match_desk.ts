import { type Code, isWithin } from '../data/model/codes.ts'
import type { MatchWeights } from '../data/model/match_weights.ts'
import { MATCH_PARTS, MATCH_WEIGHTS, sharesOf } from '../data/model/match_weights.ts'
import {
  leadingVerdict,
  type MatchDeskAnswer,
  type MatchedTarget,
  type MatchRow,
  urgencyOf,
  type WeightsFrom,
} from '../data/model/matching.ts'
import type { Organisation } from '../data/model/organisation.ts'
import { formatPeriod, type Period } from '../data/model/period.ts'
import { isDue, type Target } from '../data/model/target.ts'
import { countVerdicts, type Verdict } from '../data/model/verdict.ts'
import { createMatcher } from './engine/index.ts'
import { sourcesOf } from './match_sources.ts'
import type { World } from './world.ts'

export type DeskAsked = {
  readonly side: MatchDeskAnswer['side']
  readonly organisation: Organisation
  readonly region: Code
  readonly period: Period
  readonly weights: MatchWeights | undefined
  /** How many partners of each target are told, of all that are ranked. */
  readonly limit: number
  /** ISO date. */
  readonly today: string
}

type Placed = { readonly target: Target; readonly verdicts: readonly Verdict[]; readonly within: Code | undefined }

/** Targets due in the period with a village in the region, each with the verdicts of its villages there. */
export const placedIn = (
  { everyone }: World,
  { region, period }: Pick<DeskAsked, 'region' | 'period'>,
  targets: readonly Target[],
): readonly Placed[] => {
  const { engine } = everyone
  const byTheme = new Map<string, ReturnType<typeof engine.coverage>>()
  const coverageOf = (theme: string) => {
    const known = byTheme.get(theme) ?? engine.coverage({ region, theme, period, level: 'village' })
    byTheme.set(theme, known)
    return known
  }
  return targets
    .filter((target) => isDue(target, period))
    .flatMap((target) => {
      const reached = engine.reachedCodes('target', target.id)
      if (!reached.some((code) => isWithin(code, region))) return []
      const units = coverageOf(target.theme).filter((unit) => unit.targets.includes(target.id))
      const within = reached.every((code) => isWithin(code, region)) ? undefined : region
      return units.length === 0 ? [] : [{ target, verdicts: units.map(({ verdict }) => verdict), within }]
    })
}

const targetLine = ({ target, verdicts }: Placed, { everyone }: World) => {
  const { id, title, theme, indicator, unit, value, year, measure, organisation, origin, confirmed } = target
  const counts = countVerdicts(verdicts)
  return {
    ...{ id, title, theme, indicator, unit, value, year, measure, organisation, origin, confirmed },
    department: everyone.find('organisation', organisation)?.record.name ?? organisation,
    document: target.document.title,
    budgetIdr: target.budgetIdr ?? null,
    units: verdicts.length,
    counts,
    verdict: leadingVerdict(counts),
  }
}

const weightsFrom = ({ weights }: DeskAsked, used: MatchWeights): WeightsFrom =>
  weights ? 'asked' : used === MATCH_WEIGHTS ? 'table' : 'regency'

/** A department's targets, each with its partners ranked; or a partner's ranking among all targets of the region. */
export const answerDesk = (world: World, asked: DeskAsked): MatchDeskAnswer => {
  const { organisation, side, region, period, limit } = asked
  const { everyone } = world
  const sources = sourcesOf(world, asked.today, asked.weights)
  const matcher = createMatcher(sources)
  const ranked = (rows: readonly MatchRow[]) => ({ partners: rows.slice(0, limit), of: rows.length })
  const rowFor = side === 'partner' ? matcher.forPartner(organisation) : null
  const rankFor = ({ target, within }: Placed) =>
    ranked(rowFor ? [rowFor(target, within).row] : matcher.forTarget(target, within))
  const owned = everyone.all('target').filter((target) => side === 'partner' || target.organisation === organisation.id)
  const targets = placedIn(world, asked, owned).map(
    (placed): MatchedTarget => ({ ...targetLine(placed, world), ...rankFor(placed) }),
  )
  const used = sources.weightsOf(side === 'department' ? organisation.region : region)
  const shares = sharesOf(used)
  return {
    asOf: everyone.asOf(),
    side,
    organisation: {
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      origin: organisation.origin,
      concerns: side === 'department' ? organisation.urusan : organisation.themes,
    },
    region,
    period: formatPeriod(period),
    weights: MATCH_PARTS.map((name) => ({ name, given: used[name], share: shares[name] })),
    weightsFrom: weightsFrom(asked, used),
    targets: targets.sort(side === 'department' ? byUrgency : byScore),
    sample: targets.some(({ origin }) => origin === 'sample') || organisation.origin === 'sample',
  }
}

const byTitle = (a: MatchedTarget, b: MatchedTarget): number =>
  a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1
const byUrgency = (a: MatchedTarget, b: MatchedTarget): number =>
  urgencyOf(a.verdict) - urgencyOf(b.verdict) || b.counts[b.verdict] - a.counts[a.verdict] || byTitle(a, b)
const byScore = (a: MatchedTarget, b: MatchedTarget): number =>
  (b.partners[0]?.score ?? 0) - (a.partners[0]?.score ?? 0) || byTitle(a, b)
