import { createRoute, z } from '@hono/zod-openapi'
import { requireMember } from '../access/caller.ts'
import { notFound } from '../problems.ts'
import { isPublicPhoto, seesPhoto, takePhoto } from '../work/photos/take.ts'
import type { Room } from '../work/room.ts'
import { queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS } from './router.ts'

const query = queryOf({})
const picture = { schema: z.custom<Uint8Array>().openapi({ type: 'string', format: 'binary' }) }
const PICTURES = { 'image/jpeg': picture, 'image/png': picture, 'image/webp': picture }

const sent = createRoute({
  method: 'post',
  path: '/api/photos',
  summary: 'Keeps a photo of up to 1.5 MB that says nothing of where it was taken; its id goes into a record',
  request: { query },
  responses: { 201: json(z.object({ id: z.string() }), 'Kept'), ...REFUSALS },
})

const shown = createRoute({
  method: 'get',
  path: '/api/photos/{id}',
  summary: 'A photo that a record shows to whoever asks',
  request: { query, params: z.object({ id: z.string() }) },
  responses: { 200: { description: 'The photo', content: PICTURES }, ...REFUSALS },
})

const NO_PHOTO = {
  id: 'Foto ini tidak ada, atau tidak untuk Anda. Buka dari catatan yang memuatnya.',
  en: 'There is no such photo, or it is not for you. Open it from the record that shows it.',
}

/** The bytes of an id never change; a photo that is shown less tomorrow may stay in a cache that saw it today. */
const FOR_EVER = 'public, max-age=31536000, immutable'

export const photoRoutes = (room: Room) =>
  createRouter()
    .openapi(sent, async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      return c.json({ id: await takePhoto(room, bytes) }, 201)
    })
    .openapi(shown, async (c) => {
      const { id } = c.req.valid('param')
      const isPublic = isPublicPhoto(room, id)
      const caller = c.get('caller')
      if (!isPublic && (caller.person === null || !seesPhoto(room, requireMember(caller), id))) throw notFound(NO_PHOTO)
      const found = await room.photos.find(id)
      if (!found) throw notFound(NO_PHOTO)
      return c.body(found.bytes, 200, {
        'Content-Type': found.type,
        ...(isPublic ? { 'Cache-Control': FOR_EVER } : {}),
      })
    })
