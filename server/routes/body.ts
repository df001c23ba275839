import type { MiddlewareHandler } from 'hono'
import { badRequest, Refusal } from '../problems.ts'

const NOT_JSON = {
  id: 'Kirim badan permintaan sebagai JSON dengan Content-Type application/json atau application/geo+json.',
  en: 'Send the body as JSON, with the Content-Type application/json or application/geo+json.',
}
export const BROKEN_JSON = {
  id: 'Badan permintaan bukan JSON yang utuh. Periksa tanda kurung, koma dan tanda kutipnya, lalu kirim lagi.',
  en: 'The body is not well-formed JSON. Check its brackets, commas and quotes, then send it again.',
}

/** Refuses a body that is no JSON in words, before the schema is asked. */
export const requireJson: MiddlewareHandler = async (c, next) => {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (type !== 'application/json' && type !== 'application/geo+json') throw new Refusal('not-json', NOT_JSON)
  try {
    await c.req.json()
  } catch (error) {
    throw error instanceof SyntaxError ? badRequest(BROKEN_JSON) : error
  }
  await next()
}
