import { LAYERS } from '../layers/index.ts'
import type { LayerId } from '../layers/layer.ts'
import { ACTIVITY_STATUSES, type ActivityStatus } from '../model/activity.ts'
import type { UnitLevel } from '../model/answers.ts'
import { type Code, parseCode } from '../model/codes.ts'
import { formatPeriod, type Period, parsePeriod } from '../model/period.ts'
import { isKind, type Kind } from '../model/record.ts'
import { VERDICT_KINDS, type VerdictKind } from '../model/verdict.ts'
import type { Language } from '../model/words.ts'
import {
  type Comparison,
  type Corridor,
  type Density,
  formatComparison,
  formatCorridor,
  formatDensity,
  formatPairs,
  type Pairs,
  parseComparison,
  parseCorridor,
  parseDensity,
  parsePairs,
} from './analyses.ts'
import { type Area, formatArea, parseArea, parseBuffer } from './area.ts'
import { formatVersus, parseVersus, type Versus } from './versus.ts'

export type PaletteName = 'auto' | 'light' | 'dark' | 'projector'
export type Selection = { readonly kind: 'place' | Kind; readonly id: string }
export type ShownLayer = { readonly id: LayerId; readonly opacity: number }

/** Longitude, latitude in degrees; bearing in degrees clockwise from north. */
export type Camera = { readonly lng: number; readonly lat: number; readonly zoom: number; readonly bearing: number }

/** Everything that decides what is on screen. It lives in the URL and nowhere else. */
export type View = {
  readonly region: Code
  readonly theme: string
  readonly period: Period
  readonly level: UnitLevel
  /** The verdict the question asks about: it gives the large figure. */
  readonly ask: VerdictKind
  /** Verdicts left visible by the legend; empty is all. */
  readonly only: readonly VerdictKind[]
  /** Organisation ids; empty is all. They act on every layer and on the verdicts. */
  readonly organisations: readonly string[]
  readonly statuses: readonly ActivityStatus[]
  /** From the lowest to the topmost. */
  readonly layers: readonly ShownLayer[]
  /** Null fits the region. */
  readonly camera: Camera | null
  readonly selection: Selection | null
  /** What the area report is about; null shows none. */
  readonly area: Area | null
  /** Added around the area on every side. */
  readonly bufferKm: number
  /** The card of the selected unit tells everything its verdict stands on. */
  readonly why: boolean
  /** At most one of these four stands in the panel instead of the answer. */
  readonly pairs: Pairs | null
  readonly compare: Comparison | null
  readonly corridor: Corridor | null
  readonly density: Density | null
  /** A second map on the other side of the screen, while none of these four stands; null shows the question alone. */
  readonly versus: Versus | null
  /** The activity that is being marked on the map: `new` or an id; null marks none. */
  readonly edit: string | null
  readonly table: boolean
  readonly language: Language
  readonly palette: PaletteName
}

export const DEFAULT_VIEW: View = {
  region: '61.05',
  theme: 'stunting',
  period: { from: 2026, to: 2026 },
  level: 'village',
  ask: 'gap',
  only: [],
  organisations: [],
  statuses: [],
  layers: LAYERS.filter(({ shownAtFirst }) => shownAtFirst).map(({ id }) => ({ id, opacity: 1 })),
  camera: null,
  selection: null,
  area: null,
  bufferKm: 0,
  why: false,
  pairs: null,
  compare: null,
  corridor: null,
  versus: null,
  density: null,
  edit: null,
  table: false,
  language: 'id',
  palette: 'auto',
}

const ID = /^[a-z0-9][a-z0-9._-]{0,79}$/
const LEVELS: readonly UnitLevel[] = ['village', 'district', 'regency', 'island', 'zone', 'authority']
const PALETTES: readonly PaletteName[] = ['auto', 'light', 'dark', 'projector']

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): T | null =>
    values.find((value) => value === text) ?? null

/** A damaged item spoils the list, so that the note tells of it. */
const listOf =
  <T>(parse: (text: string) => T | null) =>
  (text: string): readonly T[] | null => {
    const items = text === '' ? [] : text.split(',').map(parse)
    return items.includes(null) ? null : [...new Set(items as T[])]
  }

const parseId = (text: string): string | null => (ID.test(text) ? text : null)

const parseLayer = (text: string): ShownLayer | null => {
  const [id, percent = '100'] = text.split(':')
  const layer = LAYERS.find((spec) => spec.id === id)
  const opacity = Number(percent) / 100
  return layer && opacity >= 0 && opacity <= 1 ? { id: layer.id, opacity } : null
}

const parseCamera = (text: string): Camera | null => {
  const parts = text.split(',').map(Number)
  const [lng, lat, zoom, bearing = 0] = parts
  if (lng === undefined || lat === undefined || zoom === undefined || parts.some((part) => !Number.isFinite(part)))
    return null
  const inRange = Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22 && Math.abs(bearing) <= 180
  return inRange ? { lng, lat, zoom, bearing } : null
}

const parseSelection = (text: string): Selection | null => {
  const [kind = '', ...rest] = text.split(':')
  const id = rest.join(':')
  if (kind === 'place') return parseCode(id) ? { kind, id } : null
  return isKind(kind) && ID.test(id) ? { kind, id } : null
}

const parseFlag = (text: string): boolean | null => (text === '1' ? true : text === '0' ? false : null)
const formatFlag = (value: boolean): string => (value ? '1' : '0')

type Parameter<K extends keyof View> = {
  readonly name: string
  readonly parse: (text: string) => View[K] | null
  readonly format: (value: View[K]) => string
}

/** The names of the URL, in one place. They are a contract: add, never rename. */
const PARAMETERS: { readonly [K in keyof View]: Parameter<K> } = {
  region: { name: 'region', parse: parseCode, format: String },
  theme: { name: 'theme', parse: parseId, format: String },
  period: { name: 'period', parse: parsePeriod, format: formatPeriod },
  level: { name: 'level', parse: oneOf(LEVELS), format: String },
  ask: { name: 'ask', parse: oneOf(VERDICT_KINDS), format: String },
  only: { name: 'only', parse: listOf(oneOf(VERDICT_KINDS)), format: (value) => value.join(',') },
  organisations: { name: 'organisation', parse: listOf(parseId), format: (value) => value.join(',') },
  statuses: { name: 'status', parse: listOf(oneOf(ACTIVITY_STATUSES)), format: (value) => value.join(',') },
  layers: {
    name: 'layers',
    parse: listOf(parseLayer),
    format: (value) =>
      value.map(({ id, opacity }) => (opacity === 1 ? id : `${id}:${Math.round(opacity * 100)}`)).join(','),
  },
  camera: {
    name: 'at',
    parse: parseCamera,
    format: (value) =>
      value
        ? [
            value.lng.toFixed(5),
            value.lat.toFixed(5),
            value.zoom.toFixed(2),
            ...(value.bearing ? [value.bearing.toFixed(0)] : []),
          ].join(',')
        : '',
  },
  selection: { name: 'selected', parse: parseSelection, format: (value) => (value ? `${value.kind}:${value.id}` : '') },
  area: { name: 'area', parse: parseArea, format: formatArea },
  bufferKm: { name: 'buffer', parse: parseBuffer, format: String },
  why: { name: 'why', parse: parseFlag, format: formatFlag },
  pairs: { name: 'pairs', parse: parsePairs, format: formatPairs },
  compare: { name: 'compare', parse: parseComparison, format: formatComparison },
  corridor: { name: 'corridor', parse: parseCorridor, format: formatCorridor },
  versus: { name: 'versus', parse: parseVersus, format: formatVersus },
  density: { name: 'density', parse: parseDensity, format: formatDensity },
  edit: { name: 'edit', parse: parseId, format: (value) => value ?? '' },
  table: { name: 'table', parse: parseFlag, format: formatFlag },
  language: { name: 'lang', parse: oneOf<Language>(['id', 'en']), format: String },
  palette: { name: 'palette', parse: oneOf(PALETTES), format: String },
}

/** Names in the address that belong to a view; a screen besides the map has more of its own. */
export const VIEW_NAMES: ReadonlySet<string> = new Set(Object.values(PARAMETERS).map(({ name }) => name))

const KEYS = Object.keys(PARAMETERS) as (keyof View)[]

const readParameter = <K extends keyof View>(key: K, search: URLSearchParams, repaired: string[]): View[K] => {
  const { name, parse } = PARAMETERS[key] as Parameter<K>
  const text = search.get(name)
  if (text === null) return DEFAULT_VIEW[key]
  const value = parse(text)
  if (value === null) repaired.push(name)
  return value ?? DEFAULT_VIEW[key]
}

/** Never fails: what cannot be read falls back to the default and is named in `repaired`. */
export const parseView = (search: string): { view: View; repaired: readonly string[] } => {
  const parameters = new URLSearchParams(search)
  const repaired: string[] = []
  const view = Object.fromEntries(KEYS.map((key) => [key, readParameter(key, parameters, repaired)])) as View
  return { view, repaired }
}

const formatParameter = <K extends keyof View>(key: K, view: View): string =>
  (PARAMETERS[key] as Parameter<K>).format(view[key])

/** `?…` with only what differs from the default, or the empty text. */
export const formatView = (view: View): string => {
  const parameters = new URLSearchParams()
  for (const key of KEYS) {
    const text = formatParameter(key, view)
    if (text !== formatParameter(key, DEFAULT_VIEW)) parameters.set(PARAMETERS[key].name, text)
  }
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')
  return text && `?${text}`
}
