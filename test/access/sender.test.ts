import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRange, proxiesOf } from '../../server/access/proxies.ts'
import { senderOf } from '../../server/access/sender.ts'
import { openBrowser } from '../people/browser.ts'
import { serve } from '../served.ts'

const NOBODY = proxiesOf([])
const OURS = proxiesOf(['127.0.0.1', '10.1.0.0/16', '2001:db8:aa::/48'])

describe('where a request comes from', () => {
  test.each([
    ['without proxies of ours: the connection, whatever a header says', '198.51.100.7', '192.0.2.1', NOBODY],
    ['from somebody who is no proxy of ours', '198.51.100.7', '192.0.2.1', OURS],
    [
      'from a neighbour of a proxy of ours',
      '198.51.100.7',
      '192.0.2.1',
      proxiesOf(['198.51.100.6', '198.51.100.8/31']),
    ],
    ['whom the proxy saw', '127.0.0.1', '198.51.100.7', OURS],
    ['whom the proxy saw, not whom that one named', '127.0.0.1', '192.0.2.1, 198.51.100.7', OURS],
    ['whom it named is a proxy of ours by name only', '127.0.0.1', '10.1.2.3, 198.51.100.7', OURS],
    ['through several of ours', '::ffff:127.0.0.1', '192.0.2.1,198.51.100.7,10.1.9.9, ::ffff:10.1.0.2', OURS],
    ['through one of ours by IPv6', '2001:db8:aa:0:1::2', '192.0.2.1, 198.51.100.7', OURS],
    ['through one that was named as IPv6 writes it', '127.0.0.1', '198.51.100.7', proxiesOf(['::ffff:127.0.0.1'])],
    ['with a port beside it', '127.0.0.1', '192.0.2.1:80, 198.51.100.7:50412', OURS],
    ['what stands before is not even read', '127.0.0.1', `${'x,'.repeat(5_000)} 198.51.100.7`, OURS],
  ])('%s', (_, peer, forwarded, proxies) => {
    expect(senderOf(peer, forwarded, proxies)).toEqual({ address: '198.51.100.7', isShared: false })
  })

  test.each([
    ['no header', ''],
    ['a name', '198.51.100.7, unknown'],
    ['half an address', '198.51.100.7, 192.0.2'],
    ['nothing after the comma', '198.51.100.7,'],
    ['a number too large', '198.51.100.7, 256.1.1.1'],
    ['text that would go on for ever', `198.51.100.7, ${'1.'.repeat(8_000)}`],
  ])('is the proxy itself, with all behind it, where it wrote no address: %s', (_, forwarded) => {
    expect(senderOf('127.0.0.1', forwarded, OURS)).toEqual({ address: '127.0.0.1', isShared: true })
    const public_ = proxiesOf(['203.0.113.5'])
    expect(senderOf('203.0.113.5', forwarded, public_)).toEqual({ address: '203.0.113.5', isShared: true })
  })

  test('is one network of IPv6, however its addresses are written', () => {
    const written = [
      '2001:db8::1',
      '2001:DB8::2:3',
      '2001:db8:0:0:9::',
      '2001:0db8:0000::ffff:192.0.2.1',
      '2001:db8::%eth0',
    ]
    for (const address of written)
      expect(senderOf(address, '', NOBODY)).toEqual({ address: '2001:db8:0:0', isShared: false })
    expect(senderOf('127.0.0.1', '[2001:db8:7:9::1]:443', OURS).address).toBe('2001:db8:7:9')
    expect(senderOf('::', '', NOBODY).address).toBe('0:0:0:0')
  })

  test.each(['', '127.0.0.1', '::1', '10.0.0.1', '172.20.1.1', '192.168.7.7', 'fe80::1', 'FD00::1', '::ffff:10.0.0.1'])(
    'may be many people: %j',
    (peer) => expect(senderOf(peer, '', NOBODY).isShared).toBe(true),
  )

  test('proxies are addresses and ranges, but never everybody', () => {
    expect(
      ['127.0.0.1', '::1', '10.0.0.0/8', '2001:db8::/32', '1.2.3.4/32', '::/1'].filter((one) => !isRange(one)),
    ).toEqual([])
    const wrong = [
      '',
      'localhost',
      '10.0.0',
      '10.0.0.0/33',
      '0.0.0.0/0',
      '::/0',
      '::1/129',
      '10.0.0.0/8/8',
      '10.0.0.0/',
      'fe80::1%eth0',
      '1.2.3.4:80',
    ]
    expect(wrong.filter(isRange)).toEqual([])
  })
})

describe('behind a proxy of ours', () => {
  let served: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    served = await serve([], { trustedProxies: ['127.0.0.1'], clockMs: () => 0 })
  })
  afterAll(() => served.world.close())

  const through = (visitor: string, peer = '127.0.0.1') => {
    const browser = openBrowser(served, peer)
    return async (at: number, claimed = '') => {
      const body = { email: `orang-${at}@lain.id`, password: 'bukan kata sandinya' }
      const header = { 'X-Forwarded-For': `${claimed}${visitor}`, Forwarded: `for=${claimed}`, 'X-Real-IP': claimed }
      return (await browser.ask('POST', '/api/session', body, header)).status
    }
  }
  const twelveDozen = Array.from({ length: 144 }, (_, at) => at)

  test('each visitor has a hundred and twenty guesses, and no header of theirs gives them more', async () => {
    const [thief, other] = [through('198.51.100.7'), through('198.51.100.8')]
    const statuses = []
    for (const at of twelveDozen) statuses.push(await thief(at, `192.0.2.${at}, `))
    expect(statuses.indexOf(429)).toBe(120)
    expect(new Set(statuses.slice(120))).toEqual(new Set([429]))
    expect(await other(0)).toBe(401)
  })

  test('whoever comes past it names others in vain', async () => {
    const thief = through('198.51.100.9', '203.0.113.66')
    const statuses = []
    for (const at of twelveDozen) statuses.push(await thief(at, `192.0.2.${at}, 127.0.0.1, `))
    expect(statuses.indexOf(429)).toBe(120)
    expect(await through('198.51.100.9')(0)).toBe(401)
  })
})
