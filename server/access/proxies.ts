import { BlockList, isIP } from 'node:net'

/** The proxies before this server, whose word on who asks is taken. */
export type Proxies = {
  /** `address` without brackets, port or zone. */
  has(address: string): boolean
}

const FAMILIES: Readonly<Record<number, 'ipv4' | 'ipv6'>> = { 4: 'ipv4', 6: 'ipv6' }
const BITS = { ipv4: 32, ipv6: 128 } as const

type Range = { readonly address: string; readonly family: 'ipv4' | 'ipv6'; readonly bits: number }

/** Addresses of IPv4 as those of IPv6 are written too, as a connection may have them; here they are all of IPv4. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** An address, or a range such as `10.0.0.0/8`; null where it is neither, or holds every address there is. */
const parseRange = (text: string): Range | null => {
  const [, address = '', given] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(plainAddress(text)) ?? []
  const family = FAMILIES[isIP(address)]
  if (!family || address.includes('%')) return null
  const bits = given === undefined ? BITS[family] : Number(given)
  return bits >= 1 && bits <= BITS[family] ? { address, family, bits } : null
}

/** Whether this names proxies: an address or a range of them. */
export const isRange = (text: string): boolean => parseRange(text) !== null

/** `ranges` as `isRange` takes them. */
export const proxiesOf = (ranges: readonly string[]): Proxies => {
  const list = new BlockList()
  for (const range of ranges.map(parseRange)) if (range) list.addSubnet(range.address, range.bits, range.family)
  return {
    has(address) {
      const family = FAMILIES[isIP(address)]
      return family !== undefined && list.check(address, family)
    },
  }
}
