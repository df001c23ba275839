import { createRoute, z } from '@hono/zod-openapi'
import type { PlaceAnswer } from '../../data/model/answers.ts'
import { type Code, isWithin, type Level, levelOf } from '../../data/model/codes.ts'
import type { Source } from '../../data/model/record.ts'
import { programmesOf } from '../convergence/answer.ts'
import type { SituatedPlace } from '../places/index.ts'
import type { World } from '../world.ts'
import { requirePlace } from './asked.ts'
import { queryOf } from './parameters.ts'
import { figure } from './recordSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, bbox, boundaryStatus, code, id, ids, level, list, origin, position, source } from './schemas.ts'

const answer: z.ZodType<PlaceAnswer> = z
  .object({
    asOf,
    code,
    name: z.string(),
    level,
    lineage: list(z.object({ code, name: z.string() })),
    position,
    bbox: bbox.nullable(),
    areaHa: z.number().nullable(),
    boundaries: boundaryStatus,
    source,
    island: z
      .object({
        populated: z.boolean(),
        outermost: z.boolean(),
        shape: z.enum(['polygon', 'point']),
        village: code.nullable(),
      })
      .exactOptional(),
    authority: list(z.object({ id, name: z.string(), areaHa: z.number(), origin })),
    convergence: list(z.object({ id, title: z.string() })),
    activities: list(z.object({ id, title: z.string(), themes: ids, origin })),
    targets: list(z.object({ id, title: z.string(), theme: z.string(), year: z.number().int(), origin })),
    figures: list(figure),
  })
  .openapi('Place')

const route = createRoute({
  method: 'get',
  path: '/api/places/{code}',
  summary: 'A province, regency, district, village or island, with what is known of it',
  request: { params: z.object({ code }), query: queryOf({}) },
  responses: { 200: json(answer, 'The place and the records that reach it'), ...REFUSALS },
})

const NAMES_SOURCE: Source = {
  text: 'idn-area-data 3.1.2, Kepmendagri 300.2.2-2138 Tahun 2025',
  url: 'https://github.com/fityannugroho/idn-area-data',
}

/** A province is what we know of its regencies. */
const areaOf = ({ geography }: World, own: Code): number | null => {
  const place = geography.find(own)
  if (place) return place.areaHa > 0 ? place.areaHa : null
  return geography.within(own, 'regency').reduce((sum, { areaHa }) => sum + areaHa, 0)
}

const islandOf = ({ village = null }: SituatedPlace, facts: NonNullable<SituatedPlace['island']>) => {
  const { populated, outermost, shape } = facts
  return { populated, outermost, shape, village }
}

const answerPlace = (world: World, own: Code): PlaceAnswer => {
  const { geography, everyone, boundaries } = world
  const { engine, find, all, asOf: seen } = everyone
  const place = geography.find(own)
  const box = geography.boundsOf(own)
  const reaching = place ? [engine.at(own)] : geography.within(own, 'regency').map((regency) => engine.at(regency.code))
  const uniqueIds = (kind: 'activities' | 'targets') => [...new Set(reaching.flatMap((one) => one[kind]))]
  return {
    asOf: seen(),
    code: own,
    name: geography.nameOf(own),
    level: levelOf(own) as Level,
    lineage: geography.lineageOf(own),
    position: place?.position ?? [(box![0] + box![2]) / 2, (box![1] + box![3]) / 2],
    bbox: box,
    areaHa: areaOf(world, own),
    boundaries,
    source: NAMES_SOURCE,
    ...(place?.island ? { island: islandOf(place, place.island) } : {}),
    authority: reaching
      .flatMap(({ authority }) => authority)
      .flatMap(({ id: area, areaHa }) => {
        const record = find('authority', area)?.record
        return record ? [{ id: area, name: record.name, areaHa, origin: record.origin }] : []
      }),
    convergence: programmesOf(world, own).map(({ id: programme, title }) => ({ id: programme, title })),
    activities: uniqueIds('activities').flatMap((activity) => {
      const record = find('activity', activity)?.record
      return record ? [{ id: activity, title: record.title, themes: record.themes, origin: record.origin }] : []
    }),
    targets: uniqueIds('targets').flatMap((target) => {
      const record = find('target', target)?.record
      if (!record) return []
      const { title, theme, year, origin: from } = record
      return [{ id: target, title, theme, year, origin: from }]
    }),
    figures: all('figure').filter(({ region }) => isWithin(region, own)),
  }
}

export const placeRoutes = (world: World) =>
  createRouter().openapi(route, (c) =>
    c.json(answerPlace(world, requirePlace(c.req.valid('param').code, world.geography)), 200),
  )
