import { createRoute, z } from '@hono/zod-openapi'
import type { ReminderSettings } from '../../data/model/reminder.ts'
import { requireMember } from '../access/caller.ts'
import type { People } from '../people/index.ts'
import { requireJson } from './body.ts'
import { queryOf } from './parameters.ts'
import { bodyOf, DONE } from './personSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'

const query = queryOf({})

const settings: z.ZodType<ReminderSettings> = z
  .object({
    isReminded: z.boolean(),
    canMail: z.boolean().describe('False where this server has no mail server; the list of work tells the same'),
  })
  .openapi('ReminderSettings')

const asked = createRoute({
  method: 'get',
  path: '/api/reminders',
  summary: 'Whether I am reminded by mail of records that nobody has confirmed for 90 days',
  request: { query },
  responses: { 200: json(settings, 'My choice'), ...REFUSALS },
})
const chosen = createRoute({
  method: 'put',
  path: '/api/reminders',
  summary: 'Switches these mails on or off for me',
  middleware: requireJson,
  request: { query, body: bodyOf(z.strictObject({ isReminded: z.boolean() }).openapi('ReminderChoice')) },
  responses: { ...DONE, ...REFUSALS },
})

export const reminderRoutes = ({ store, register }: People, canMail: boolean) =>
  createRouter()
    .openapi(asked, (c) => {
      const { person: id } = requireMember(c.get('caller'))
      const isReminded = store.state().people.find((one) => one.id === id)?.isReminded ?? true
      return c.json({ isReminded, canMail }, 200)
    })
    .openapi(chosen, async (c) => {
      await register.setReminded(requireMember(c.get('caller')).person, c.req.valid('json').isReminded)
      return c.body(null, 204)
    })
