import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONSENT_TEXTS, type ConsentPurpose, type ConsentText, presentConsent } from '../data/model/consent.ts'
import { blankPress } from './blank_press.ts'
import { addressOf, type Operation } from './hostile/addresses.ts'
import { addPerson, cookieOf, OUR_PAGE } from './people.ts'
import { serve } from './served.ts'
import { accepted, asRecord, type Desk, type Served, sit } from './work/desk.ts'
import { activity, ENAU, point, rectangle } from './world.ts'

/** Of each wording that was ever in use. A wording that reads otherwise is another version, with a line of its own here. */
const SHA256: Readonly<Record<string, string>> = {
  'contact 1': '9bbc1848a69a34f5b48467fb23d1a931e2aa63dfc0369755e1b09d32b211dc9a',
  'sensitive_site 1': 'a2b3bdd6d19b19495c32d35f97bf1f4fb8f513fcf9d9ef15ead13eecb8b08375',
}

const sumOf = ({ since, words: { id, en } }: ConsentText) =>
  createHash('sha256')
    .update(JSON.stringify([since, id, en]))
    .digest('hex')
const sumsOf = (texts: typeof CONSENT_TEXTS) =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([purpose, list]) => list.map((one) => [`${purpose} ${one.version}`, sumOf(one)])),
  )

describe('the wording of a consent', () => {
  test('stays what it was under its version, and none that was in use is missing', () => {
    expect(sumsOf(CONSENT_TEXTS)).toEqual(SHA256)
  })

  test('is found changed by one letter, in either language, or by its first day', () => {
    const [first] = CONSENT_TEXTS.contact
    const changed: readonly ConsentText[] = [
      { ...first!, words: { ...first!.words, id: `${first!.words.id} ` } },
      { ...first!, words: { ...first!.words, en: first!.words.en.replace('not', '') } },
      { ...first!, since: '2026-11-24' },
    ]
    for (const one of changed) expect(sumsOf({ ...CONSENT_TEXTS, contact: [one] })).not.toEqual(SHA256)
  })

  test('is numbered from 1, each version later than the one before', () => {
    for (const [purpose, list] of Object.entries(CONSENT_TEXTS) as [ConsentPurpose, readonly ConsentText[]][]) {
      expect(list.map(({ version }) => version)).toEqual(list.map((_, at) => at + 1))
      expect(list.map(({ since }) => since)).toEqual(list.map(({ since }) => since).sort())
      expect(presentConsent(purpose)).toBe(list.at(-1))
    }
  })
})

const CONSENT = { by: 'Lembaga adat Enau', date: '2026-03-04', wording: 1 }
const sensitive = { kind: 'indigenous_territory' as const, consent: CONSENT }
/** Three sensitive sites in one cell, so that it is told; two of them stay. */
const SITES = [point(0.0123456, 0.0173219), rectangle(0.0345111, 0.0123777, 0.0355333, 0.0133999), ENAU]

let served: Served
let bina: Desk
let addresses: readonly string[]
beforeAll(async () => {
  const work = activity('s-leluhur', ['bina'], SITES, { visibility: 'generalised', sensitive, title: 'Rimba leluhur' })
  served = await serve([asRecord('activity', work)], {}, [], {}, { press: blankPress })
  bina = await sit(served, 'partner', 'bina')
  const open = await Promise.all(
    ['', '/ogc'].map(async (base) => {
      const answer = await served.get(base === '' ? '/api/openapi.json' : `${base}/api`)
      const { paths } = (await answer.json()) as { paths: Record<string, { get?: Operation }> }
      return Object.entries(paths).flatMap(([path, { get }]) =>
        get && get.security === undefined ? [base + addressOf(path, get)] : [],
      )
    }),
  )
  const named = [
    '/api/records/activity/s-leluhur',
    '/api/profile/bina',
    '/p/organisation/bina',
    '/p/activity/s-leluhur',
    '/api/search?q=leluhur',
    '/api/search?q=rina',
    '/api/export/activities.csv',
    '/ogc/collections/activities/items?f=json',
    '/ogc/collections/activities/items/s-leluhur?f=json',
    '/api/changes.atom',
  ]
  addresses = [...new Set([...open.flat(), ...named])]
})
afterAll(() => served.world.close())

/** The addresses whose answer has any of these texts, asked as a browser that kept the former answer asks. */
const tellingOf = async (
  texts: readonly string[],
  tags = new Map<string, string>(),
  among = addresses,
): Promise<readonly string[]> => {
  const telling: string[] = []
  for (const address of among) {
    const tag = tags.get(address)
    const response = await served.get(address, { headers: { ...OUR_PAGE, ...(tag ? { 'If-None-Match': tag } : {}) } })
    const etag = response.headers.get('ETag')
    if (etag) tags.set(address, etag)
    if (/event-stream/.test(response.headers.get('Content-Type') ?? '')) await response.body?.cancel()
    else {
      const text = JSON.stringify([...response.headers]) + Buffer.from(await response.arrayBuffer()).toString('latin1')
      if (response.status === 304 || (response.ok && texts.some((one) => text.includes(one)))) telling.push(address)
    }
  }
  return telling
}

describe('a sensitive place', () => {
  test('whose consent is withdrawn is gone from every public answer at once, before anybody has looked at the change', async () => {
    const tags = new Map<string, string>()
    const before = await tellingOf(['Rimba leluhur'], tags)
    expect(before).toEqual(expect.arrayContaining(['/api/records/activity/s-leluhur', '/api/export/activities.csv']))
    expect(before.length).toBeGreaterThan(8)
    const { record, revision } = (await bina.open('activity', 's-leluhur')) as {
      record: Record<string, unknown>
      revision: number
    }
    const withdrawal = { ...record, sensitive: { ...sensitive, consent: { ...CONSENT, withdrawn: '2026-11-22' } } }
    // A draft, of an organisation that is not trusted.
    await accepted(bina.save({ kind: 'activity', id: 's-leluhur', revision }, withdrawal))
    await served.world.settled()
    // What a browser kept of those that told of it is not said to be good still.
    expect(await tellingOf(['Rimba leluhur'], tags, before)).toEqual([])
    expect(await tellingOf(['Rimba leluhur'])).toEqual([])
    // Those who copied it learn by its id alone that it is gone.
    const byId = await tellingOf(['s-leluhur'])
    expect(byId.filter((address) => !address.startsWith('/api/changes'))).toEqual([])
    const kept = served.store.state.records.get('activity/s-leluhur')?.record as { sensitive?: unknown }
    expect(kept.sensitive).toEqual({ ...sensitive, consent: { ...CONSENT, withdrawn: '2026-11-22' } })
  })

  test.each([
    ['a wording that there never was', { wording: 99 }, 'version 99. There are: 1'],
    ['a withdrawal before the consent', { withdrawn: '2026-03-03' }, 'not before the consent'],
    ['a withdrawal in the future', { withdrawn: '2027-01-01' }, 'hold from when they are recorded'],
    ['a consent in the future', { date: '2027-01-01' }, 'hold from when they are recorded'],
    ['a day that there is not', { withdrawn: '2026-02-30' }, 'is no date'],
  ])('%s is refused in words', async (_, change, words) => {
    const consent = { ...CONSENT, ...change }
    const answer = await bina.ask('POST', '/api/work/records/activity?lang=en', {
      operation: crypto.randomUUID(),
      record: { ...activity('', ['bina'], [ENAU], { sensitive: { ...sensitive, consent } }), confirmed: '2026-11-20' },
      submit: true,
    })
    expect([answer.status, JSON.stringify(await answer.json())]).toEqual([400, expect.stringContaining(words)])
  })
})

describe('a contact', () => {
  const version = presentConsent('contact').version
  const rina = async () => {
    const given = { name: 'Rina Kontak', email: `rina.${crypto.randomUUID()}@bina.id` }
    const { id } = await addPerson(served.people, 'partner', 'bina', given)
    const headers = await cookieOf(served.people, id)
    const ask = (method: string, path: string, body?: object) =>
      served.get(`${path}?lang=en`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    return { id, ...given, ask }
  }
  const contacts = async (of = 'bina') => {
    const response = await served.get(`/api/contacts/${of}`, { headers: OUR_PAGE })
    return { cache: response.headers.get('Cache-Control'), list: await response.json() }
  }

  test('is public from the moment of the consent and of no moment more, with nothing of it kept on the way', async () => {
    const { id, name, email, ask } = await rina()
    expect((await contacts()).list).toEqual([])
    expect((await ask('PUT', '/api/account/contact', { wording: version })).status).toBe(204)
    expect(await contacts()).toEqual({ cache: 'no-store', list: [{ name, email }] })
    expect((await contacts('akar')).list).toEqual([])
    const shown = (await (await ask('GET', '/api/account/contact')).json()) as { given: { wording: ConsentText } }
    expect(shown.given.wording).toEqual(presentConsent('contact'))
    const others = (await tellingOf([name, email])).filter((one) => !one.startsWith('/api/contacts/'))
    expect(others).toEqual([])
    expect((await ask('DELETE', '/api/account/contact')).status).toBe(204)
    expect((await contacts()).list).toEqual([])
    const kept = (await (await ask('GET', '/api/account')).json()) as { consents: readonly object[] }
    const now = '2026-11-22T03:00:00.000Z'
    const consent = { purpose: 'contact', organisation: 'bina', given: now, withdrawn: now }
    expect(kept.consents).toEqual([{ ...consent, wording: presentConsent('contact') }])
    await served.people.register.eraseOwn(id)
    expect(served.people.store.state().consents.filter(({ person }) => person === id)).toEqual([])
  })

  test('is for other sites neither to read nor to keep', async () => {
    const { status } = await served.get('/api/contacts/bina', {
      headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'cors', Origin: 'https://lain.example' },
    })
    expect(status).toBe(403)
  })

  test('of somebody who works elsewhere now, or may not sign in, is not told', async () => {
    const { id, name, email, ask } = await rina()
    const admin = (await addPerson(served.people, 'admin')).id
    await ask('PUT', '/api/account/contact', { wording: version })
    await served.people.register.change(id, { organisation: 'akar' }, admin)
    expect([(await contacts()).list, (await contacts('akar')).list]).toEqual([[], []])
    await served.people.register.change(id, { organisation: 'bina' }, admin)
    expect((await contacts()).list).toEqual([{ name, email }])
    await served.people.register.change(id, { isDisabled: true }, admin)
    expect((await contacts()).list).toEqual([])
  })

  test('needs a consent to the wording of today, and an organisation', async () => {
    const { ask } = await rina()
    const other = await ask('PUT', '/api/account/contact', { wording: version + 1 })
    expect([other.status, await other.text()]).toEqual([409, expect.stringContaining('Reload the page')])
    const sekber = await sit(served, 'moderator')
    expect((await sekber.ask('PUT', '/api/account/contact', { wording: version })).status).toBe(409)
  })
})
