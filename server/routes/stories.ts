import { createRoute, z } from '@hono/zod-openapi'
import type { StoryAnswer, StoryList } from '../../data/model/story_answer.ts'
import type { CountedFigure } from '../../data/model/story_figures.ts'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import { downloadHeaders } from '../formats/download.ts'
import { notFound, quote } from '../problems.ts'
import { writeStory } from '../sheet/report/story.ts'
import { writeSlides } from '../sheet/slides.ts'
import { storyAnswer, storyList } from '../stories.ts'
import type { World } from '../world.ts'
import { requirePlace } from './asked.ts'
import { parameters, queryOf } from './parameters.ts'
import { story } from './recordSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { asOf, code, id, list, origin, unitLevel } from './schemas.ts'

const text = z.string()
const whole = z.number().int()

const stories: z.ZodType<StoryList> = z
  .object({
    asOf,
    stories: list(
      z.object({
        id,
        name: text,
        subtitle: text.nullable(),
        author: text.nullable(),
        region: code,
        where: text,
        language: z.enum(['id', 'en']),
        scenes: whole,
        origin,
        confirmed: text.describe('YYYY-MM-DD'),
      }),
    ),
  })
  .openapi('StoryList')

const figure: z.ZodType<CountedFigure> = z
  .object({
    value: whole.describe('Units, also where it is shown as a share'),
    of: whole.describe('The denominator, in units'),
    among: z.enum(['targeted', 'all']),
    level: unitLevel,
    subject: z.enum([...VERDICT_KINDS, 'all', 'targeted']),
    as: z.enum(['count', 'share']),
    date: text.describe('YYYY-MM-DD that the value is of'),
    frozen: z.boolean(),
  })
  .openapi('StoryFigure')

export const storyShape: z.ZodType<StoryAnswer> = z
  .object({
    asOf,
    story,
    sample: z.boolean(),
    figures: z
      .record(z.string(), z.record(z.string(), figure.nullable()).readonly())
      .readonly()
      .describe('By scene and name; null where the question cannot be asked any more'),
  })
  .openapi('StoryAnswer')

const listRoute = createRoute({
  method: 'get',
  path: '/api/stories',
  summary: 'Stories for presenting, last confirmed first',
  request: { query: queryOf({ region: parameters.region.optional() }) },
  responses: { 200: json(stories, 'The stories'), ...REFUSALS },
})

const storyRoute = createRoute({
  method: 'get',
  path: '/api/stories/{id}',
  summary: 'One story whole, with the figures of its texts as they are now: the answer behind player, pack and slides',
  request: { params: z.object({ id }), query: queryOf({}) },
  responses: { 200: json(storyShape, 'The story'), ...REFUSALS },
})

export const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

const slidesRoute = createRoute({
  method: 'get',
  path: '/api/stories/{id}/slides.pptx',
  summary: 'A story as slides that can be edited: a slide each scene, its map as a picture',
  request: { params: z.object({ id }), query: queryOf({}) },
  responses: {
    200: { description: 'PPTX', content: { [PPTX]: { schema: z.string().openapi({ format: 'binary' }) } } },
    ...REFUSALS,
  },
})

const paperRoute = createRoute({
  method: 'get',
  path: '/api/stories/{id}/story.pdf',
  summary: 'A story on paper: a scene a page, its map as vectors with the annotations, legend, figures and source',
  request: { params: z.object({ id }), query: queryOf({}) },
  responses: {
    200: {
      description: 'PDF, A4 landscape',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...REFUSALS,
  },
})

const noStory = (given: string) =>
  notFound({
    id: `Tidak ada cerita ${quote(given)} yang terbuka untuk umum. Daftarnya di /api/stories.`,
    en: `There is no story ${quote(given)} open to everyone. /api/stories lists them.`,
  })

export const storyRoutes = (world: World) =>
  createRouter()
    .openapi(listRoute, (c) => {
      const { region } = c.req.valid('query')
      return c.json(storyList(region === undefined ? undefined : requirePlace(region, world.geography), world), 200)
    })
    .openapi(storyRoute, (c) => {
      const given = c.req.valid('param').id
      const found = storyAnswer(given, world)
      if (!found) throw noStory(given)
      return c.json(found, 200)
    })
    .openapi(slidesRoute, async (c) => {
      const given = c.req.valid('param').id
      const found = storyAnswer(given, world)
      if (!found) throw noStory(given)
      const slides = await writeSlides(world, found)
      return c.body(new Uint8Array(slides), 200, downloadHeaders(PPTX, ['cerita', found.story.name], 'pptx'))
    })
    .openapi(paperRoute, async (c) => {
      const given = c.req.valid('param').id
      const found = storyAnswer(given, world)
      if (!found) throw noStory(given)
      const { pages, facts } = await writeStory(world, found)
      const pdf = new Uint8Array(await world.press.pdf(pages, facts, { signal: c.req.raw.signal }))
      return c.body(pdf, 200, downloadHeaders('application/pdf', ['cerita', found.story.name], 'pdf'))
    })
