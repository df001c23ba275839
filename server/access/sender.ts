import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from './caller.ts'
import { type Proxies, plainAddress, proxiesOf } from './proxies.ts'

/** Where a request comes from, for limits alone: it is neither kept nor logged. */
export type Sender = {
  /** An IPv4 address, or the network of an IPv6 one; empty where the connection has none. */
  readonly address: string
  /** Behind a private address, or one of a proxy, may stand everybody: counted together, one stranger would shut all out. */
  readonly isShared: boolean
}

const PRIVATE = /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254)\.|^(::1$|f[cd]|fe80)|^$/i

/** Some proxies write a port, brackets or a zone with it; empty where it is no address. */
const readAddress = (text: string): string => {
  const told = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  const address = plainAddress(told.replace(/%.*$/, ''))
  return isIP(address) ? address : ''
}

/** One household has as many addresses of IPv6 as it likes: the first 64 bits count, however they are written. */
const networkOf = (address: string): string => {
  if (isIP(address) !== 6 || address === '::1') return address
  const groupsOf = (text = '') => text.split(':').filter((group) => group !== '')
  const [head, tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::').map(groupsOf)
  const zeros = Array.from({ length: 8 - head!.length - (tail?.length ?? 0) }, () => '0')
  return [...head!, ...zeros, ...(tail ?? [])].slice(0, 4).join(':')
}

/**
 * The nearest address that is no proxy of ours: that of the connection, or, where a proxy of ours holds that, the one it
 * wrote last into `X-Forwarded-For`, and so on. What stands before that anybody may have sent, and is not looked at; where a
 * proxy wrote no address, its own counts.
 */
export const senderOf = (peer: string, forwarded: string, proxies: Proxies): Sender => {
  const told = forwarded.split(',')
  let address = readAddress(peer)
  while (proxies.has(address) && told.length > 0) {
    const before = readAddress(told.pop()!.trim())
    if (before === '') break
    address = before
  }
  return { address: networkOf(address), isShared: PRIVATE.test(address) || proxies.has(address) }
}

type Connection = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } } }
const peerOf = (c: Context): string => ((c.env ?? {}) as Connection).incoming?.socket?.remoteAddress ?? ''

/** Puts the sender on the context; of forwarding headers only what proxies in these ranges wrote is believed. */
export const findSender = (trusted: readonly string[]): MiddlewareHandler<AppEnv> => {
  const proxies = proxiesOf(trusted)
  return (c, next) => {
    c.set('sender', senderOf(peerOf(c), c.req.header('X-Forwarded-For') ?? '', proxies))
    return next()
  }
}
