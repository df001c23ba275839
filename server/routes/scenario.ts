import { createRoute, z } from '@hono/zod-openapi'
import { levelOf } from '../../data/model/codes.ts'
import {
  ID_PATTERN,
  isDayText,
  MOST_CHANGES,
  MOST_IDR,
  MOST_PARTIES,
  MOST_PEOPLE,
  MOST_PLACES,
  type ScenarioChange,
} from '../../data/model/scenario.ts'
import type { ScenarioAnswer, ScenarioFigures } from '../../data/model/scenario_answer.ts'
import { answerScenario } from '../scenario/answer.ts'
import { createStages } from '../scenario/stage.ts'
import type { World } from '../world.ts'
import { requireJson } from './body.ts'
import { readQuestion } from './cover.ts'
import { coverageQuery } from './coverage.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, code, id, ids, list, unitLevel, verdict, verdictCounts } from './schemas.ts'

const whole = z.number().int()
const hectares = z.number()

const figures: z.ZodType<ScenarioFigures> = z
  .object({
    counts: verdictCounts,
    targeted: whole,
    served: whole.describe('Units where at least one partner works'),
    activities: whole,
    partners: whole,
    targetHectares: z.object({ targetHa: hectares, servedHa: hectares, shortHa: hectares }).nullable(),
    overlapHa: hectares,
    budget: z.object({ totalIdr: z.number(), known: whole, of: whole }),
    beneficiaries: z.object({ total: z.number(), known: whole, of: whole }),
  })
  .openapi('ScenarioFigures')

const answer: z.ZodType<ScenarioAnswer> = z
  .object({
    asOf,
    region: code,
    theme: z.string(),
    period: z.string(),
    level: unitLevel,
    denominator: whole,
    sample: z.boolean(),
    today: figures,
    scenario: figures,
    units: list(
      z.object({
        code,
        name: z.string(),
        within: z.string(),
        before: verdict,
        after: verdict,
        gained: ids.describe('What a change adds is +1 for the first change'),
        lost: ids,
        arrived: ids,
        left: ids,
      }),
    ),
    changes: list(
      z.object({
        places: list(code).describe('Villages and islands of the region that the change reaches or leaves'),
        idle: z
          .enum(['other_theme', 'other_period', 'elsewhere', 'stopped'])
          .nullable()
          .describe('Why the change moves nothing in this question'),
      }),
    ),
  })
  .openapi('Scenario')

const known = id.regex(ID_PATTERN)
const place = code.refine((text) => ['village', 'district', 'island'].includes(levelOf(text) ?? ''))
const day = z.string().refine(isDayText).openapi({ example: '2026-01-01' })
const span = z
  .strictObject({ start: day, end: day.nullable() })
  .refine(({ start, end }) => end === null || start <= end)
  .openapi({ description: 'ISO dates, both included; an open end is null' })
const places = (least: number) => z.array(place).min(least).max(MOST_PLACES)
const amount = (most: number) => whole.min(0).max(most).exactOptional()

const change: z.ZodType<ScenarioChange> = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('add'),
      organisation: known,
      theme: known,
      places: places(1),
      period: span,
      budgetIdr: amount(MOST_IDR),
      beneficiaries: amount(MOST_PEOPLE),
    }),
    z.strictObject({ kind: z.literal('move'), activity: known, places: places(1) }),
    z.strictObject({ kind: z.literal('extend'), activity: known, period: span }),
    z.strictObject({ kind: z.literal('drop'), activity: known }),
    z.strictObject({ kind: z.literal('bind'), parties: z.array(known).min(2).max(MOST_PARTIES), places: places(0) }),
    z.strictObject({ kind: z.literal('unbind'), agreement: known }),
  ])
  .openapi('ScenarioChange')

const asked = z.strictObject({ changes: z.array(change).max(MOST_CHANGES) }).openapi('ScenarioRequest', {
  example: {
    changes: [
      {
        kind: 'add',
        organisation: 'contoh-mitra-01',
        theme: 'stunting',
        places: ['61.05.01.2007'],
        period: { start: '2026-01-01', end: '2026-12-31' },
      },
    ],
  },
})

const route = createRoute({
  method: 'post',
  path: '/api/scenario',
  summary:
    'What would be if activities were added, moved, extended or dropped, or an agreement bound some; beside today',
  description:
    'The question is that of /api/coverage, the body a list of changes that are made one after the other. Nothing is recorded: today and the scenario are answered side by side, with every unit whose verdict differs. Only what everyone may see can be moved, extended or dropped.',
  middleware: requireJson,
  request: { query: coverageQuery, body: { content: { 'application/json': { schema: asked } }, required: true } },
  responses: { 200: json(answer, 'Both sides, and every unit that differs'), ...REFUSALS },
})

export const scenarioRoutes = (world: World) => {
  const stages = createStages(world.geography, world.everyone)
  return createRouter().openapi(route, async (c) => {
    const question = readQuestion(world, c.req.valid('query'))
    const { changes } = c.req.valid('json')
    return c.json(await answerScenario(world, stages, { question, changes, signal: c.req.raw.signal }), 200)
  })
}
