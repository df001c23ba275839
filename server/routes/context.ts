import { createRoute, z } from '@hono/zod-openapi'
import type { ContextAnswer, RegencySummary } from '../../data/model/answers.ts'
import type { Geography } from '../geography.ts'
import type { World } from '../world.ts'
import { countLayers } from './counts.ts'
import { queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, bbox, boundaryStatus, code, id, ids, list, organisationKind, words } from './schemas.ts'

const whole = z.number().int()

const regency: z.ZodType<RegencySummary> = z
  .object({
    code,
    name: z.string(),
    units: z.object({ village: whole, district: whole, island: whole }),
    areaHa: z.number(),
    bbox,
  })
  .openapi('Regency')

const answer: z.ZodType<ContextAnswer> = z
  .object({
    asOf,
    regencies: list(regency),
    themes: list(z.object({ id, label: words, urusan: ids })),
    urusan: list(z.object({ id, label: words })),
    organisations: list(z.object({ id, name: z.string(), kind: organisationKind, region: code.exactOptional() })),
    years: z
      .tuple([whole, whole])
      .readonly()
      .openapi({ type: 'array', items: { type: 'integer' } }),
    boundaries: boundaryStatus,
    sample: z.object({ present: z.boolean(), records: whole }),
    counts: z.record(z.string(), whole),
  })
  .openapi('Context')

const route = createRoute({
  method: 'get',
  path: '/api/context',
  summary: 'What a screen needs to know once: regions, themes, organisations, years, boundaries',
  request: { query: queryOf({}) },
  responses: { 200: json(answer, 'The context'), ...REFUSALS },
})

const summarise = (geography: Geography): RegencySummary[] =>
  geography.within('', 'regency').flatMap(({ code: own, name, areaHa }) => {
    const box = geography.boundsOf(own)
    const units = {
      village: geography.within(own, 'village').length,
      district: geography.within(own, 'district').length,
      island: geography.within(own, 'island').length,
    }
    return box ? [{ code: own, name, units, areaHa, bbox: box }] : []
  })

export const contextRoutes = (world: World, now: () => Date) => {
  const regencies = summarise(world.geography)
  return createRouter().openapi(route, async (c) => {
    const { everyone, themes, urusan, boundaries } = world
    const { projection } = everyone
    const thisYear = now().getUTCFullYear()
    const seen = everyone.asOf()
    const [years, kinds, counts] = await Promise.all([
      projection.years(),
      projection.counts(),
      countLayers(world, thisYear),
    ])
    const sample = kinds.reduce((sum, one) => sum + one.sample, 0)
    return c.json(
      {
        asOf: seen,
        regencies,
        themes: themes.map(({ id: theme, label, urusan: affairs }) => ({ id: theme, label, urusan: affairs })),
        urusan: urusan.map(({ id: affair, label }) => ({ id: affair, label })),
        organisations: everyone
          .all('organisation')
          .map(({ id: own, name, kind, region }) => ({ id: own, name, kind, ...(region ? { region } : {}) })),
        years: years ?? ([thisYear, thisYear] as const),
        boundaries,
        sample: { present: sample > 0, records: sample },
        counts,
      },
      200,
    )
  })
}
