import { createRoute, z } from '@hono/zod-openapi'
import { requireMember } from '../access/caller.ts'
import { downloadHeaders } from '../formats/download.ts'
import { writeSlides } from '../sheet/slides.ts'
import { packAnswer } from '../story_pack.ts'
import { noRecord } from '../work/find.ts'
import { openStory } from '../work/open_story.ts'
import type { Room } from '../work/room.ts'
import { queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { id } from './schemas.ts'
import { PPTX, storyShape } from './stories.ts'
import { HTML, type Packing } from './storyPack.ts'

const STORY = '/api/work/stories/{id}'
const request = { params: z.object({ id }), query: queryOf({}) }

const opened = createRoute({
  method: 'get',
  path: STORY,
  summary: 'The newest state of a story with its notes, a draft too, for those who may change it',
  request,
  responses: { 200: json(storyShape, 'The story'), ...REFUSALS },
})

const packed = createRoute({
  method: 'get',
  path: `${STORY}/pack.html`,
  summary: 'The newest state of a story with its notes as one HTML file that plays without network or server',
  request,
  responses: { 200: { description: 'The file', content: { [HTML]: { schema: z.string() } } }, ...REFUSALS },
})

const slides = createRoute({
  method: 'get',
  path: `${STORY}/slides.pptx`,
  summary: 'The newest state of a story as slides that can be edited, with the notes for the presenter',
  request,
  responses: {
    200: { description: 'PPTX', content: { [PPTX]: { schema: z.string().openapi({ format: 'binary' }) } } },
    ...REFUSALS,
  },
})

/** Stories as those work on them who may change them; everyone else has `/api/stories`. */
export const storyWorkRoutes = (room: Room, { ask, parts }: Packing) =>
  createRouter()
    .openapi(opened, (c) => c.json(openStory(room, requireMember(c.get('caller')), c.req.valid('param').id), 200))
    .openapi(packed, async (c) => {
      const given = c.req.valid('param').id
      const answer = openStory(room, requireMember(c.get('caller')), given)
      const html = await packAnswer(ask, await parts(), answer)
      if (!html) throw noRecord('story', given)
      return c.body(html, 200, downloadHeaders(HTML, ['cerita', given], 'html'))
    })
    .openapi(slides, async (c) => {
      const answer = openStory(room, requireMember(c.get('caller')), c.req.valid('param').id)
      const bytes = await writeSlides(room.world, answer)
      return c.body(new Uint8Array(bytes), 200, downloadHeaders(PPTX, ['cerita', answer.story.name], 'pptx'))
    })
