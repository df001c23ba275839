import { createRoute, z } from '@hono/zod-openapi'
import type { MatchAnswer } from '../../data/model/answers.ts'
import { isPartner } from '../../data/model/organisation.ts'
import { matchesForOrganisation, matchesForTarget } from '../engine/matches.ts'
import { sourcesOf } from '../match_sources.ts'
import { badRequest } from '../problems.ts'
import type { World } from '../world.ts'
import { ORGANISATION_WORDS, requireKnown, requirePlace } from './asked.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { id, list, words } from './schemas.ts'

export const matchAnswer: z.ZodType<MatchAnswer> = list(
  z
    .object({
      organisation: id,
      name: z.string(),
      target: id,
      score: z.number().describe('0-100'),
      parts: list(z.object({ name: z.string(), value: z.number(), weight: z.number(), reason: words })),
      withoutSites: z.boolean(),
    })
    .openapi('Match'),
)

const route = createRoute({
  method: 'get',
  path: '/api/matches',
  summary: 'For a target the partners, or for a partner the targets, best first, each part of the score in words',
  request: {
    query: queryOf({
      target: parameters.target.optional(),
      organisation: parameters.partner.optional(),
      within: parameters.within.optional(),
    }),
  },
  responses: { 200: json(matchAnswer, 'Best first'), ...REFUSALS },
})

const TARGET_WORDS = { id: 'Target', en: 'Target', where: '/api/features/targets' }

const answerMatches = (
  world: World,
  today: string,
  asked: { target?: string | undefined; organisation?: string | undefined; within?: string | undefined },
) => {
  const { find, all } = world.everyone
  const sources = sourcesOf(world, today)
  if (asked.target !== undefined && asked.organisation === undefined) {
    const known = requireKnown(asked.target, all('target'), TARGET_WORDS)
    const within = asked.within === undefined ? undefined : requirePlace(asked.within, world.geography)
    return matchesForTarget(find('target', known)!.record, sources, within)
  }
  if (asked.organisation !== undefined && asked.target === undefined) {
    const partners = all('organisation').filter(({ kind }) => isPartner(kind))
    const known = requireKnown(asked.organisation, partners, ORGANISATION_WORDS)
    return matchesForOrganisation(find('organisation', known)!.record, sources)
  }
  throw badRequest({
    id: 'Sebut salah satu: "target" untuk daftar mitra, atau "organisation" untuk daftar target.',
    en: 'Name one of the two: "target" for a list of partners, or "organisation" for a list of targets.',
  })
}

export const matchRoutes = (world: World, now: () => Date) =>
  createRouter().openapi(route, (c) =>
    c.json(answerMatches(world, now().toISOString().slice(0, 10), c.req.valid('query')), 200),
  )
