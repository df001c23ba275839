import { isPartner, type OrganisationKind } from './organisation.ts'

export const VERDICT_KINDS = [
  'gap',
  'partial',
  'met',
  'overlap',
  'coordinated',
  'partner_only',
  'no_target',
  'unreported',
] as const
export type VerdictKind = (typeof VERDICT_KINDS)[number]

/** What lets several organisations work in one place on purpose. */
export type Binding = {
  readonly kind: 'agreement' | 'activity' | 'plan'
  readonly id: string
  readonly parties: readonly string[]
}

export type Verdict =
  | { readonly kind: 'gap'; readonly shortHa?: number; readonly targetHa?: number }
  | {
      readonly kind: 'partial'
      readonly organisations: readonly string[]
      readonly servedHa: number
      readonly targetHa: number
      readonly shortHa: number
    }
  | { readonly kind: 'met'; readonly by: string }
  | { readonly kind: 'overlap'; readonly organisations: readonly string[] }
  | {
      readonly kind: 'coordinated'
      readonly organisations: readonly string[]
      readonly binding: { readonly kind: Binding['kind']; readonly id: string }
    }
  | { readonly kind: 'partner_only'; readonly organisations: readonly string[] }
  | { readonly kind: 'no_target' }
  | { readonly kind: 'unreported' }

/** The organisations that a verdict says are there. */
export const workingIn = (verdict: Verdict): readonly string[] => {
  switch (verdict.kind) {
    case 'met':
      return [verdict.by]
    case 'partial':
    case 'overlap':
    case 'coordinated':
    case 'partner_only':
      return verdict.organisations
    default:
      return []
  }
}

/** All that is known of one planning unit for one theme and period; only active, covering activities belong here. */
export type Evidence = {
  readonly targets: readonly {
    readonly id: string
    readonly measure: 'presence' | 'area'
    /** Hectares of the target area inside the unit. */
    readonly targetHa: number
    /** Hectares of it that active activities serve, their union, never their sum. */
    readonly servedHa: number
  }[]
  readonly activities: readonly { readonly id: string; readonly implementers: readonly string[] }[]
  readonly kindOf: (organisation: string) => OrganisationKind
  /** Agreements in force and action plans that reach this unit, theme and period. */
  readonly bindings: readonly Binding[]
  /** Somebody reported something here in the period: an activity or a target of any theme, in any status. */
  readonly reported: boolean
}

/** An area target counts as met from this served share on; the shortfall is always shown. */
export const AREA_THRESHOLD = 0.8

const bindingOf = ({ activities, bindings }: Evidence, organisations: readonly string[]): Binding | undefined =>
  [
    ...activities.map(({ id, implementers }): Binding => ({ kind: 'activity', id, parties: implementers })),
    ...bindings,
  ].find(({ parties }) => organisations.every((id) => parties.includes(id)))

/**
 * The verdict for one (unit, theme, period). A department alone never closes its own gap: a gap is a target without
 * an active *partner*. Departments do count among the two or more organisations of an overlap.
 * When an area target is short the verdict is `partial` even where partners overlap: the need is the larger news.
 */
export const judge = (evidence: Evidence, threshold = AREA_THRESHOLD): Verdict => {
  const { targets, activities, kindOf, reported } = evidence
  const organisations = [...new Set(activities.flatMap(({ implementers }) => implementers))].sort()
  const hasPartner = organisations.some((id) => isPartner(kindOf(id)))
  const areaTargets = targets.filter(({ measure }) => measure === 'area')
  const targetHa = areaTargets.reduce((sum, target) => sum + target.targetHa, 0)
  const servedHa = areaTargets.reduce((sum, target) => sum + target.servedHa, 0)

  if (!hasPartner) {
    if (targets.length > 0) return targetHa > 0 ? { kind: 'gap', targetHa, shortHa: targetHa } : { kind: 'gap' }
    return reported ? { kind: 'no_target' } : { kind: 'unreported' }
  }
  if (areaTargets.some((target) => target.servedHa < threshold * target.targetHa))
    return { kind: 'partial', organisations, servedHa, targetHa, shortHa: targetHa - servedHa }
  if (organisations.length > 1) {
    const binding = bindingOf(evidence, organisations)
    return binding
      ? { kind: 'coordinated', organisations, binding: { kind: binding.kind, id: binding.id } }
      : { kind: 'overlap', organisations }
  }
  return targets.length > 0 ? { kind: 'met', by: organisations[0]! } : { kind: 'partner_only', organisations }
}

export type VerdictCounts = { readonly [K in VerdictKind]: number }

export const countVerdicts = (verdicts: Iterable<Pick<Verdict, 'kind'>>): VerdictCounts => {
  const counts = Object.fromEntries(VERDICT_KINDS.map((kind) => [kind, 0])) as { [K in VerdictKind]: number }
  for (const { kind } of verdicts) counts[kind] += 1
  return counts
}
