import { LAYERS } from '../../data/layers/index.ts'
import { EXPORT_FORMATS } from '../../data/model/export_format.ts'
import { addressOf, type Operation } from '../hostile/addresses.ts'
import { addressAt } from '../mvt.ts'

/** `method` where something is to be changed; what is asked with a body is posted, all else read. */
export type Question = { readonly path: string; readonly body?: object; readonly method?: string }

export type Document = { readonly paths: Record<string, { readonly get?: Operation }> }

const RECORDS = [
  'k-plain',
  'k-shapes',
  'k-sensitive',
  'k-lonely',
  'k-lately',
  'h-lately',
  't-own',
  't-fauna',
  't-draft',
  'm-activity',
]
const BOXES = [
  '110,0,110.1,0.1',
  '110.0123,0.0173,110.0124,0.0174',
  '110.0313,0.0171,110.0314,0.0172',
  '110.2,0,110.21,0.01',
]

/** The ways in which an address may be asked for something that is hidden. */
const WAYS: readonly Readonly<Record<string, string>>[] = [
  {},
  { organisation: 'bina' },
  { organisation: 't-lembaga' },
  { within: '99.01.01.2002' },
  { within: '99.02' },
  { theme: 'stunting', period: '2026' },
  { verification: 'draft' },
  { status: 'ongoing' },
  { region: '99.02' },
  { level: 'district' },
  { level: 'island' },
  { since: '0' },
  { since: '2' },
  { f: 'html' },
  { target: 't-target' },
  { target: 'm-target' },
  { sample: 'include' },
  ...BOXES.map((bbox) => ({ bbox })),
  ...['rahasia', 'hutan adat', 't-own', 'enggang', '110.0123456'].map((q) => ({ q })),
  ...RECORDS.map((id) => ({ id })),
  ...['110.0123456,0.0173219', '110.0313131,0.0171717'].flatMap((near) => [
    { near, withinKm: '0.1' },
    { near, withinKm: '7' },
    { near, nearest: '4' },
  ]),
]

const FILTERS = [
  "A_CONTAINS(organisations, ('bina'))",
  "title LIKE '%ahasia%'",
  "A_CONTAINS(themes, ('stunting'))",
  'S_INTERSECTS(geometry, BBOX(110.0123, 0.0173, 110.0124, 0.0174))',
  'S_INTERSECTS(geometry, POLYGON((110.03 0.01, 110.04 0.01, 110.04 0.02, 110.03 0.02, 110.03 0.01)))',
  'S_WITHIN(geometry, BBOX(110, 0, 110.1, 0.1))',
  'S_DISJOINT(geometry, BBOX(110, 0, 110.04, 0.1))',
  'S_EQUALS(geometry, POINT(110.0123456 0.0173219))',
  'NOT S_INTERSECTS(geometry, POINT(110.0313131 0.0171717))',
]

/** Every tile that holds a secret, or could, down to where a pixel is a metre. */
const tiles = (): readonly string[] => {
  const found = new Set<string>()
  for (let z = 0; z <= 14; z += 1) {
    const step = 360 / 2 ** z
    for (let lng = 110; lng <= 110.1 + step; lng += step)
      for (let lat = 0; lat <= 0.1 + step; lat += step) {
        const { x, y } = addressAt(Math.min(lng, 110.1), Math.min(lat, 0.1), z)
        found.add(`${z}/${x}/${y}`)
      }
  }
  return [...found]
}

const square = (lng: number, lat: number, half: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
    ].map(([x, y]) => [lng + x! * half, lat + y! * half]),
  ],
})

/** Each of these addresses in every way that it takes. */
const inEveryWay = (reads: readonly (readonly [path: string, operation: Operation])[]): readonly string[] =>
  reads.flatMap(([path, operation]) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
    const names = [...(operation.parameters ?? []).map(({ name }) => name), ...inPath]
    const ways = WAYS.filter((way) => Object.keys(way).every((name) => names.includes(name)))
    return ways.map((way) => addressOf(path, operation, way))
  })

const readsOf = ({ paths }: Document, isOpen: boolean) =>
  Object.entries(paths).flatMap(([path, { get }]) => (get && !get.security === isOpen ? [[path, get] as const] : []))

/** Everything that everybody may ask and that could tell of a hidden record; what is drawn, and what GDAL makes, comes apart. */
export const openQuestions = (document: Document): readonly Question[] => {
  const asked = inEveryWay(readsOf(document, true).filter(([path]) => !/export|\.pdf|\.png|pptx/.test(path)))
  const layers = LAYERS.map(({ id }) => id)
  const ground = '?theme=stunting&period=2026'
  return [
    ...new Set([
      ...asked,
      ...layers.flatMap((id) => [
        `/api/features/${id}`,
        `/api/features/${id}?theme=stunting&period=2026&limit=5000`,
        `/ogc/collections/${id}/items?limit=1000`,
        `/data/${id}`,
      ]),
      ...[
        'region=99',
        'region=99&theme=stunting',
        'region=99.01.01&status=ongoing',
        'region=99.02&organisation=bina',
      ].map((query) => `/api/points?${query}`),
      ...FILTERS.map((filter) => `/ogc/collections/activities/items?filter=${encodeURIComponent(filter)}`),
      ...FILTERS.map((filter) => `/ogc/collections/zones/items?filter=${encodeURIComponent(filter)}`),
      ...layers.flatMap((id) =>
        tiles().map((tile) => `/tiles/${id}/${tile}${id === 'gaps' || id === 'overlaps' ? ground : ''}`),
      ),
      ...RECORDS.flatMap((id) => [`/p/activity/${id}`, `/p/activity/${id}?lang=en`]),
      ...[
        '',
        '?region=99.01',
        '/p/organisation/bina',
        '/p/organisation/t-lembaga',
        '/p/target/t-target',
        '/p/zone/t-zone',
        '/present/t-story',
        '/sitemap.xml',
        '/robots.txt',
        '/catalogue.json',
        '/healthz',
      ].map((path) => `/${path.replace(/^\//, '')}`),
      ...['csv', 'geojson', 'geojsons', 'geojsonl', 'json', 'xlsx'].flatMap((ending) => [
        `/api/export/activities.${ending}`,
        `/api/export/targets.${ending}`,
        `/api/export/zones.${ending}`,
        `/api/export/activities.${ending}?bbox=${BOXES[1]}`,
        `/api/export/answers/coverage.${ending}?region=99.01&theme=stunting&period=2026`,
      ]),
    ]),
  ]
    .map((path): Question => ({ path }))
    .concat(
      [
        square(110.0123456, 0.0173219, 0.0001),
        square(110.0313131, 0.0171717, 0.001),
        square(110.05, 0.05, 0.05),
      ].flatMap((shape) => [
        { path: '/api/area-report', body: { type: 'Feature', geometry: shape, properties: {} } },
        { path: '/api/features/activities', body: shape },
        { path: '/api/features/zones', body: shape },
      ]),
    )
}

/** Files that GDAL and DuckDB make, and what is drawn. */
export const MADE: readonly Question[] = [
  ...EXPORT_FORMATS.filter(({ way }) => way === 'made').map(({ ending }) => ({
    path: `/api/export/activities.${ending}`,
  })),
  ...[
    '/api/picture.png?region=99.01&theme=stunting&period=2026',
    '/api/sheet.pdf?region=99.01',
    '/api/profile/bina/report.pdf',
    '/api/stories/s-asam/slides.pptx',
    '/api/stories/s-asam/story.pdf',
    '/og/id/p/activity/k-plain.png',
  ].map((path) => ({ path })),
]

const OPERATION = '5f0c2a86-3f0e-4c5e-9d55-0f6d3c1b2a77'

/** Changes of what is not theirs, and references to it: refused as what never was. */
const attempts = (): readonly Question[] => {
  const record = {
    title: 'Kelas',
    themes: ['stunting'],
    organisations: [{ id: 'akar', role: 'implementer' }],
    sites: [{ code: '99.01.01.2001' }],
    period: { start: '2026-01-01', end: '2026-12-31' },
    status: 'ongoing',
    source: { text: 'Laporan' },
    visibility: 'public',
    confirmed: '2026-11-20',
  }
  const hidden = ['t-own', 't-fauna', 't-draft', 't-submitted', 'tidak-ada']
  const steps = ['submit', 'withdraw', 'verify', 'archive', 'restore', 'confirm', 'status']
  const feature = { type: 'Feature', geometry: null, properties: { title: 'Kelas' } }
  const check = (more: object) => ({
    path: '/api/work/check',
    body: { kind: 'activity', record: { ...record, ...more } },
  })
  return [
    ...hidden.flatMap((id): readonly Question[] => [
      {
        path: `/api/work/records/activity/${id}`,
        method: 'PUT',
        body: { operation: OPERATION, record, submit: false },
      },
      ...steps.map((step) => ({
        path: `/api/work/records/activity/${id}/${step}`,
        method: 'POST',
        body: {
          operation: OPERATION,
          ...(step === 'restore' ? { revision: 1 } : {}),
          ...(step === 'status' ? { status: 'completed' } : {}),
        },
      })),
      ...['PUT', 'PATCH', 'DELETE'].map((method) => ({
        path: `/ogc/collections/activities/items/${id}`,
        method,
        ...(method === 'DELETE' ? {} : { body: feature }),
      })),
    ]),
    ...['t-target', 'tidak-ada'].map((id) => ({
      path: `/api/work/matches/${id}/akar`,
      method: 'PUT',
      body: { operation: OPERATION, state: 'interest' },
    })),
    ...['op-1', 'op-3'].map((undoes) => ({ path: '/api/work/undo', body: { operation: OPERATION, undoes } })),
    check({ organisations: [{ id: 't-lembaga', role: 'implementer' }], agreement: 't-agreement' }),
    check({ organisations: [{ id: 't-lembag', role: 'implementer' }] }),
  ]
}

/** What differs by itself: accounts and their secrets, and the stream that never ends. */
const ELSEWHERE = /^\/api\/(sessions?|tokens|people|invitations|events|journal)\b|pptx/

/** Everything that a member may ask and that could tell. */
export const memberQuestions = (document: Document): readonly Question[] => {
  const asked = inEveryWay(readsOf(document, false).filter(([path]) => !ELSEWHERE.test(path)))
  const kinds = ['activity', 'target', 'zone', 'agreement', 'plan', 'story', 'organisation']
  const records = kinds.flatMap((kind) => {
    const ids = ['t-own', 't-fauna', 't-draft', 't-submitted', 't-returned', `t-${kind}`]
    return ids.flatMap((id) => ['', '/history', '/reward'].map((of) => `/api/work/records/${kind}/${id}${of}`))
  })
  const checks = ['Rahasia sendiri', 'Rahasia satwa', 'Rahasia draf'].map((title) => ({
    kind: 'activity',
    record: {
      title,
      themes: ['stunting'],
      organisations: [{ id: 'bina', role: 'implementer' }],
      sites: [{ geometry: { type: 'Point', coordinates: [110.0313131, 0.0171717] } }],
      period: { start: '2025-01-01', end: '2027-12-31' },
      externalId: 't-own',
    },
  }))
  const lists = ['', 'organisation=bina', 'q=rahasia', 'verification=draft', 'limit=200'].map(
    (one) => `/api/work/records?${one}`,
  )
  return [
    ...[...new Set([...asked, ...records, ...lists])].map((path) => ({ path })),
    ...checks.map((body) => ({ path: '/api/work/check', body })),
    ...attempts(),
  ]
}
