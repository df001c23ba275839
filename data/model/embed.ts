import { type Code, parseCode } from './codes.ts'
import { formatPeriod, type Period, parsePeriod } from './period.ts'
import { VERDICT_KINDS, type VerdictKind } from './verdict.ts'
import type { Language } from './words.ts'

/** What of an answer a widget shows, in this order; title, source line and the link back always stand. */
export const EMBED_PARTS = ['counter', 'chart', 'map', 'list'] as const
export type EmbedPart = (typeof EMBED_PARTS)[number]
export const EMBED_LEVELS = ['village', 'district', 'regency', 'island'] as const
export type EmbedLevel = (typeof EMBED_LEVELS)[number]
/** Layers that may stand beside the verdicts. */
export const EMBED_LAYERS = ['islands', 'activities', 'zones', 'authority', 'agreements'] as const
export type EmbedLayer = (typeof EMBED_LAYERS)[number]
export type EmbedPalette = 'auto' | 'light' | 'dark' | 'projector'

/** Colours of the frame, `RRGGBB`; the verdicts keep theirs, so that a colour means the same on every site. */
export type EmbedColours = {
  readonly paper: string | null
  readonly ink: string | null
  readonly accent: string | null
}

/** Everything that an address of a widget can say. */
export type EmbedView = EmbedColours & {
  readonly region: Code
  readonly theme: string
  readonly period: Period
  readonly level: EmbedLevel
  /** The verdict that the large figure counts. */
  readonly ask: VerdictKind
  readonly layers: readonly EmbedLayer[]
  readonly language: Language
  readonly palette: EmbedPalette
  readonly show: readonly EmbedPart[]
  /** The key of an allow-list of sites; null is the public view. */
  readonly site: string | null
}

/** The version of the names below. They are printed into pages of others: added to, never renamed, never dropped. */
export const EMBED_VERSION = 1

export const DEFAULT_EMBED: EmbedView = {
  region: '61.05',
  theme: 'stunting',
  period: { from: 2026, to: 2026 },
  level: 'village',
  ask: 'gap',
  layers: ['islands'],
  language: 'id',
  palette: 'auto',
  show: ['counter', 'map'],
  site: null,
  paper: null,
  ink: null,
  accent: null,
}

const ID = /^[a-z0-9][a-z0-9._-]{0,79}$/
const SITE = /^[a-z0-9][a-z0-9-]{0,39}$/

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): T | null =>
    values.find((value) => value === text) ?? null

/** In the order of `values`, whatever the order given: unknown names are left out, and where none is known the whole is damaged. */
const someOf =
  <T extends string>(values: readonly T[], mayBeEmpty: boolean) =>
  (text: string): readonly T[] | null => {
    if (text === '') return mayBeEmpty ? [] : null
    const given = text.split(',')
    const known = values.filter((value) => given.includes(value))
    return known.length > 0 ? known : null
  }

const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : null)
const parseColour = (text: string): string | null =>
  /^#?[0-9a-f]{6}$/i.test(text) ? text.replace('#', '').toUpperCase() : null
export const parseSiteKey = matching(SITE)

type Parameter<K extends keyof EmbedView> = {
  readonly name: string
  readonly parse: (text: string) => EmbedView[K] | null
  readonly format: (value: EmbedView[K]) => string
}
const text = (value: string | null) => value ?? ''
const commas = (values: readonly string[]) => values.join(',')

const PARAMETERS: { readonly [K in keyof EmbedView]: Parameter<K> } = {
  region: { name: 'region', parse: parseCode, format: text },
  theme: { name: 'theme', parse: matching(ID), format: text },
  period: { name: 'period', parse: parsePeriod, format: formatPeriod },
  level: { name: 'level', parse: oneOf(EMBED_LEVELS), format: text },
  ask: { name: 'ask', parse: oneOf(VERDICT_KINDS), format: text },
  layers: { name: 'layers', parse: someOf(EMBED_LAYERS, true), format: commas },
  language: { name: 'lang', parse: oneOf<Language>(['id', 'en']), format: text },
  palette: { name: 'palette', parse: oneOf<EmbedPalette>(['auto', 'light', 'dark', 'projector']), format: text },
  show: { name: 'show', parse: someOf(EMBED_PARTS, false), format: commas },
  site: { name: 'site', parse: parseSiteKey, format: text },
  paper: { name: 'paper', parse: parseColour, format: text },
  ink: { name: 'ink', parse: parseColour, format: text },
  accent: { name: 'accent', parse: parseColour, format: text },
}

const KEYS = Object.keys(PARAMETERS) as (keyof EmbedView)[]
/** The names in an address, without the version; they are the attributes of the web component as well. */
export const EMBED_NAMES: readonly string[] = KEYS.map((key) => PARAMETERS[key].name)

const read = <K extends keyof EmbedView>(key: K, search: URLSearchParams): EmbedView[K] => {
  const { name, parse } = PARAMETERS[key] as Parameter<K>
  const given = search.get(name)
  return (given === null ? null : parse(given)) ?? DEFAULT_EMBED[key]
}

/** Never fails: what cannot be read falls back to the default; `edit`, other names and newer versions change nothing. */
export const parseEmbed = (search: string): EmbedView => {
  const parameters = new URLSearchParams(search)
  return Object.fromEntries(KEYS.map((key) => [key, read(key, parameters)])) as EmbedView
}

const formatted = <K extends keyof EmbedView>(key: K, view: EmbedView): string =>
  (PARAMETERS[key] as Parameter<K>).format(view[key])

/** `?v=1&…` with the question whole, because defaults may age, and of the rest what differs from the default. */
export const formatEmbed = (view: EmbedView): string => {
  const parameters = new URLSearchParams({ v: `${EMBED_VERSION}` })
  for (const key of KEYS) {
    const value = formatted(key, view)
    const isQuestion = key === 'region' || key === 'theme' || key === 'period' || key === 'level'
    if (isQuestion || value !== formatted(key, DEFAULT_EMBED)) parameters.set(PARAMETERS[key].name, value)
  }
  return `?${parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')}`
}

type Question = Pick<EmbedView, 'region' | 'theme' | 'period' | 'level'>

/** In a path a span of years carries a hyphen. */
export const formatPathPeriod = (period: Period): string => formatPeriod(period).replace('/', '-')
export const parsePathPeriod = (given: string): Period | null =>
  given.includes('/') ? null : parsePeriod(given.replace('-', '/'))

/** Where the answer of a widget lies: a path without a query, so that a folder of files can give it. */
export const embedAnswerPath = ({ region, theme, period, level }: Question): string =>
  `/embed/v1/${region}/${theme}/${formatPathPeriod(period)}/${level}.json`

/** Deeper ones are enlarged. */
export const EMBED_DEEPEST_ZOOM = 10
export const EMBED_LOWEST_ZOOM = 5
/** Layers that look the same for every theme and period. */
export const EMBED_STANDING = ['places', 'zones', 'authority'] as const
/** Layers that answer to both. */
export const EMBED_FILTERED = ['activities', 'agreements'] as const
export type EmbedStanding = (typeof EMBED_STANDING)[number]
export type EmbedFiltered = (typeof EMBED_FILTERED)[number]

/** `{z}/{x}/{y}` are filled in by the map. `places` holds the base map, the places and the islands, in one tile. */
export const embedStandingPath = (tileset: EmbedStanding): string => `/embed/v1/tiles/${tileset}/{z}/{x}/{y}.mvt`
export const embedFilteredPath = (
  layer: EmbedFiltered,
  { theme, period }: Pick<Question, 'theme' | 'period'>,
): string => `/embed/v1/tiles/${layer}/${theme}/${formatPathPeriod(period)}/{z}/{x}/{y}.mvt`

/** The same view in the app itself, to go on from. */
export const appAddress = ({ region, theme, period, level, ask, layers, language, palette }: EmbedView): string => {
  const parameters = new URLSearchParams({ region, theme, period: formatPeriod(period), level, ask })
  parameters.set('layers', ['regencies', 'districts', 'villages', ...layers].join(','))
  if (language !== 'id') parameters.set('lang', language)
  if (palette !== 'auto') parameters.set('palette', palette)
  return `/?${parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')}`
}
