import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { presentConsent } from '../../data/model/consent.ts'
import type { Accepted } from '../../data/model/work.ts'
import { importer } from '../imports/serving.ts'
import { GOOD_PASSWORD, join, openBrowser } from '../people/browser.ts'
import { accepted, type Desk, given, type Served, sit } from '../work/desk.ts'
import { jpeg } from '../work/pictures.ts'
import { point } from '../world.ts'

type Answered = { readonly status: number }
/** Prepares what the change stands on; the change itself is what is handed back. */
type Change = () => Promise<() => Answered | Promise<Answered>>

const SHEET =
  'Judul kegiatan,Tema,Kode wilayah,Mulai,Selesai,Status\nPosyandu,Stunting,99.01.01.2001,2026-01-01,2026-12-31,Berjalan\n'
const now = () => Date.parse('2026-11-22T03:00:00.000Z')
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now() + steps * 30_000 })

const feature = {
  type: 'Feature',
  geometry: point(0.005, 0.005),
  properties: {
    title: 'Sumur bor',
    themes: ['stunting'],
    organisations: ['akar'],
    status: 'ongoing',
    start: '2026-01-01',
    end: '2026-12-31',
  },
}

/** One request that succeeds for each route that changes something, by its row in the table of rights. */
export const everyChange = async (served: Served): Promise<Readonly<Record<string, Change>>> => {
  const [akar, planner, sekber, admin] = await Promise.all([
    sit(served, 'partner', 'akar'),
    sit(served, 'planner', 'dinas'),
    sit(served, 'moderator'),
    sit(served, 'admin'),
  ])
  const client = importer(served.app, akar.headers)
  let people = 0
  const newcomer = async (role: 'partner' | 'moderator' = 'partner') => {
    people += 1
    const browser = openBrowser(served)
    const organisation = role === 'partner' ? 'akar' : null
    return { browser, person: await join(served, browser, { role, organisation, email: `orang${people}@akar.id` }) }
  }
  const invitation = async () => {
    const { secret, invitation } = await served.people.invitations.make(
      { role: 'partner', organisation: 'akar', email: null },
      'operator',
    )
    return { secret, id: invitation.id }
  }
  const submitted = (): Promise<Accepted> => accepted(akar.begin(given(), true))
  const osm = (desk: Desk, method: string, path: string, body?: object, revision?: number) =>
    desk.ask(method, `/ogc/collections/activities/items${path}`, body, {
      'Content-Type': 'application/geo+json',
      ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }),
    })
  const uploaded = () => client.upload(SHEET, `kegiatan-${randomUUID()}.csv`)
  const token = async () => (await akar.ask('POST', '/api/tokens', { name: 'x', scopes: ['read'] })).json()

  return {
    'POST /ogc/collections/:id/items': async () => () => osm(akar, 'POST', '', feature),
    'PUT /ogc/collections/:id/items/:item': async () => {
      const { id, revision } = await submitted()
      return () => osm(akar, 'PUT', `/${id}`, feature, revision)
    },
    'PATCH /ogc/collections/:id/items/:item': async () => {
      const { id, revision } = await submitted()
      return () => osm(akar, 'PATCH', `/${id}`, { type: 'Feature', properties: { title: 'Lain' } }, revision)
    },
    'DELETE /ogc/collections/:id/items/:item': async () => {
      const { id, revision } = await accepted(akar.begin(given()))
      return () => osm(akar, 'DELETE', `/${id}`, undefined, revision)
    },

    'POST /api/session': async () => {
      const { person } = await newcomer()
      return () => openBrowser(served).post('/api/session', { email: person.email, password: GOOD_PASSWORD })
    },
    'DELETE /api/session': async () => {
      const { browser } = await newcomer()
      return () => browser.delete('/api/session')
    },
    'DELETE /api/sessions': async () => {
      const { browser } = await newcomer()
      return () => browser.delete('/api/sessions')
    },
    'DELETE /api/sessions/:id': async () => {
      const { browser } = await newcomer()
      const [{ id }] = (await browser.get('/api/sessions')).body
      return () => browser.delete(`/api/sessions/${id}`)
    },
    'POST /api/password': async () => {
      const { browser } = await newcomer()
      return () => browser.post('/api/password', { current: GOOD_PASSWORD, next: 'kursi kayu di bawah langit' })
    },
    'POST /api/totp': async () => {
      const { browser } = await newcomer('moderator')
      return () => browser.post('/api/totp', { password: GOOD_PASSWORD })
    },
    'POST /api/totp/confirm': async () => {
      const { browser } = await newcomer('moderator')
      const { secret } = (await browser.post('/api/totp', { password: GOOD_PASSWORD })).body
      return () => browser.post('/api/totp/confirm', { code: codeOf(secret) })
    },
    'POST /api/totp/remove': async () => {
      const { browser } = await newcomer('moderator')
      const { secret } = (await browser.post('/api/totp', { password: GOOD_PASSWORD })).body
      await browser.post('/api/totp/confirm', { code: codeOf(secret) })
      return () => browser.post('/api/totp/remove', { password: GOOD_PASSWORD, code: codeOf(secret, 1) })
    },
    'POST /api/account/erase': async () => {
      const { browser } = await newcomer()
      return () => browser.post('/api/account/erase', { password: GOOD_PASSWORD })
    },
    'PUT /api/account/contact': async () => {
      const { browser } = await newcomer()
      return () => browser.put('/api/account/contact', { wording: presentConsent('contact').version })
    },
    'DELETE /api/account/contact': async () => {
      const { browser } = await newcomer()
      await browser.put('/api/account/contact', { wording: presentConsent('contact').version })
      return () => browser.delete('/api/account/contact')
    },
    'PUT /api/reminders': async () => () => akar.ask('PUT', '/api/reminders', { isReminded: false }),
    'POST /api/invitations': async () => () =>
      admin.ask('POST', '/api/invitations', { organisation: 'akar', role: 'partner' }),
    'DELETE /api/invitations/:id': async () => {
      const { id } = await invitation()
      return () => admin.ask('DELETE', `/api/invitations/${id}`)
    },
    'POST /api/invitations/accept': async () => {
      const { secret } = await invitation()
      const given = { secret, name: 'Sari', email: `${randomUUID()}@akar.id`, password: GOOD_PASSWORD }
      return () => openBrowser(served).post('/api/invitations/accept', given)
    },
    'PATCH /api/people/:id': async () => {
      const { person } = await newcomer()
      return () => admin.ask('PATCH', `/api/people/${person.id}`, { isDisabled: true })
    },
    'DELETE /api/people/:id': async () => {
      const { person } = await newcomer()
      return () => admin.ask('DELETE', `/api/people/${person.id}`)
    },
    'PUT /api/organisations/:id/trust': async () => () =>
      admin.ask('PUT', '/api/organisations/bina/trust', { isTrusted: true }),
    'POST /api/tokens': async () => () => akar.ask('POST', '/api/tokens', { name: 'y', scopes: ['read'] }),
    'DELETE /api/tokens/:id': async () => {
      const { id } = (await token()) as { id: string }
      return () => akar.ask('DELETE', `/api/tokens/${id}`)
    },

    'POST /api/work/records/:kind': async () => () => akar.begin(given()),
    'PUT /api/work/records/:kind/:id': async () => {
      const made = await accepted(akar.begin(given()))
      return () => akar.save(made, given({ title: 'Lain' }))
    },
    'POST /api/work/records/:kind/:id/:step': async () => {
      const made = await submitted()
      return () => sekber.step(made, 'verify')
    },
    'POST /api/work/undo': async () => {
      const operation = randomUUID()
      await accepted(akar.begin(given(), false, operation))
      return () => akar.ask('POST', '/api/work/undo', { operation: randomUUID(), undoes: operation })
    },
    'PUT /api/work/matches/:target/:partner': async () => () =>
      planner.ask(
        'PUT',
        '/api/work/matches/t-health/akar',
        { operation: randomUUID(), state: 'interest' },
        { 'If-Match': '"0"' },
      ),
    'PUT /api/embeds': async () => () => sekber.ask('PUT', '/api/embeds', { isOpen: false }),
    'PUT /api/embeds/:key': async () => () =>
      sekber.ask('PUT', '/api/embeds/satu', { name: 'Satu', origins: ['https://satu.id'] }),
    'DELETE /api/embeds/:key': async () => {
      await sekber.ask('PUT', '/api/embeds/dua', { name: 'Dua', origins: ['https://dua.id'] })
      return () => sekber.ask('DELETE', '/api/embeds/dua')
    },
    'POST /api/review/accept': async () => {
      const { kind, id, revision } = await submitted()
      return () =>
        sekber.ask('POST', '/api/review/accept', { operation: randomUUID(), items: [{ kind, id, revision }] })
    },
    'POST /api/photos': async () => () =>
      Promise.resolve(
        served.get('/api/photos', {
          method: 'POST',
          body: Uint8Array.from(jpeg(8, 8)),
          headers: { ...akar.headers, 'Content-Type': 'image/jpeg' },
        }),
      ),

    'POST /api/imports': async () => () =>
      client.ask('', { method: 'POST', body: SHEET, headers: { 'Content-Type': 'text/csv', 'X-File-Name': 'a.csv' } }),
    'PUT /api/imports/:id/choices': async () => {
      const { id, choices } = await uploaded()
      return () => client.ask(`/${id}/choices`, { method: 'PUT', body: JSON.stringify(choices) })
    },
    'PATCH /api/imports/:id/rows/:row': async () => {
      const { id } = await uploaded()
      return () =>
        client.ask(`/${id}/rows/2`, { method: 'PATCH', body: JSON.stringify({ given: { 'Judul kegiatan': 'Lain' } }) })
    },
    'POST /api/imports/:id/commit': async () => {
      const { id } = await uploaded()
      return () => client.commit(id)
    },
    'DELETE /api/imports/:id': async () => {
      const { id } = await uploaded()
      return () => client.remove(id)
    },
  }
}

/** What is kept nowhere on purpose: who decides on what just now, and what an invitation is for. */
export const KEPT_NOWHERE = ['POST /api/invitations/open', 'POST /api/review/claims', 'DELETE /api/review/claims']
