import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CoverageAnswer, RecordAnswer } from '../data/model/answers.ts'
import type { Story } from '../data/model/story.ts'
import type { StoryAnswer, StoryList } from '../data/model/story_answer.ts'
import { serve } from './served.ts'
import { accepted, asRecord, type Desk, refused, type Served, sit } from './work/desk.ts'
import { ASAM, activity, CEMPAKA, scene, story } from './world.ts'

let served: Served
let sekber: Desk
let planner: Desk

const BARAT = story(
  's-barat',
  [
    scene('pembuka', { kind: 'title', view: '' }),
    scene('celah', {
      title: '{gap} belum ada mitra',
      figures: {
        gap: { subject: 'gap', as: 'share' },
        lalu: { subject: 'gap', as: 'count', frozen: { value: 3, of: 3, date: '2025-12-31' } },
        timur: { subject: 'met', as: 'count', view: '?region=99.02&theme=stunting' },
        hilang: { subject: 'gap', as: 'count', view: '?region=12.34&theme=stunting' },
      },
    }),
  ],
  { name: 'Barat 2026', author: 'Bappeda' },
)

beforeAll(async () => {
  served = await serve([
    asRecord('story', BARAT),
    asRecord('story', story('s-mitra', [scene('a')], { visibility: 'partners' })),
    asRecord('story', story('s-timur', [scene('a')], { region: '99.02', confirmed: '2020-01-01', origin: 'sourced' })),
  ])
  sekber = await sit(served, 'moderator')
  planner = await sit(served, 'planner', 'dinas')
})
afterAll(() => served.world.close())

const get = async <T>(path: string) => (await (await served.get(path)).json()) as T
const given = (record: Story, changes: Partial<Story> = {}) => {
  const { enteredBy: _, origin: __, verification: ___, ...rest } = { ...record, ...changes }
  return rest
}
const begin = (desk: Desk, changes: Partial<Story>, submit = false) =>
  desk.begin(given(BARAT, { id: '', ...changes }), submit, randomUUID(), 'story')

test('the list holds what everyone may see, the last confirmed first, of a region or of all', async () => {
  const { stories } = await get<StoryList>('/api/stories')
  expect(stories.map(({ id }) => id)).toEqual(['s-barat', 's-timur'])
  expect(stories[0]).toMatchObject({
    name: 'Barat 2026',
    author: 'Bappeda',
    subtitle: null,
    scenes: 2,
    region: '99.01',
  })
  const ids = async (region: string) =>
    (await get<StoryList>(`/api/stories?region=${region}`)).stories.map(({ id }) => id)
  expect(await ids('99.02')).toEqual(['s-timur'])
  expect(await ids(ASAM)).toEqual(['s-barat'])
  expect((await served.get('/api/stories?region=12.34')).status).toBe(404)
})

test('figures are what the map counts now, frozen ones what they were, and one that cannot be asked is null', async () => {
  const { story: told, figures, asOf, sample } = await get<StoryAnswer>('/api/stories/s-barat')
  const { counts, targeted } = await get<CoverageAnswer>('/api/coverage?region=99.01&theme=stunting&period=2026')
  expect(told.scenes.map(({ id }) => id)).toEqual(['pembuka', 'celah'])
  expect(figures.pembuka).toEqual({})
  expect(figures.celah?.gap).toEqual({
    value: counts.gap,
    of: targeted,
    among: 'targeted',
    level: 'village',
    subject: 'gap',
    as: 'share',
    date: asOf.time.slice(0, 10),
    frozen: false,
  })
  expect(figures.celah).toMatchObject({
    gap: { value: 1, of: 3 },
    lalu: { value: 3, of: 3, date: '2025-12-31', frozen: true },
    hilang: null,
  })
  expect(figures.celah?.timur?.of).toBe(1)
  expect(sample).toBe(true)
  expect((await get<StoryAnswer>('/api/stories/s-timur')).sample).toBe(false)
})

test('a live figure follows what is recorded, a frozen one does not', async () => {
  const figures = async () => (await get<StoryAnswer>('/api/stories/s-barat')).figures.celah
  const before = await figures()
  const {
    enteredBy: _,
    origin: __,
    verification: ___,
    ...work
  } = activity('', ['bina'], [CEMPAKA], {
    title: 'Kelas gizi',
  })
  await accepted(sekber.step(await accepted(sekber.begin(work, true)), 'verify'))
  const after = await figures()
  expect([before?.gap?.value, after?.gap?.value]).toEqual([1, 0])
  expect(after?.lalu).toEqual(before?.lalu)
})

test('what is for members only is no story to anybody else', async () => {
  expect((await served.get('/api/stories/s-mitra')).status).toBe(404)
  expect((await served.get('/api/stories/tidak-ada')).status).toBe(404)
  expect((await get<RecordAnswer>('/api/records/story/s-barat')).record).toMatchObject({ name: 'Barat 2026' })
})

test('planners and partners write stories of their own, which everyone sees once Sekber has verified them', async () => {
  const partner = await sit(served, 'partner', 'akar')
  const draft = await accepted(begin(planner, { name: 'Cerita dinas' }))
  expect(draft.verification).toBe('draft')
  expect((await served.get(`/api/stories/${draft.id}`)).status).toBe(404)
  const made = await accepted(begin(partner, { name: 'Cerita akar', owner: 'akar' }, true))
  expect(made.verification).toBe('submitted')
  await accepted(sekber.step(made, 'verify'))
  expect((await get<StoryAnswer>(`/api/stories/${made.id}`)).story).toMatchObject({
    name: 'Cerita akar',
    owner: 'akar',
  })
  const { revision } = await sekber.open('story', made.id)
  const other = await planner.save({ ...made, revision }, given(BARAT, { name: 'Bukan milik saya', owner: 'akar' }))
  expect([403, 404]).toContain(other.status)
})

test('what would show nothing is refused by field, and a story without a scene is not submitted', async () => {
  const fields = async (changes: Partial<Story>, submit = false) =>
    (await refused(begin(planner, changes, submit))).findings?.map(({ field, name }) => [field, name])
  expect(await fields({ scenes: [scene('a', { text: '{x}' })] })).toEqual([['scenes.0.text', 'unknown']])
  expect(await fields({ scenes: [scene('a', { view: '?period=kapan' })] })).toEqual([['scenes.0.view', 'view']])
  expect(await fields({ scenes: [scene('a', { picture: { photo: 'f'.repeat(64), alt: 'Rapat' } })] })).toEqual([
    ['scenes.0.picture.photo', 'unknown'],
  ])
  expect(await fields({ region: '12.34' })).toEqual([['region', 'unknown']])
  expect(await fields({ scenes: [] }, true)).toEqual([['scenes', 'missing']])
})

test('whoever saves on an older revision is told what stands now', async () => {
  const { revision } = await sekber.open('story', 's-barat')
  const at = { kind: 'story', id: 's-barat', revision } as const
  await accepted(sekber.save(at, given(BARAT, { name: 'Barat baru' })))
  const response = await planner.save(at, given(BARAT, { subtitle: 'catatan' }))
  expect(response.status).toBe(412)
  expect((await refused(response)).conflict).toMatchObject({ current: revision + 1, record: { name: 'Barat baru' } })
})

const SECRET = 'Jangan sebut nama bupati'

test('notes for the presenter leave with those who may change the story, and with nobody else', async () => {
  const partner = await sit(served, 'partner', 'akar')
  const scenes = [scene('a', { text: 'Terbuka', notes: SECRET })]
  const made = await accepted(begin(planner, { name: 'Cerita berbisik', scenes }, true))
  await accepted(sekber.step(made, 'verify'))
  const { id } = made
  for (const path of [`/api/stories/${id}`, `/api/records/story/${id}`, '/api/stories', `/present/${id}`]) {
    const text = await (await served.get(path)).text()
    expect([path, text.includes(SECRET)]).toEqual([path, false])
  }
  expect((await get<StoryAnswer>(`/api/stories/${id}`)).story.scenes[0]).toMatchObject({ text: 'Terbuka' })
  const slides = async (response: Response) =>
    Object.values(unzipSync(new Uint8Array(await response.arrayBuffer())))
      .map((part) => strFromU8(part))
      .join()
  expect(await slides(await served.get(`/api/stories/${id}/slides.pptx`))).not.toContain(SECRET)
  expect(JSON.stringify(await partner.open('story', id))).not.toContain(SECRET)
  expect((await partner.ask('GET', `/api/work/stories/${id}`)).status).toBe(404)
  for (const desk of [planner, sekber]) {
    const response = await desk.ask('GET', `/api/work/stories/${id}`)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(((await response.json()) as StoryAnswer).story.scenes[0]?.notes).toBe(SECRET)
  }
  expect(await slides(await planner.ask('GET', `/api/work/stories/${id}/slides.pptx`))).toContain(SECRET)
}, 60_000)

test('a draft is presented by those who may change it, with the figures everyone sees', async () => {
  const partner = await sit(served, 'partner', 'akar')
  const { id } = await accepted(begin(planner, { name: 'Draf dinas' }))
  const { story: told, figures } = await planner.get<StoryAnswer>(`/api/work/stories/${id}`)
  expect(told).toMatchObject({ name: 'Draf dinas', verification: 'draft' })
  expect(figures).toEqual((await get<StoryAnswer>('/api/stories/s-barat')).figures)
  expect((await partner.ask('GET', `/api/work/stories/${id}`)).status).toBe(404)
  expect((await partner.ask('GET', `/api/work/stories/${id}/pack.html`)).status).toBe(404)
  expect((await served.get(`/api/work/stories/${id}`)).status).toBe(401)
})
