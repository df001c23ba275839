import type { AnyRecord, Kind } from '../../data/model/record.ts'
import { commit, serve } from '../served.ts'
import type { Served } from '../work/desk.ts'
import { asRecord } from '../work/desk.ts'
import {
  action,
  activity,
  agreement,
  BAKAU,
  CEMPAKA,
  DAMAR,
  ENAU,
  line,
  organisation,
  plan,
  point,
  rectangle,
  scene,
  story,
  target,
  zone,
} from '../world.ts'

/** Where the grid of 0.1 degree shows whatever lies in the cell that the villages lie in. */
export const MIDDLE = [110.05, 0.05] as const
export const COARSE = ['k-plain', 'k-shapes', 'k-sensitive', 'k-lately'] as const

const consent = { by: 'Ketua adat', date: '2026-03-04' }
const sensitive = { kind: 'indigenous_territory' as const, consent }

/** Places of one cell, but for the lonely one; the two sets have no corner in common. */
const PLACES = {
  here: {
    points: [
      point(0.0123456, 0.0173219),
      point(0.0345111, 0.0123777),
      point(0.0567891, 0.0612345),
      point(0.0789123, 0.0891234),
    ],
    line: line([0.0211111, 0.0311111], [0.0222222, 0.0322222]),
    area: rectangle(0.0711177, 0.0133399, 0.0722288, 0.0144466),
    village: ENAU,
    lonely: point(0.2055555, 0.0044444),
    lately: [point(0.0619283, 0.0482716), point(0.0837465, 0.0192837)],
  },
  elsewhere: {
    points: [
      point(0.0987654, 0.0912345),
      point(0.0654321, 0.0543219),
      point(0.0176543, 0.0234567),
      point(0.0456789, 0.0345678),
    ],
    line: line([0.0811111, 0.0711111], [0.0933333, 0.0633333]),
    area: rectangle(0.0011177, 0.0033399, 0.0122288, 0.0244466),
    village: DAMAR,
    lonely: point(0.3155555, 0.1222222),
    lately: [point(0.0273645, 0.0561728), point(0.0918273, 0.0746352)],
  },
} as const
type Where = keyof typeof PLACES
/** As they are written in the record, lng and lat of every corner: what nobody may learn. */
export const SECRETS: readonly (readonly [lng: number, lat: number])[] = [
  ...PLACES.here.points.map(({ coordinates }) => coordinates),
  ...PLACES.here.line.coordinates,
  ...PLACES.here.area.coordinates[0]!,
  PLACES.here.lonely.coordinates,
  ...PLACES.here.lately.map(({ coordinates }) => coordinates),
].map(([lng, lat]) => [lng!, lat!])

/** Shown to everyone by cells of the grid alone, wherever in the cell they lie; of the lonely one not even that. */
const coarse = (where: Where): readonly AnyRecord[] => {
  const { points, line, area, village, lonely } = PLACES[where]
  const shown = { visibility: 'generalised' as const }
  return [
    activity('k-plain', ['bina'], [points[0]!], { ...shown, title: 'Sekolah lapang' }),
    activity('k-shapes', ['bina'], [line, area, village], { ...shown, title: 'Patroli sungai' }),
    activity('k-sensitive', ['bina'], points.slice(1), { ...shown, sensitive, title: 'Pemetaan hutan adat' }),
    activity('k-lonely', ['citra'], [lonely], { ...shown, sensitive, title: 'Sarang enggang' }),
  ].map((record) => asRecord('activity', record))
}

/** What a partner of another organisation does not see either. */
const OWN: readonly AnyRecord[] = (() => {
  const spot = point(0.0313131, 0.0171717)
  const own = { visibility: 'organisation' as const }
  const area = rectangle(0.0411177, 0.0033399, 0.0422288, 0.0044466)
  const records: readonly (readonly [Kind, object])[] = [
    ['activity', activity('t-own', ['bina'], [spot, BAKAU, area], { ...own, title: 'Rahasia sendiri' })],
    [
      'activity',
      activity('t-fauna', ['bina'], [spot], { sensitive: { kind: 'endangered_species' }, title: 'Rahasia satwa' }),
    ],
    ['activity', activity('t-draft', ['bina'], [spot], { verification: 'draft', title: 'Rahasia draf' })],
    ['activity', activity('t-submitted', ['bina'], [spot], { verification: 'submitted', title: 'Rahasia kiriman' })],
    [
      'activity',
      activity('t-returned', ['bina'], [CEMPAKA], {
        verification: 'returned',
        returned: { fields: [], note: 'rahasia' },
        title: 'Rahasia kembali',
      }),
    ],
    ['target', target('t-target', area, { ...own, title: 'Rahasia target' })],
    ['target', target('t-grid', [CEMPAKA], { visibility: 'generalised', title: 'Rahasia sasaran' })],
    ['zone', zone('t-zone', area, ['bina'], { ...own, name: 'Rahasia zona' })],
    ['agreement', agreement('t-agreement', ['bina', 'citra', 'dinas'], { ...own, title: 'Rahasia perjanjian' })],
    ['plan', plan('t-plan', [action('t-action')], { ...own, name: 'Rahasia rencana' })],
    ['story', story('t-story', [scene('t-scene')], { ...own, name: 'Rahasia cerita' })],
    ['organisation', organisation('t-lembaga', 'ngo', { ...own, name: 'Rahasia lembaga' })],
  ]
  return records.map(([kind, record]) => asRecord(kind, record))
})()

/** What members see and nobody else. */
const MEMBERS: readonly AnyRecord[] = [
  asRecord(
    'activity',
    activity('m-activity', ['bina'], [point(0.0353535, 0.0191919), BAKAU], {
      visibility: 'partners',
      title: 'Rahasia mitra',
    }),
  ),
  asRecord('target', target('m-target', [CEMPAKA, ENAU], { visibility: 'partners', title: 'Rahasia mitra target' })),
  asRecord(
    'zone',
    zone('m-zone', rectangle(0.05, 0.005, 0.055, 0.01), ['bina'], {
      visibility: 'partners',
      name: 'Rahasia mitra zona',
    }),
  ),
]

const OPEN_SPOT = point(0.0254321, 0.0154321)
/** A place that everyone may know. */
export const SHOWN_AT = OPEN_SPOT.coordinates

/** What stands for everybody, beside the world itself: a second department among it. */
const SHOWN: readonly AnyRecord[] = [
  asRecord('organisation', organisation('lain', 'opd', { urusan: ['environment'], region: '99.01' })),
  asRecord('activity', activity('u-titik', ['bina'], [OPEN_SPOT], { title: 'Kebun bersama' })),
  asRecord(
    'story',
    story('s-asam', [scene('peta', { view: '?region=99.01&theme=stunting&period=2026&layers=activities' })]),
  ),
  asRecord('plan', plan('p-asam', [action('tanam')])),
]

export type Variant = { readonly places: Where; readonly own: boolean; readonly members: boolean }

/** The known world with secrets in it, or without them, or with other ones; the journal stands at the same entry in each. */
export const serveWorld = async ({ places, own, members }: Variant): Promise<Served> => {
  const served = await serve([...SHOWN, ...coarse(places), ...(own ? OWN : []), ...(members ? MEMBERS : [])])
  const lately = activity('k-lately', ['akar'], [PLACES[places].points[1]!], { title: 'Dahulu terbuka' })
  const closed = activity('h-lately', ['akar'], PLACES[places].lately, { title: 'Dahulu terbuka, kini tertutup' })
  await commit(served.store, [asRecord('activity', lately), asRecord('activity', closed)])
  await commit(served.store, [
    asRecord('activity', { ...lately, visibility: 'generalised' }),
    asRecord('activity', { ...closed, visibility: 'organisation' }),
  ])
  const last = asRecord('activity', activity('u-akhir', ['akar'], [BAKAU], { title: 'Terakhir' }))
  await commit(served.store, [...(own ? OWN.slice(0, 1) : []), last])
  await served.world.settled()
  return served
}
