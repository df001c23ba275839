import type { LayerId } from '../../data/layers/layer.ts'
import type { Code } from '../../data/model/codes.ts'
import type { Scene, StoryFigure } from '../../data/model/story.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import type { Language, Words } from '../../data/model/words.ts'
import { DEFAULT_VIEW, type View } from '../view.ts'
import { sceneSearch } from './scene_view.ts'

export const TEMPLATES = ['ekspose', 'meeting', 'annual', 'border', 'empty'] as const
export type Template = (typeof TEMPLATES)[number]

export type Asked = {
  readonly region: Code
  readonly regionName: string
  /** The neighbour of a border. */
  readonly other: Code
  readonly otherName: string
  readonly theme: string
  readonly year: number
  readonly language: Language
}

const CORRIDOR_KM = 5
const GAP: StoryFigure = { subject: 'gap', as: 'count' }

const withLayers = (...ids: readonly LayerId[]) => ids.map((id) => ({ id, opacity: 1 }))
const GROUND = withLayers('regencies', 'districts', 'villages', 'islands', 'zones', 'authority')

const viewOf = ({ region, theme, year }: Asked, change: Partial<View> = {}): string =>
  sceneSearch({ ...DEFAULT_VIEW, region, theme, period: { from: year, to: year }, ...change })

const asking = (asked: Asked, verdict: VerdictKind): string => viewOf(asked, { ask: verdict })
const inYear = (asked: Asked, year: number): string => viewOf(asked, { period: { from: year, to: year } })

type Draft = Partial<Omit<Scene, 'title' | 'text'>> & Pick<Scene, 'kind' | 'view'> & { title: Words; text?: Words }

const opening = (asked: Asked, id: string, en: string): Draft => ({
  kind: 'title',
  view: viewOf(asked),
  title: { id, en },
  text: { id: 'Sebut acara, tempat dan tanggalnya.', en: 'Name the occasion, its place and its day.' },
})

const closing = (asked: Asked, id: string, en: string): Draft => ({
  kind: 'closing',
  view: viewOf(asked),
  title: { id, en },
  text: { id: 'Sebut siapa, apa dan kapan.', en: 'Say who, what and by when.' },
})

const need = (asked: Asked): Draft => ({
  kind: 'map',
  view: viewOf(asked),
  title: { id: '{gap} belum ada mitra', en: '{gap} have no partner yet' },
  text: { id: 'Sudah ada mitra di {met}.', en: 'There is a partner in {met}.' },
  figures: { gap: GAP, met: { subject: 'met', as: 'count' } },
})

const years = (asked: Asked, before: number): Draft => ({
  kind: 'swipe',
  view: inYear(asked, before),
  after: inYear(asked, asked.year),
  title: {
    id: `Dari ${before} ke ${asked.year}: {dulu} menjadi {kini} tanpa mitra`,
    en: `From ${before} to ${asked.year}: {dulu} became {kini} without a partner`,
  },
  figures: { dulu: { ...GAP, view: inYear(asked, before) }, kini: { ...GAP, view: inYear(asked, asked.year) } },
})

const beside = (asked: Asked, kind: 'table' | 'chart', id: string, en: string): Draft => ({
  kind: 'map',
  view: viewOf(asked),
  beside: kind,
  title: { id, en },
  figures: { share: { subject: 'gap', as: 'share' } },
})

const EKSPOSE = (asked: Asked): readonly Draft[] => [
  opening(
    asked,
    `${asked.regionName}: siapa bekerja di mana, dan apa yang belum`,
    `${asked.regionName}: who works where, and what nobody does yet`,
  ),
  need(asked),
  {
    kind: 'map',
    view: viewOf(asked, { layers: GROUND }),
    title: { id: 'Siapa yang berwenang di sini', en: 'Who may act here' },
    text: {
      id: 'Tandai kawasan dan tempat yang dibicarakan di peta.',
      en: 'Mark on the map the areas and places that this is about.',
    },
  },
  years(asked, asked.year - 2),
  beside(asked, 'table', '{share} belum ada mitra, desa demi desa', '{share} have no partner, village by village'),
  closing(asked, 'Yang kami minta', 'What we ask for'),
]

const MEETING = (asked: Asked): readonly Draft[] => [
  opening(asked, `Rapat koordinasi ${asked.regionName}`, `Coordination meeting ${asked.regionName}`),
  need(asked),
  {
    kind: 'map',
    view: asking(asked, 'overlap'),
    title: {
      id: '{overlap} dikerjakan beberapa lembaga tanpa kesepakatan',
      en: '{overlap} see several organisations without an agreement',
    },
    figures: { overlap: { subject: 'overlap', as: 'count' } },
  },
  beside(asked, 'chart', 'Keadaan sekarang: {share} belum ada mitra', 'Where we stand: {share} have no partner'),
  closing(asked, 'Keputusan rapat', 'Decisions of the meeting'),
]

const ANNUAL = (asked: Asked): readonly Draft[] => [
  opening(
    asked,
    `Laporan tahunan ${asked.year}: ${asked.regionName}`,
    `Annual report ${asked.year}: ${asked.regionName}`,
  ),
  years(asked, asked.year - 1),
  beside(asked, 'chart', 'Tahun ini {share} belum ada mitra', 'This year {share} have no partner'),
  beside(asked, 'table', 'Desa demi desa: {share} belum ada mitra', 'Village by village: {share} have no partner'),
  closing(asked, 'Tahun depan', 'Next year'),
]

const BORDER = (asked: Asked): readonly Draft[] => {
  const { region, other, regionName, otherName } = asked
  const there = { ...asked, region: other }
  return [
    opening(asked, `${regionName} dan ${otherName}: satu perbatasan`, `${regionName} and ${otherName}: one border`),
    {
      kind: 'map',
      view: viewOf(asked, { corridor: { a: region, b: other, km: CORRIDOR_KM } }),
      title: {
        id: `Desa sampai ${CORRIDOR_KM} km dari batas bersama`,
        en: `Villages within ${CORRIDOR_KM} km of the common boundary`,
      },
      text: {
        id: `Di ${regionName} {sini} belum ada mitra, di ${otherName} {sana}.`,
        en: `In ${regionName} {sini} have no partner, in ${otherName} {sana}.`,
      },
      figures: { sini: { ...GAP, view: viewOf(asked) }, sana: { ...GAP, view: viewOf(there) } },
    },
    beside(asked, 'table', `${regionName}: {share} belum ada mitra`, `${regionName}: {share} have no partner`),
    beside(there, 'table', `${otherName}: {share} belum ada mitra`, `${otherName}: {share} have no partner`),
    closing(asked, 'Bidang bersama ke dalam KSDD', 'Common fields for the agreement of both regencies'),
  ]
}

const EMPTY = (asked: Asked): readonly Draft[] => [need(asked)]

const MADE: { readonly [T in Template]: (asked: Asked) => readonly Draft[] } = {
  ekspose: EKSPOSE,
  meeting: MEETING,
  annual: ANNUAL,
  border: BORDER,
  empty: EMPTY,
}

/** The scenes that a story begins with, in its own language. */
export const scenesOf = (template: Template, asked: Asked): readonly Scene[] =>
  MADE[template](asked).map(({ title, text, ...scene }, at) => ({
    annotations: [],
    figures: {},
    ...scene,
    id: `adegan-${at + 1}`,
    title: title[asked.language],
    text: text?.[asked.language] ?? '',
  }))
