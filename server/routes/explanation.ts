import { createRoute, z } from '@hono/zod-openapi'
import type { ExplanationAnswer, UnitLevel } from '../../data/model/answers.ts'
import { levelOf } from '../../data/model/codes.ts'
import { type ExplainedUnit, explain } from '../explanation.ts'
import { badRequest, notFound, quote } from '../problems.ts'
import type { World } from '../world.ts'
import { requireKnown, requirePlace, THEME_WORDS } from './asked.ts'
import { parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { activityStatus, asOf, code, id, ids, list, origin, unitLevel, verdict } from './schemas.ts'

const hectares = z.number().nullable()

const answer: z.ZodType<ExplanationAnswer> = z
  .object({
    asOf,
    code,
    name: z.string(),
    level: unitLevel,
    areaHa: z.number(),
    theme: z.string(),
    period: z.string(),
    verdict,
    servedHa: hectares,
    overlapHa: hectares,
    activities: list(
      z.object({
        id,
        title: z.string(),
        organisations: ids,
        status: activityStatus,
        start: z.string(),
        end: z.string().nullable(),
        origin,
        confirmed: z.string(),
        areaHa: hectares,
        excluded: z.enum(['status', 'period', 'no_implementer']).nullable(),
      }),
    ),
    targets: list(
      z.object({
        id,
        title: z.string(),
        organisation: id,
        measure: z.enum(['presence', 'area']),
        year: z.number().int(),
        origin,
        targetHa: hectares,
        servedHa: hectares.describe('Null where presence is asked, or where several targets share what is served'),
      }),
    ),
    binding: z.object({ kind: z.enum(['agreement', 'activity', 'plan']), id, title: z.string() }).nullable(),
  })
  .openapi('Explanation')

const route = createRoute({
  method: 'get',
  path: '/api/explanation',
  summary: 'What the verdict of one unit stands on: the work that counts, the work that does not and why, the targets',
  description:
    '`code` is a place, or the id of a zone or an authority area; `level` tells the two apart where both have that id.',
  request: {
    query: queryOf({
      code: parameters.unit,
      theme: parameters.theme,
      period: parameters.period,
      level: parameters.level.optional(),
    }),
  },
  responses: { 200: json(answer, 'The verdict with everything behind it'), ...REFUSALS },
})

type Named = ExplainedUnit & { readonly name: string }

const findDrawn = ({ everyone }: World, text: string, asked: UnitLevel | undefined): Named | null => {
  const levels = (['zone', 'authority'] as const).filter((level) => asked === undefined || asked === level)
  for (const level of levels) {
    const record = everyone.find(level, text)?.record
    if (record) return { code: text, level, region: record.region, drawn: record.geometry, name: record.name }
  }
  return null
}

const requireUnit = (world: World, text: string, asked: UnitLevel | undefined): Named => {
  const drawn = findDrawn(world, text, asked)
  if (drawn) return drawn
  if (asked === 'zone' || asked === 'authority')
    throw notFound({
      id: `Tidak ada ${asked === 'zone' ? 'zona' : 'kawasan'} ${quote(text)}. Cari namanya di /api/search?q=, atau hapus "level".`,
      en: `There is no ${asked === 'zone' ? 'zone' : 'authority area'} ${quote(text)}. Search for its name at /api/search?q=, or remove "level".`,
    })
  const place = requirePlace(text, world.geography)
  const level = levelOf(place)
  if (level === null || level === 'region' || (asked !== undefined && asked !== level))
    throw badRequest({
      id: `${place} bukan unit yang dinilai${asked ? ` pada tingkat ${asked}` : ''}. Tulis kode kabupaten, kecamatan, desa atau pulau, atau sesuaikan "level".`,
      en: `${place} is no unit that is judged${asked ? ` at level ${asked}` : ''}. Write the code of a regency, district, village or island, or adjust "level".`,
    })
  return { code: place, level, region: place, drawn: null, name: world.geography.nameOf(place) }
}

export const explanationRoutes = (world: World) =>
  createRouter().openapi(route, async (c) => {
    const { code: text, theme, period, level } = c.req.valid('query')
    const { name, ...unit } = requireUnit(world, text, level)
    const known = requireKnown(theme, world.themes, THEME_WORDS)
    const explanation = await explain(world.everyone, unit, { theme: known, period })
    if (!explanation)
      throw notFound({
        id: `${unit.code} tidak punya luasan untuk dinilai. Pilih unit lain di /api/coverage.`,
        en: `${unit.code} has no ground to judge. Choose another unit from /api/coverage.`,
      })
    return c.json({ ...explanation, name }, 200)
  })
