import { createRoute, z } from '@hono/zod-openapi'
import { LAYERS } from '../../data/layers/index.ts'
import type { LayerSummary } from '../../data/model/answers.ts'
import type { World } from '../world.ts'
import { countLayers } from './counts.ts'
import { queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { list, words } from './schemas.ts'

const answer: z.ZodType<readonly LayerSummary[]> = list(
  z.object({
    id: z.string(),
    title: words,
    geometry: z.enum(['point', 'line', 'polygon', 'mixed']),
    count: z.number().int().describe('Analysis layers: units with that verdict, over all themes, in the current year'),
    license: z.string(),
    attribution: z.string(),
  }),
).openapi('Layers')

const route = createRoute({
  method: 'get',
  path: '/api/layers',
  summary: 'Every layer with its title, kind of geometry, number of features, licence and attribution',
  request: { query: queryOf({}) },
  responses: { 200: json(answer, 'In drawing order, the lowest first'), ...REFUSALS },
})

export const layerRoutes = (world: World, now: () => Date) =>
  createRouter().openapi(route, async (c) => {
    const counts = await countLayers(world, now().getUTCFullYear())
    const layers = LAYERS.map(({ id, title, geometry, license, attribution }) => ({
      id,
      title,
      geometry,
      count: counts[id],
      license,
      attribution,
    }))
    return c.json(layers, 200)
  })
