import { z } from 'zod'
import { KINDS } from '../../data/model/record.ts'
import { THEMES } from '../../data/model/theme.ts'
import { ConfigError } from '../config.ts'
import { readHomeJson } from '../home_json.ts'

/**
 * In the home: `[{ "name": "portal", "url": "https://...", "secret": "whsec_...", "kinds": ["activity"], "region": "61.05",
 * "themes": ["stunting"] }]`; the last three are filters and may be left out. Only the operator writes it.
 */
export const WEBHOOKS_FILE = 'webhooks.json'

/** Base64 of 24 to 64 random bytes behind `whsec_`, as standard-webhooks has it. */
const secret = z.string().refine((text) => {
  const bytes = Buffer.from(text.slice('whsec_'.length), 'base64')
  return text.startsWith('whsec_') && bytes.length >= 24 && bytes.length <= 64
})

const webhook = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  url: z.url({ protocol: /^https?$/ }),
  secret,
  kinds: z.array(z.enum(KINDS)).min(1).optional(),
  region: z
    .string()
    .regex(/^\d{2}(\.\d{2})?$/)
    .optional(),
  themes: z
    .array(z.enum(THEMES.map(({ id }) => id)))
    .min(1)
    .optional(),
})
export type Webhook = Readonly<z.infer<typeof webhook>>

const webhooks = z
  .array(webhook)
  .max(20)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length)

const NOT_READ = {
  id: `${WEBHOOKS_FILE} tidak dapat dipakai. Tulis daftar (paling banyak 20) dengan "name" berbeda-beda (huruf kecil, angka, tanda hubung), "url" http(s), "secret" berupa whsec_ dan base64 dari 24-64 bita, serta bila perlu "kinds", "region" (misalnya 61.05) dan "themes"; atau hapus berkasnya.`,
  en: `${WEBHOOKS_FILE} cannot be used. Write a list (at most 20) with a different "name" each (lower case letters, digits, hyphens), an http(s) "url", a "secret" of whsec_ and the base64 of 24 to 64 bytes, and where needed "kinds", "region" (such as 61.05) and "themes"; or remove the file.`,
}

/** None without the file. Throws ConfigError where it cannot be used. */
export const readWebhooks = async (home: string): Promise<readonly Webhook[]> => {
  const given = await readHomeJson(home, WEBHOOKS_FILE)
  if (given === undefined) return []
  const read = webhooks.safeParse(given)
  if (!read.success) throw new ConfigError([NOT_READ])
  return read.data
}
