import { createRoute, z } from '@hono/zod-openapi'
import type { MatchAnswer } from '../../data/model/answers.ts'
import { type MatchDeskAnswer, MOST_COMPARED } from '../../data/model/matching.ts'
import { isPartner } from '../../data/model/organisation.ts'
import { matchesForOrganisation, matchesForTarget } from '../engine/index.ts'
import { comparePartners } from '../match_compared.ts'
import { answerDepartments } from '../match_departments.ts'
import { answerDesk } from '../match_desk.ts'
import { sourcesOf } from '../match_sources.ts'
import { badRequest } from '../problems.ts'
import type { World } from '../world.ts'
import { ORGANISATION_WORDS, requireKnown, requirePlace } from './asked.ts'
import { comparedAnswer, departmentsAnswer, deskAnswer, matchAnswer } from './matchSchemas.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'

const matchQuery = queryOf({
  target: parameters.target.optional(),
  organisation: parameters.partner.optional(),
  within: parameters.within.optional(),
  department: parameters.department.optional(),
  partner: parameters.partner.optional(),
  region: parameters.region.optional(),
  period: parameters.period.optional(),
  weights: parameters.weights.optional(),
  limit: parameters.limitOf(10, 1_000),
})
type Asked = z.output<typeof matchQuery>

const route = createRoute({
  method: 'get',
  path: '/api/matches',
  summary: 'Partners for a target, targets for a partner, or the whole desk of a department or a partner, best first',
  description:
    'Name one of "target" (all its partners), "organisation" (all targets of a partner), "department" (its targets due in the period in the region, each with its verdicts and its best partners) and "partner" (the same from the partner\'s side). "region", "period" and "limit" belong to the last two.',
  request: { query: matchQuery },
  responses: {
    200: json<MatchAnswer | MatchDeskAnswer>(z.union([matchAnswer, deskAnswer]), 'Best first'),
    ...REFUSALS,
  },
})

const comparedRoute = createRoute({
  method: 'get',
  path: '/api/matches/compared',
  summary: 'Up to four partners side by side before one target: score, villages, activities, budget, agreements',
  request: {
    query: queryOf({
      target: parameters.target,
      organisation: parameters.organisation,
      region: parameters.region.optional(),
      period: parameters.period.optional(),
      weights: parameters.weights.optional(),
    }),
  },
  responses: { 200: json(comparedAnswer, 'In the order asked'), ...REFUSALS },
})

const departmentsRoute = createRoute({
  method: 'get',
  path: '/api/matches/departments',
  summary: 'Departments of a region with how many of their targets have a village without a partner, the most first',
  request: { query: queryOf({ region: parameters.region, period: parameters.period.optional() }) },
  responses: { 200: json(departmentsAnswer, 'Departments with their targets'), ...REFUSALS },
})

const TARGET_WORDS = { id: 'Target', en: 'Target', where: '/api/features/targets' }
const WAYS = ['target', 'organisation', 'department', 'partner'] as const
const NOT_ONE = {
  id: 'Sebut salah satu saja: "target", "organisation", "department", atau "partner".',
  en: 'Name exactly one of "target", "organisation", "department" and "partner".',
}
const NOT_FOUR = {
  id: `Sebut satu sampai ${MOST_COMPARED} mitra dalam "organisation", dipisah koma.`,
  en: `Name one to ${MOST_COMPARED} partners in "organisation", separated by commas.`,
}
const NO_REGION = {
  id: 'Lembaga ini tidak mencatat wilayahnya. Sebut "region", misalnya 61.05.',
  en: 'This organisation has no region on record. Name a "region", such as 61.05.',
}

export const matchRoutes = (world: World, now: () => Date) => {
  const { find, all } = world.everyone
  const today = () => now().toISOString().slice(0, 10)
  const knownTarget = (id: string) => find('target', requireKnown(id, all('target'), TARGET_WORDS))!.record
  const knownOrganisation = (id: string, isAsked: (kind: Parameters<typeof isPartner>[0]) => boolean) => {
    const among = all('organisation').filter(({ kind }) => isAsked(kind))
    return find('organisation', requireKnown(id, among, ORGANISATION_WORDS))!.record
  }
  const thisYear = () => ({ from: now().getUTCFullYear(), to: now().getUTCFullYear() })

  const answerAll = ({ target, organisation, within, weights }: Asked): MatchAnswer => {
    const sources = sourcesOf(world, today(), weights)
    if (organisation !== undefined) return matchesForOrganisation(knownOrganisation(organisation, isPartner), sources)
    const place = within === undefined ? undefined : requirePlace(within, world.geography)
    return matchesForTarget(knownTarget(target!), sources, place)
  }
  const answerSide = ({ department, partner, region, period = thisYear(), weights, limit }: Asked): MatchDeskAnswer => {
    const organisation =
      department === undefined
        ? knownOrganisation(partner!, isPartner)
        : knownOrganisation(department, (kind) => kind === 'opd')
    const place = region ?? organisation.region
    if (place === undefined) throw badRequest(NO_REGION)
    return answerDesk(world, {
      side: department === undefined ? 'partner' : 'department',
      organisation,
      region: requirePlace(place, world.geography),
      period,
      weights,
      limit,
      today: today(),
    })
  }

  return createRouter()
    .openapi(route, (c) => {
      const asked = c.req.valid('query')
      if (WAYS.filter((way) => asked[way] !== undefined).length !== 1) throw badRequest(NOT_ONE)
      // A place that is named is known, also where another question would need it.
      for (const place of [asked.region, asked.within]) if (place !== undefined) requirePlace(place, world.geography)
      const isDesk = asked.department !== undefined || asked.partner !== undefined
      return c.json(isDesk ? answerSide(asked) : answerAll(asked), 200)
    })
    .openapi(departmentsRoute, (c) => {
      const { region, period = thisYear() } = c.req.valid('query')
      return c.json(answerDepartments(world, { region: requirePlace(region, world.geography), period }), 200)
    })
    .openapi(comparedRoute, (c) => {
      const { target, organisation, region, period = thisYear(), weights } = c.req.valid('query')
      const asked = knownTarget(target)
      if (organisation.length === 0 || organisation.length > MOST_COMPARED) throw badRequest(NOT_FOUR)
      const place = region ?? find('organisation', asked.organisation)?.record.region
      if (place === undefined) throw badRequest(NO_REGION)
      return c.json(
        comparePartners(world, {
          target: asked,
          organisations: [...new Set(organisation)].map((id) => knownOrganisation(id, isPartner)),
          region: requirePlace(place, world.geography),
          period,
          weights,
          today: today(),
        }),
        200,
      )
    })
}
