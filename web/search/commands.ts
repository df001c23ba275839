import type { ContextAnswer } from '../../data/model/answers.ts'
import type { CallerRole } from '../../data/model/person.ts'
import {
  closeAnalysis,
  neighboursOf,
  openComparison,
  openCorridor,
  openDensity,
  openPairs,
  openYearVersus,
} from '../analysis/open.ts'
import type { PageName } from '../page.ts'
import { SECTIONS } from '../pages/sections.ts'
import { levelsOf } from '../panel/levels.ts'
import type { Text, Values } from '../text/useText.ts'
import type { Opened } from '../useShortcuts.ts'
import type { PaletteName, View } from '../view.ts'

type Step =
  | { readonly kind: 'change'; readonly change: (view: View) => View }
  | { readonly kind: 'open'; readonly opened: Opened }
  | { readonly kind: 'page'; readonly page: PageName }
  | { readonly kind: 'draw' }
  | { readonly kind: 'measure' }

/** Something to do, as the palette offers it. */
export type Command = {
  readonly id: string
  readonly label: string
  /** What else people call it, in both languages. */
  readonly also: string
  readonly step: Step
}

const PALETTES: readonly PaletteName[] = ['light', 'dark', 'projector', 'auto']

type Given = { readonly view: View; readonly context: ContextAnswer; readonly role: CallerRole; readonly text: Text }

const toView = (change: (view: View) => View): Step => ({ kind: 'change', change })

const onMap = ({ view, context, text: { say } }: Given): readonly Command[] => {
  const command = (id: string, label: string, also: string, step: Step): Command => ({ id, label, also, step })
  const neighbours = neighboursOf(context.regencies, view.region)
  const nameOf = (code: string) => context.regencies.find((one) => one.code === code)?.name ?? code
  const isFiltered = view.only.length + view.organisations.length + view.statuses.length > 0
  const words = (key: 'search.do.only' | 'search.do.level', values: Values) => say(key, values)
  return [
    command(
      'table',
      say(view.table ? 'search.do.tableHide' : 'search.do.table'),
      'tabel daftar table list',
      toView((v) => ({ ...v, table: !v.table })),
    ),
    command('draw', say('search.do.draw'), 'lingkaran persegi poligon laporan radius lasso polygon report', {
      kind: 'draw',
    }),
    command('measure', say('search.do.measure'), 'jarak panjang luas penggaris distance length ruler', {
      kind: 'measure',
    }),
    command(
      'mark',
      say('search.do.mark'),
      'tambah kegiatan baru lokasi add new activity site',
      toView((v) => ({ ...v, edit: 'new', selection: null, area: null, table: false })),
    ),
    command(
      'density',
      say('search.do.density'),
      'kepadatan heksagon hexbin titik bulan waktu peta panas heatmap hexagons points months time',
      toView(openDensity),
    ),
    command('pairs', say('panel.closer.pairs'), 'pasangan tumpang tindih pairs overlap', toView(openPairs)),
    command(
      'compare',
      say('panel.closer.compare', { year: `${view.period.to - 1}` }),
      'perubahan tahun lalu compare change year',
      toView(openComparison),
    ),
    command(
      'versus',
      say('panel.closer.versus'),
      'banding berdampingan peta skenario swipe side by side maps scenario',
      toView(openYearVersus),
    ),
    ...(neighbours
      ? [
          command(
            'corridor',
            say('panel.closer.corridor', { a: nameOf(neighbours[0]), b: nameOf(neighbours[1]) }),
            'batas tetangga border neighbour',
            toView((v) => openCorridor(v, neighbours)),
          ),
        ]
      : []),
    command(
      'only',
      words('search.do.only', { ask: say(`panel.ask.${view.ask}`) }),
      'saring filter',
      toView((v) => ({ ...v, only: [v.ask] })),
    ),
    ...(isFiltered
      ? [
          command(
            'clear',
            say('search.do.clear'),
            'hapus saringan semua reset clear filter',
            toView((v) => ({ ...v, only: [], organisations: [], statuses: [] })),
          ),
        ]
      : []),
    command(
      'whole',
      say('search.do.whole'),
      'zoom seluruh kembali fit home',
      toView((v) => ({ ...closeAnalysis(v), camera: null, selection: null, area: null })),
    ),
    ...levelsOf(context, view)
      .filter((level) => level !== view.level)
      .map((level) =>
        command(
          `level-${level}`,
          words('search.do.level', { unit: say(`panel.unit.${level}`, { count: 1 }) }),
          'satuan level unit',
          toView((v) => ({ ...v, level })),
        ),
      ),
  ]
}

const aboutScreen = ({ view, text: { say } }: Given): readonly Command[] => [
  {
    id: 'share',
    label: say('search.do.share'),
    also: 'tautan unduh cetak qr link download print',
    step: open('share'),
  },
  {
    id: 'multiples',
    label: say('search.do.multiples'),
    also: 'banding semua tahun tema small multiples compare',
    step: open('multiples'),
  },
  {
    id: 'flows',
    label: say('search.do.flows'),
    also: 'alur aliran sebaran lembaga kecamatan desa pulau flow map partners districts 3w',
    step: open('flows'),
  },
  { id: 'saved', label: say('search.do.saved'), also: 'favorit pantau bookmark watch', step: open('saved') },
  {
    id: 'about',
    label: say('search.do.about'),
    also: 'arti angka definisi sumber meaning method',
    step: open('about'),
  },
  {
    id: 'tour',
    label: say('search.do.tour'),
    also: 'bantuan mulai help guide start',
    step: open('tour'),
  },
  { id: 'shortcuts', label: say('shortcuts.title'), also: 'tombol keyboard keys help', step: open('shortcuts') },
  ...PALETTES.filter((palette) => palette !== view.palette).map((palette) => ({
    id: `palette-${palette}`,
    label: `${say('shell.palette')}: ${say(`shell.palette.${palette}`)}`,
    also: 'warna tema layar colour theme display',
    step: toView((v) => ({ ...v, palette })),
  })),
  {
    id: 'language',
    label: view.language === 'id' ? 'English' : 'Bahasa Indonesia',
    also: 'bahasa language inggris',
    step: toView((v) => ({ ...v, language: v.language === 'id' ? 'en' : 'id' })),
  },
]

const open = (opened: Opened): Step => ({ kind: 'open', opened })

const pages = ({ role, text: { say } }: Given): readonly Command[] => [
  ...SECTIONS.filter(({ isFor }) => isFor(role)).map(({ page, label }) => ({
    id: `page-${page}`,
    label: say(label),
    also: page,
    step: { kind: 'page', page } as const,
  })),
  ...(role === 'public'
    ? [
        {
          id: 'page-sign-in',
          label: say('pages.signIn'),
          also: 'login',
          step: { kind: 'page', page: 'sign-in' } as const,
        },
      ]
    : [
        {
          id: 'page-account',
          label: say('pages.account'),
          also: 'profil',
          step: { kind: 'page', page: 'account' } as const,
        },
      ]),
]

/** Everything that can be done from the map by whoever is there, in the order it is offered. */
export const commandsOf = (given: Given) => ({
  do: [...onMap(given), ...aboutScreen(given)],
  page: pages(given),
})

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
/** A name of two letters is no intent. */
const LEAST_LETTERS = 3

/** The commands each typed word of which begins a word of the name, or of what else it is called; those by their own name first. */
export const findCommands = (commands: readonly Command[], typed: string): readonly Command[] => {
  const asked = plain(typed).split(/\s+/).filter(Boolean)
  if (asked.join('').length < LEAST_LETTERS) return []
  const begins = (text: string) => {
    const words = plain(text).split(/[^\p{L}\p{N}]+/u)
    return asked.every((one) => words.some((word) => word.startsWith(one)))
  }
  const named = commands.filter(({ label }) => begins(label))
  return [...named, ...commands.filter((one) => !named.includes(one) && begins(`${one.label} ${one.also}`))]
}
