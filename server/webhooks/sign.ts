import { createHash, createHmac } from 'node:crypto'

/** The same for every attempt at the same change, so that who receives it twice can tell; without dots, which part what is signed. */
export const messageId = (name: string, position: string): string =>
  `msg_${createHash('sha256').update(`${name} ${position}`).digest('hex').slice(0, 32)}`

/** Headers of standard-webhooks: HMAC-SHA256 over id, moment and body; `seconds` since 1970. */
export const signedHeaders = (id: string, seconds: number, body: string, secret: string) => {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': `${seconds}`, 'webhook-signature': `v1,${signature}` }
}
