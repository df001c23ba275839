import { type Code, levelOf } from './codes.ts'
import type { Span } from './period.ts'

/** One thing that would be otherwise. Places are villages, districts or islands; ids are those of records. */
export type ScenarioChange =
  | {
      readonly kind: 'add'
      readonly organisation: string
      readonly theme: string
      readonly places: readonly Code[]
      readonly period: Span
      /** Rupiah for the whole activity. */
      readonly budgetIdr?: number
      /** People reached by the whole activity. */
      readonly beneficiaries?: number
    }
  | { readonly kind: 'move'; readonly activity: string; readonly places: readonly Code[] }
  | { readonly kind: 'extend'; readonly activity: string; readonly period: Span }
  | { readonly kind: 'drop'; readonly activity: string }
  /** An agreement in force on every theme; no places is the whole region that is asked about. */
  | { readonly kind: 'bind'; readonly parties: readonly string[]; readonly places: readonly Code[] }
  | { readonly kind: 'unbind'; readonly agreement: string }

export type ScenarioKind = ScenarioChange['kind']
export const SCENARIO_KINDS = [
  'add',
  'move',
  'extend',
  'drop',
  'bind',
  'unbind',
] as const satisfies readonly ScenarioKind[]

/** What somebody thinks through; it is never recorded. */
export type Scenario = { readonly name: string; readonly changes: readonly ScenarioChange[] }

export const MOST_CHANGES = 50
/** Places of one change. */
export const MOST_PLACES = 200
export const MOST_PARTIES = 20
export const LONGEST_NAME = 80
/** More rupiah, or people, than there are anywhere. */
export const MOST_IDR = 1e15
export const MOST_PEOPLE = 1e9

export const ID_PATTERN = /^[a-z0-9][a-z0-9._-]{0,79}$/
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/

/** An ISO day that the calendar has. */
export const isDayText = (text: string): boolean => {
  const time = DAY_PATTERN.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The id that the record of a change has while it is thought through; no record can have it, for it begins with a plus. */
export const imaginedId = (index: number): string => `+${index + 1}`
/** The change that an imagined id stands for; null for the id of a record. */
export const changeOfId = (id: string): number | null => (/^\+\d+$/.test(id) ? Number(id.slice(1)) - 1 : null)

type Given = Readonly<Record<string, unknown>>

const isGiven = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)
const isId = (value: unknown): value is string => typeof value === 'string' && ID_PATTERN.test(value)
const isPlace = (value: unknown): value is Code =>
  typeof value === 'string' && ['village', 'district', 'island'].includes(levelOf(value) ?? '')
const isDay = (value: unknown): value is string => typeof value === 'string' && isDayText(value)
const isAmount = (most: number) => (value: unknown) =>
  value === undefined || (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most)
const isList =
  (isItem: (value: unknown) => boolean, least: number, most: number) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(isItem)
const isSpan = (value: unknown): value is Span =>
  isGiven(value) && isDay(value.start) && (value.end === null || (isDay(value.end) && value.end >= value.start))

const isPlaces = isList(isPlace, 1, MOST_PLACES)
const FIELDS: { readonly [K in ScenarioKind]: Readonly<Record<string, (value: unknown) => boolean>> } = {
  add: {
    organisation: isId,
    theme: isId,
    places: isPlaces,
    period: isSpan,
    budgetIdr: isAmount(MOST_IDR),
    beneficiaries: isAmount(MOST_PEOPLE),
  },
  move: { activity: isId, places: isPlaces },
  extend: { activity: isId, period: isSpan },
  drop: { activity: isId },
  bind: { parties: isList(isId, 2, MOST_PARTIES), places: isList(isPlace, 0, MOST_PLACES) },
  unbind: { agreement: isId },
}

const isChange = (value: unknown): value is ScenarioChange => {
  if (!isGiven(value)) return false
  const kind = SCENARIO_KINDS.find((one) => one === value.kind)
  if (!kind) return false
  const fields = FIELDS[kind]
  const isKnown = Object.keys(value).every((name) => name === 'kind' || name in fields)
  return isKnown && Object.entries(fields).every(([name, isGood]) => isGood(value[name]))
}

/** What came from a link or a file as a scenario; null when anything in it cannot be read. */
export const readScenario = (value: unknown): Scenario | null => {
  if (!isGiven(value) || typeof value.name !== 'string' || value.name.length > LONGEST_NAME) return null
  if (!isList(isChange, 0, MOST_CHANGES)(value.changes)) return null
  return { name: value.name, changes: value.changes as readonly ScenarioChange[] }
}
