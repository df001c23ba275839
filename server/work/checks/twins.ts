import { type Activity, implementersOf } from '../../../data/model/activity.ts'
import type { Code } from '../../../data/model/codes.ts'
import type { Span } from '../../../data/model/period.ts'
import type { Words } from '../../../data/model/words.ts'
import type { Twin } from '../../../data/model/work.ts'

/** An activity with the villages and islands it reaches. */
export type Placed = { readonly activity: Activity; codes(): readonly Code[] }

const WEIGHTS = { name: 0.45, place: 0.25, theme: 0.15, period: 0.15 } as const
/** Same place, theme and time is ordinary overlap: a twin is called alike too. The same name elsewhere is the next village's turn. */
const LEAST_NAME = 0.4
const LEAST_SCORE = 0.6
const MOST_TWINS = 5

/** Words that half of all titles have. */
const COMMON = new Set([
  'di',
  'dan',
  'untuk',
  'desa',
  'kegiatan',
  'program',
  'kabupaten',
  'kecamatan',
  'the',
  'of',
  'in',
])

const plain = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !COMMON.has(word))
    .sort()
    .join(' ')

const known = new WeakMap<Activity, ReadonlySet<string>>()
/** Three letters at a time, so that a slip of the finger costs little and the order of words nothing. */
const piecesOf = (activity: Activity): ReadonlySet<string> => {
  const found = known.get(activity)
  if (found) return found
  const text = ` ${plain(activity.title)} `
  const pieces = new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)))
  known.set(activity, pieces)
  return pieces
}

const shareOf = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number => {
  let both = 0
  for (const item of one) if (other.has(item)) both += 1
  return one.size + other.size === 0 ? 0 : (2 * both) / (one.size + other.size)
}

/** 0-1: how alike two titles are. */
export const nameLikeness = (one: Activity, other: Activity): number => shareOf(piecesOf(one), piecesOf(other))

const doMeet = (a: Span, b: Span): boolean =>
  (b.end === null || a.start <= b.end) && (a.end === null || b.start <= a.end)

const listed = (words: readonly Words[]): Words => ({
  id: words.map(({ id }) => id).join(', '),
  en: words.map(({ en }) => en).join(', '),
})

type Likeness = {
  readonly name: number
  readonly place: Code | undefined
  readonly theme: string | undefined
  readonly period: boolean
}

const likenessOf = (one: Placed, other: Placed): Likeness => {
  const codes = new Set(other.codes())
  return {
    name: nameLikeness(one.activity, other.activity),
    place: one.codes().find((code) => codes.has(code)),
    theme: one.activity.themes.find((theme) => other.activity.themes.includes(theme)),
    period: doMeet(one.activity.period, other.activity.period),
  }
}

const scoreOf = ({ name, place, theme, period }: Likeness): number =>
  WEIGHTS.name * name + (place ? WEIGHTS.place : 0) + (theme ? WEIGHTS.theme : 0) + (period ? WEIGHTS.period : 0)

/** Names of places and themes, for the reasons. */
export type Names = { placeName(code: Code): string; themeName(id: string): Words }

const reasonOf = (likeness: Likeness, isSameOrganisation: boolean, names: Names): Words => {
  const { name, place, theme, period } = likeness
  const themed = theme === undefined ? null : names.themeName(theme)
  const capital = ({ id, en }: Words): Words => ({
    id: `${id.charAt(0).toUpperCase()}${id.slice(1)}.`,
    en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.`,
  })
  return capital(
    listed([
      name > 0.95 ? { id: 'judul sama', en: 'same title' } : { id: 'judul mirip', en: 'similar title' },
      ...(place === undefined
        ? []
        : [{ id: `sama-sama di ${names.placeName(place)}`, en: `both in ${names.placeName(place)}` }]),
      ...(themed ? [{ id: `tema ${themed.id}`, en: `theme ${themed.en}` }] : []),
      ...(period ? [{ id: 'waktunya bertemu', en: 'at the same time' }] : []),
      ...(isSameOrganisation ? [{ id: 'lembaga sama', en: 'same organisation' }] : []),
    ]),
  )
}

const shareImplementer = (one: Activity, other: Activity): boolean =>
  implementersOf(one).some((id) => implementersOf(other).includes(id))

/** Activities that may be the same one entered twice, the likeliest first, each with its reasons. */
export const twinsOf = (placed: Placed, others: Iterable<Placed>, names: Names): readonly Twin[] => {
  const { activity } = placed
  const twins: Twin[] = []
  for (const other of others) {
    if (other.activity.id === activity.id || nameLikeness(activity, other.activity) < LEAST_NAME) continue
    const likeness = likenessOf(placed, other)
    const score = scoreOf(likeness)
    if (likeness.place === undefined || score < LEAST_SCORE) continue
    const reason = reasonOf(likeness, shareImplementer(activity, other.activity), names)
    twins.push({ id: other.activity.id, title: other.activity.title, reason, score: Math.round(score * 100) / 100 })
  }
  return twins.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, MOST_TWINS)
}
