import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../../data/model/activity.ts'
import type { HistoryLine, WorkList } from '../../data/model/work.ts'
import { commit, serve } from '../served.ts'
import { activity, BAKAU, point } from '../world.ts'
import { accepted, asRecord, type Desk, given, refused, type Served, sit } from './desk.ts'

let served: Served
let akar: Desk
let bina: Desk
let dinas: Desk
let sekber: Desk
let admin: Desk

beforeAll(async () => {
  served = await serve([
    asRecord('activity', activity('a-hidden', ['bina'], [point(0.03, 0.01)], { verification: 'draft' })),
  ])
  akar = await sit(served, 'partner', 'akar')
  bina = await sit(served, 'partner', 'bina')
  dinas = await sit(served, 'planner', 'dinas')
  sekber = await sit(served, 'moderator')
  admin = await sit(served, 'admin')
})
afterAll(() => served.world.close())

const shown = async (id: string) => served.get(`/api/records/activity/${id}`)

describe('from a draft to the public map', () => {
  test('a partner enters, Sekber verifies, everyone sees it; the keeper is of the session and the fields of the server are its own', async () => {
    const begun = await akar.begin({ ...given(), enteredBy: 'p-orang-lain', verification: 'verified', owner: 'bina' })
    expect(begun.status).toBe(201)
    const first = await accepted(begun)
    expect(first).toMatchObject({ kind: 'activity', revision: 1, verification: 'draft', notes: [] })
    const { record, keeper, steps } = await akar.open('activity', first.id)
    expect(record).toMatchObject({ enteredBy: akar.person, origin: 'entered', verification: 'draft' })
    expect([keeper, record.owner, steps]).toEqual([
      'akar',
      undefined,
      ['submit', 'archive', 'restore', 'confirm', 'status'],
    ])
    expect((await shown(first.id)).status).toBe(404)
    const second = await accepted(akar.step(first, 'submit'))
    expect(second.verification).toBe('submitted')
    const third = await accepted(sekber.step(second, 'verify'))
    await served.world.settled()
    expect((await shown(first.id)).status).toBe(200)
    expect(third.revision).toBe(3)
  })

  test('a change of what is verified waits, and everyone keeps seeing what was verified', async () => {
    const first = await accepted(akar.begin(given({ title: 'Posyandu' }), true))
    const second = await accepted(sekber.step(first, 'verify'))
    const third = await accepted(akar.save(second, given({ title: 'Posyandu keliling' }), true))
    expect(third.verification).toBe('submitted')
    const { record, standing } = await akar.open('activity', first.id)
    expect([(record as Activity).title, (standing as Activity).title]).toEqual(['Posyandu keliling', 'Posyandu'])
    const seen = (await (await shown(first.id)).json()) as { record: Activity; revision: number }
    expect([seen.record.title, seen.revision]).toEqual(['Posyandu', 2])
    const returned = { fields: [{ field: 'title', reason: 'Sebut desanya.' }] }
    const fourth = await accepted(sekber.step(third, 'return', { returned }))
    expect((await akar.open('activity', first.id)).record.returned).toEqual(returned)
    const kept = await accepted(akar.save(fourth, given({ title: 'Posyandu keliling Asam' })))
    expect((await akar.open('activity', first.id)).record).toMatchObject({ verification: 'returned', returned })
    const again = await accepted(akar.step(kept, 'submit'))
    expect((await akar.open('activity', first.id)).record.returned).toBeUndefined()
    expect(again.verification).toBe('submitted')
  })

  test('a trusted organisation’s work is published at once and waits in the queue all the same', async () => {
    const { people } = served
    await people.store.change((state) => [{ ...state, trusted: ['bina'] }, undefined])
    const first = await accepted(
      bina.begin(given({ title: 'Simpan pinjam', organisations: [{ id: 'bina', role: 'implementer' }] }), true),
    )
    expect(first.verification).toBe('verified')
    expect((await shown(first.id)).status).toBe(200)
    const queue = await sekber.get<WorkList>('/api/review')
    expect(queue.lines.find(({ id }) => id === first.id)).toMatchObject({ awaitsReview: true })
    await accepted(sekber.step(first, 'return', { returned: { note: 'Lokasinya keliru.' } }))
    expect((await shown(first.id)).status).toBe(404)
    await people.store.change((state) => [{ ...state, trusted: [] }, undefined])
  })

  test('one tap says it is still true, another that it is done; only the second waits for Sekber', async () => {
    const first = await accepted(akar.begin(given({ confirmed: '2026-01-01' }), true))
    const verified = await accepted(sekber.step(first, 'verify'))
    const confirmed = await accepted(akar.step(verified, 'confirm'))
    expect(confirmed.verification).toBe('verified')
    expect((await akar.open('activity', first.id)).record.confirmed).toBe('2026-11-22')
    const done = await accepted(akar.step(confirmed, 'status', { status: 'completed' }))
    expect(done.verification).toBe('submitted')
  })

  test('archived is gone for everyone at once; restored by Sekber it is back, by its keeper it waits', async () => {
    const first = await accepted(akar.begin(given({ title: 'Kebun gizi' }), true))
    const verified = await accepted(sekber.step(first, 'verify'))
    const archived = await accepted(akar.step(verified, 'archive'))
    expect((await shown(first.id)).status).toBe(404)
    expect((await refused(akar.save(archived, given()))).status).toBe(403)
    const waiting = await accepted(akar.step(archived, 'restore', { revision: 2 }))
    expect(waiting.verification).toBe('submitted')
    const back = await accepted(sekber.step(waiting, 'restore', { revision: 2 }))
    expect([back.verification, (await shown(first.id)).status]).toEqual(['verified', 200])
  })
})

describe('whose work it is', () => {
  test('another organisation’s draft cannot be opened, listed, changed or told from one that never was', async () => {
    const place = { kind: 'activity', id: 'a-hidden', revision: 1 } as const
    const never = { ...place, id: 'a-tidak-ada' } as const
    const same = async (one: Response, other: Response) => {
      expect(one.status).toBe(404)
      const [a, b] = [await one.text(), await other.text()]
      expect(a.replaceAll('a-hidden', 'a-tidak-ada')).toBe(b)
    }
    await same(
      await akar.ask('GET', '/api/work/records/activity/a-hidden'),
      await akar.ask('GET', '/api/work/records/activity/a-tidak-ada'),
    )
    await same(
      await akar.ask('GET', '/api/work/records/activity/a-hidden/history'),
      await akar.ask('GET', '/api/work/records/activity/a-tidak-ada/history'),
    )
    await same(await akar.save(place, given()), await akar.save(never, given()))
    await same(await akar.step(place, 'confirm'), await akar.step(never, 'confirm'))
    await same(await akar.step(place, 'restore', { revision: 1 }), await akar.step(never, 'restore', { revision: 1 }))
    const list = await akar.get<WorkList>('/api/work/records?organisation=bina&sort=changed&limit=200')
    expect(list.lines.map(({ id }) => id)).not.toContain('a-hidden')
    expect((await bina.get<WorkList>('/api/work/records')).lines.map(({ id }) => id)).toContain('a-hidden')
    expect((await sekber.get<WorkList>('/api/work/records?verification=draft')).lines.map(({ id }) => id)).toContain(
      'a-hidden',
    )
  })

  test('what everyone sees of another’s is open to members to read, with no step in it and no hint of a draft behind it', async () => {
    const view = await akar.open('activity', 'a-bakau')
    expect(view).toMatchObject({ canSave: false, steps: [], standing: null, claim: null, changed: { name: null } })
    expect((await akar.save({ kind: 'activity', id: 'a-bakau', revision: 1 }, given())).status).toBe(403)
    expect((await akar.step({ kind: 'activity', id: 'a-bakau', revision: 1 }, 'confirm')).status).toBe(403)
    const draft = await accepted(
      bina.save(
        { kind: 'activity', id: 'a-bakau', revision: 1 },
        given({ title: 'Rahasia', organisations: [{ id: 'bina', role: 'implementer' }] }),
      ),
    )
    expect(draft.revision).toBe(2)
    expect(await akar.open('activity', 'a-bakau')).toEqual(view)
    for (const revision of [1, 2]) {
      const refusal = await akar.save({ kind: 'activity', id: 'a-bakau', revision }, given())
      expect([refusal.status, refusal.headers.get('ETag')]).toEqual([403, null])
      expect((await akar.step({ kind: 'activity', id: 'a-bakau', revision }, 'confirm')).status).toBe(403)
    }
  })

  test('partners enter no targets, planners only their own department’s; nobody begins an organisation but Sekber', async () => {
    const target = {
      title: 'Turun',
      organisation: 'dinas',
      theme: 'stunting',
      indicator: 'prevalensi',
      unit: '%',
      value: 10,
      year: 2027,
      area: { codes: [BAKAU] },
      measure: 'presence',
      document: { kind: 'RPJMD', title: 'RPJMD' },
      source: { text: 'RPJMD' },
      confirmed: '2026-11-20',
      visibility: 'public',
    }
    expect((await akar.begin(target, false, randomUUID(), 'target')).status).toBe(403)
    expect((await dinas.begin(target, true, randomUUID(), 'target')).status).toBe(201)
    const foreign = await refused(dinas.begin({ ...target, organisation: 'akar' }, false, randomUUID(), 'target'))
    expect([foreign.status, foreign.findings?.[0]?.field]).toEqual([400, 'organisation'])
    const organisation = {
      name: 'Baru',
      kind: 'ngo',
      urusan: [],
      themes: [],
      source: { text: 'x' },
      confirmed: '2026-11-20',
      visibility: 'public',
    }
    expect((await akar.begin(organisation, false, randomUUID(), 'organisation')).status).toBe(403)
    expect(
      (await sekber.begin({ ...organisation, id: 'lembaga-baru' }, false, randomUUID(), 'organisation')).status,
    ).toBe(201)
    expect(
      (await akar.save({ kind: 'organisation', id: 'akar', revision: 1 }, { ...organisation, name: 'Akar' })).status,
    ).toBe(200)
    expect(
      (await akar.save({ kind: 'organisation', id: 'bina', revision: 1 }, { ...organisation, name: 'Bina' })).status,
    ).toBe(403)
  })

  test('work in which one’s own organisation takes no part is refused, and an owner cannot be given away', async () => {
    const fault = await refused(akar.begin(given({ organisations: [{ id: 'bina', role: 'implementer' }] })))
    expect(fault.findings?.map(({ field }) => field)).toEqual(['organisations'])
    const joint = await accepted(
      akar.begin({
        ...given({
          organisations: [
            { id: 'bina', role: 'implementer' },
            { id: 'akar', role: 'support' },
          ],
        }),
        owner: 'bina',
      }),
    )
    expect((await akar.open('activity', joint.id)).keeper).toBe('akar')
    expect((await bina.ask('GET', `/api/work/records/activity/${joint.id}`)).status).toBe(404)
  })
})

describe('what is refused in words, by field', () => {
  test.each([
    ['a misspelt field', { judul: 'x' }, 'judul'],
    ['a theme nobody knows', { themes: ['stuntng'] }, 'themes.0'],
    [
      'an organisation nobody knows',
      {
        organisations: [
          { id: 'akar', role: 'implementer' },
          { id: 'akr', role: 'funder' },
        ],
      },
      'organisations.1',
    ],
    ['a bare code', { sites: [{ code: '9901' }] }, 'sites.0'],
    ['a place elsewhere', { sites: [{ code: '61.05.01.2007' }] }, 'sites.0'],
    ['a day that never was', { period: { start: '2026-02-30', end: null } }, 'period.start'],
    ['an address that runs as a program', { source: { text: 'x', url: 'javascript:alert(1)' } }, 'source.url'],
    ['a confirmation from the future', { confirmed: '2027-01-01' }, 'confirmed'],
    ['half a person', { beneficiaries: 0.5 }, 'beneficiaries'],
    ['a negative budget', { budgetIdr: -1 }, 'budgetIdr'],
    ['a budget beyond the republic', { budgetIdr: 1e18 }, 'budgetIdr'],
    ['a title like a book', { title: 'x'.repeat(501) }, 'title'],
    ['a control character', { note: 'a\u0007b' }, 'note'],
    ['a thousand themes', { themes: Array.from({ length: 501 }, () => 'stunting') }, 'themes'],
    [
      'a shape of no area',
      {
        sites: [
          {
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [110, 0],
                  [110.1, 0],
                  [110, 0],
                ],
              ],
            },
          },
        ],
      },
      'sites.0.geometry',
    ],
    [
      'a shape nested too deep',
      { sites: [{ geometry: { type: 'Point', coordinates: [[110, 0]] } }] },
      'sites.0.geometry',
    ],
    ['a photo that was never sent', { photos: [{ id: 'f'.repeat(64) }] }, 'photos.0'],
    ['an id that can be guessed', { id: 'a-new' }, 'id'],
  ])('%s', async (_, changes, field) => {
    const response = await akar.begin({ ...given(), ...changes })
    const fault = await refused(response)
    expect([fault.status, fault.findings?.map((one) => one.field)]).toEqual([400, [field]])
    expect(fault.detail.length).toBeGreaterThan(20)
  })

  test('a draft may be empty, a submission may not: everything missing is named', async () => {
    const bare = { ...given(), title: '', themes: [], organisations: [], sites: [], source: { text: '' } }
    const draft = await accepted(akar.begin(bare))
    const fault = await refused(akar.step(draft, 'submit'))
    expect(fault.findings?.map(({ name, field }) => `${name} ${field}`)).toEqual([
      'missing title',
      'missing themes',
      'missing organisations',
      'missing sites',
      'missing source.text',
    ])
  })

  test('a boundary that crosses itself is mended before it is kept, and the answer says so', async () => {
    const bowTie = {
      type: 'Polygon',
      coordinates: [
        [
          [110, 0],
          [110.01, 0.01],
          [110.01, 0],
          [110, 0.01],
          [110, 0],
        ],
      ],
    }
    const { id, notes } = await accepted(akar.begin({ ...given(), sites: [{ geometry: bowTie }] }))
    expect(notes[0]?.id).toMatch(/^Garis batas berpotongan dengan dirinya .*; sudah diperbaiki\.$/)
    const { record } = await akar.open('activity', id)
    const [site] = (record as Activity).sites
    expect(site && 'geometry' in site && site.geometry.type).toBe('MultiPolygon')
  })

  test('a sensitive place that nobody gave leave to show stays with its organisation', async () => {
    const first = await accepted(akar.begin(given({ sensitive: { kind: 'indigenous_territory' } }), true))
    expect(first.notes[0]?.id).toContain('persetujuan')
    expect((await akar.open('activity', first.id)).record.visibility).toBe('organisation')
  })
})

describe('nothing is lost and nothing is done twice', () => {
  test('a change without the revision it was made on, or on an old one, is refused with what stands now', async () => {
    const first = await accepted(akar.begin(given({ title: 'Satu' })))
    await accepted(akar.save(first, given({ title: 'Dua' })))
    const late = await akar.save(first, given({ title: 'Tiga' }))
    expect([late.status, late.headers.get('ETag')]).toEqual([412, '"2"'])
    const { conflict } = await refused(late)
    expect(conflict).toMatchObject({ kind: 'activity', id: first.id, given: 1, current: 2, by: 'partner akar' })
    expect(conflict?.record).toMatchObject({ title: 'Dua' })
    const path = `/api/work/records/activity/${first.id}`
    const bare = await akar.ask('PUT', path, { operation: randomUUID(), record: given() })
    expect(bare.status).toBe(428)
    const odd = await akar.ask('PUT', path, { operation: randomUUID(), record: given() }, { 'If-Match': '*' })
    expect(odd.status).toBe(400)
    const opened = await akar.ask('GET', path)
    expect(opened.headers.get('ETag')).toBe('"2"')
  })

  test('the same operation twice gives the same answer and is one entry, whatever was repaired on the way', async () => {
    const operation = randomUUID()
    const crossing = {
      type: 'Polygon',
      coordinates: [
        [
          [110, 0],
          [110.01, 0.01],
          [110.01, 0],
          [110, 0.01],
          [110, 0],
        ],
      ],
    }
    const record = { ...given(), sites: [{ geometry: crossing }] }
    const before = served.store.state.seq
    const first = await accepted(akar.begin(record, false, operation))
    const again = await accepted(akar.begin(record, false, operation))
    expect(again).toEqual(first)
    const step = randomUUID()
    const submitted = await accepted(akar.step(first, 'archive', {}, step))
    expect(await accepted(akar.step(first, 'archive', {}, step))).toEqual(submitted)
    expect(served.store.state.seq).toBe(before + 2)
    expect(
      (await bina.begin(given({ organisations: [{ id: 'bina', role: 'implementer' }] }), false, operation)).status,
    ).toBe(409)
    expect((await akar.begin(given(), false, 'bukan-uuid')).status).toBe(400)
  })

  test('each accepted change is one entry with actor, organisation and the revision before and after', async () => {
    const first = await accepted(akar.begin(given(), true))
    const verified = await accepted(sekber.step(first, 'verify'))
    const history = await akar.get<HistoryLine[]>(`/api/work/records/activity/${first.id}/history`)
    expect(history).toMatchObject([
      {
        revision: 2,
        seq: verified.seq,
        actor: sekber.person,
        name: 'moderator Sekber',
        organisation: null,
        changed: ['verification'],
      },
      { revision: 1, seq: first.seq, actor: akar.person, name: 'partner akar', organisation: 'akar' },
    ])
    expect(history.every(({ record }) => record !== null)).toBe(true)
  })

  test('all of a long history can be read, page by page, each state with what changed in it', async () => {
    const record = (note: string) => asRecord('activity', activity('a-lama', ['akar'], [BAKAU], { note }))
    for (let revision = 1; revision <= 230; revision += 1) await commit(served.store, [record(`ke-${revision}`)])
    const page = async (query: string) => akar.get<HistoryLine[]>(`/api/work/records/activity/a-lama/history${query}`)
    const newest = await page('')
    const older = await page(`?before=${newest.at(-1)!.revision}`)
    expect([newest.length, older.length]).toEqual([200, 30])
    const all = [...newest, ...older].map(({ revision, record: state }) => [revision, state?.note])
    expect(all).toEqual(Array.from({ length: 230 }, (_, at) => [230 - at, `ke-${230 - at}`]))
    expect(older.map(({ changed }) => changed.includes('note'))).toEqual(Array(30).fill(true))
    expect(newest.at(-1)!.changed).toEqual(['note'])
    expect((await page('?before=4&limit=2')).map(({ revision }) => revision)).toEqual([3, 2])
    expect(await page('?before=1')).toEqual([])
    expect((await akar.ask('GET', '/api/work/records/activity/a-lama/history?before=x')).status).toBe(400)
  })

  test('a batch of one’s own goes back as far as nobody has touched it since, and can be brought back', async () => {
    const operation = randomUUID()
    const { commit } = served.store
    const work = (id: string) => ({
      kind: 'activity' as const,
      id,
      revision: 1,
      record: activity(id, ['akar'], [BAKAU], { verification: 'draft' }),
    })
    await commit({ actor: akar.person, organisation: 'akar', operation, changes: ['b-1', 'b-2', 'b-3'].map(work) })
    await accepted(akar.step({ kind: 'activity', id: 'b-2', revision: 1 }, 'confirm'))
    const undo = { operation: randomUUID(), undoes: operation }
    expect((await bina.ask('POST', '/api/work/undo', undo)).status).toBe(404)
    const response = await akar.ask('POST', '/api/work/undo', undo)
    expect(await response.json()).toEqual({ changed: 2, kept: 1 })
    expect(await (await akar.ask('POST', '/api/work/undo', undo)).json()).toEqual({ changed: 2, kept: 1 })
    expect((await akar.ask('GET', '/api/work/records/activity/b-1')).status).toBe(404)
    const back = await akar.step({ kind: 'activity', id: 'b-1', revision: 2 }, 'restore', { revision: 1 })
    expect((await accepted(back)).verification).toBe('draft')
    const redo = await akar.ask('POST', '/api/work/undo', { operation: randomUUID(), undoes: undo.operation })
    expect(await redo.json()).toEqual({ changed: 1, kept: 1 })
    expect((await akar.open('activity', 'b-3')).revision).toBe(3)
  })

  test('what was verified is verified again when its change is undone', async () => {
    const first = await accepted(akar.begin(given({ title: 'Asli' }), true))
    const verified = await accepted(sekber.step(first, 'verify'))
    const operation = randomUUID()
    await accepted(akar.save(verified, given({ title: 'Ubahan' }), true, operation))
    await akar.ask('POST', '/api/work/undo', { operation: randomUUID(), undoes: operation })
    const { record, revision } = await akar.open('activity', first.id)
    expect([(record as Activity).title, record.verification, revision]).toEqual(['Asli', 'verified', 4])
  })

  test('a verification that is undone leaves to everyone what they saw before it', async () => {
    const seen = async (id: string) => {
      const response = await served.get(`/api/records/activity/${id}`)
      return response.status === 200 ? ((await response.json()) as { record: Activity }).record.title : response.status
    }
    const undo = (undoes: string) => sekber.ask('POST', '/api/work/undo', { operation: randomUUID(), undoes })
    const lines = async (id: string) =>
      sekber.get<{ operation: string; revision: number }[]>(`/api/work/records/activity/${id}/history`)
    const first = await accepted(akar.begin(given({ title: 'Asli' }), true))
    const verified = await accepted(sekber.step(first, 'verify'))
    expect(await seen(first.id)).toBe('Asli')
    const changed = await accepted(akar.save(verified, given({ title: 'Ubahan' }), true))
    await accepted(sekber.step(changed, 'verify'))
    expect(await seen(first.id)).toBe('Ubahan')
    await undo((await lines(first.id))[0]!.operation)
    expect(await seen(first.id)).toBe('Asli')
    await undo((await lines(first.id))[0]!.operation)
    expect(await seen(first.id)).toBe('Ubahan')
    await undo((await lines(first.id)).find(({ revision }) => revision === 2)!.operation)
    expect(await seen(first.id)).toBe('Ubahan')

    const alone = await accepted(akar.begin(given({ title: 'Sendiri' }), true))
    await accepted(sekber.step(alone, 'verify'))
    expect(await seen(alone.id)).toBe('Sendiri')
    await undo((await lines(alone.id))[0]!.operation)
    expect(await seen(alone.id)).toBe(404)
  })

  test('the journal is for admins, newest first, page by page', async () => {
    type Page = { lines: { seq: number; count: number }[]; next: number | null }
    const page = await admin.get<Page>('/api/journal?limit=3')
    expect(page.lines.map(({ seq }) => seq)).toEqual([0, 1, 2].map((back) => served.store.state.seq - back))
    const older = await admin.get<Page>(`/api/journal?limit=3&before=${page.next}`)
    expect(older.lines[0]?.seq).toBe(page.next! - 1)
    expect((await sekber.ask('GET', '/api/journal')).status).toBe(403)
  })
})
