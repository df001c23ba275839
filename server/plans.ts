import { type Code, isWithin, levelOf } from '../data/model/codes.ts'
import { type Plan, partiesOf, planOfZone, spanOfPlan } from '../data/model/plan.ts'
import type { NamedShare, PlanAnswer, PlanLine, PlanList } from '../data/model/plan_answer.ts'
import { actionsOf, figuresOf, sharesOf } from '../data/model/plan_figures.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import type { World } from './world.ts'

type Asked = { readonly region?: Code | undefined; readonly party?: string | undefined }
type Shown = { readonly plan: Plan; readonly isReadIn: boolean }

/** Plans that everyone may see, and the own actions of zones that no such plan is for. */
const plansIn = ({ everyone }: World): readonly Shown[] => {
  const kept = everyone.all('plan')
  const planned = new Set(kept.map(({ zone }) => zone))
  const zones = everyone.all('zone').filter(({ id, actions }) => !planned.has(id) && actions.length > 0)
  return [
    ...kept.map((plan) => ({ plan, isReadIn: false })),
    ...zones.map((zone) => ({ plan: planOfZone(zone), isReadIn: true })),
  ]
}

const codesOf = ({ places, actions }: Plan): readonly Code[] => [
  ...new Set([...places, ...actions.flatMap((action) => action.places)]),
]

const concerns = (plan: Plan, asked: Code): boolean => {
  const codes = codesOf(plan)
  return (codes.length > 0 ? codes : [plan.region]).some((code) => isWithin(code, asked) || isWithin(asked, code))
}

const names = ({ actions }: Plan, party: string): boolean =>
  actions.some((action) => partiesOf(action).includes(party) || action.resources.some(({ by }) => by === party))

const whereOf = ({ zone, places }: Plan, { everyone, geography }: World): readonly string[] => [
  ...(zone === undefined ? [] : [everyone.find('zone', zone)?.record.name ?? zone]),
  ...places.map(geography.nameOf),
]

const agreementOf = ({ agreement }: Plan, { everyone }: World): PlanLine['agreement'] => {
  const found = agreement === undefined ? null : everyone.find('agreement', agreement)
  return found && { id: found.record.id, title: found.record.title }
}

const sharesIn = (plans: readonly Plan[], { everyone }: World): readonly NamedShare[] =>
  sharesOf(actionsOf(plans)).map((share) => ({
    ...share,
    name: share.organisation && (everyone.find('organisation', share.organisation)?.record.name ?? share.organisation),
  }))

const lineOf = ({ plan, isReadIn }: Shown, on: string, world: World): PlanLine => ({
  id: plan.id,
  name: plan.name,
  isReadIn,
  region: plan.region,
  where: whereOf(plan, world),
  agreement: agreementOf(plan, world),
  span: spanOfPlan(plan),
  figures: figuresOf(plan.actions, on),
  origin: plan.origin,
  confirmed: plan.confirmed,
})

const byNeed = (a: PlanLine, b: PlanLine): number =>
  Number(a.isReadIn) - Number(b.isReadIn) || b.figures.overdue - a.figures.overdue || (a.name < b.name ? -1 : 1)

/** Every public plan with where it stands on a day; what somebody keeps as a plan first, then what is most overdue. */
export const planList = ({ region, party }: Asked, on: string, world: World): PlanList => {
  const shown = plansIn(world)
    .filter(({ plan }) => region === undefined || concerns(plan, region))
    .filter(({ plan }) => party === undefined || names(plan, party))
  const plans = shown.map(({ plan }) => plan)
  return {
    asOf: world.everyone.asOf(),
    on,
    plans: shown.map((one) => lineOf(one, on, world)).sort(byNeed),
    figures: figuresOf(actionsOf(plans), on),
    shares: sharesIn(plans, world),
  }
}

/** By its own id or by that of its zone; null where there is none. */
const findPlan = (id: string, world: World): Shown | null =>
  plansIn(world).find(({ plan }) => plan.id === id) ?? plansIn(world).find(({ plan }) => plan.zone === id) ?? null

/** Names of what not everyone may see are left out. */
const shownTo = (plan: Plan, { everyone }: World): Plan => {
  const { agreement, ...rest } = plan
  return {
    ...rest,
    ...(agreement !== undefined && everyone.find('agreement', agreement) ? { agreement } : {}),
    actions: plan.actions.map((action) => ({
      ...action,
      activities: action.activities.filter((id) => everyone.find('activity', id) !== null),
    })),
  }
}

const boxOf = (plan: Plan, { everyone, geography }: World): Bounds | null => {
  const zone = plan.zone === undefined ? null : everyone.find('zone', plan.zone)
  const boxes = [...codesOf(plan).map(geography.boundsOf), zone && boundsOf([zone.record.geometry])]
  return boxes.reduce<Bounds | null>((all, box) => {
    if (!all || !box) return all ?? box
    return [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])]
  }, null)
}

/** One plan for table, timeline and map alike; null where nobody may see one. */
export const planAnswer = (id: string, on: string, world: World): PlanAnswer | null => {
  const found = findPlan(id, world)
  if (!found) return null
  const { everyone, geography } = world
  const plan = shownTo(found.plan, world)
  const named = new Set(plan.actions.flatMap(({ activities }) => activities))
  return {
    asOf: everyone.asOf(),
    on,
    plan,
    isReadIn: found.isReadIn,
    where: whereOf(plan, world),
    figures: figuresOf(plan.actions, on),
    shares: sharesIn([plan], world),
    agreement: agreementOf(plan, world),
    activities: [...named].map((one) => ({ id: one, title: everyone.find('activity', one)?.record.title ?? one })),
    places: codesOf(plan).map((code) => ({ code, name: geography.nameOf(code), level: levelOf(code)! })),
    bbox: boxOf(plan, world),
  }
}

/** The actions that are still open, each with its plan: what a calendar reminds of. */
export const openActions = (asked: Asked, world: World) =>
  plansIn(world)
    .filter(({ plan }) => asked.region === undefined || concerns(plan, asked.region))
    .filter(({ plan }) => asked.party === undefined || names(plan, asked.party))
    .flatMap(({ plan }) => plan.actions.map((action) => ({ plan, action })))
