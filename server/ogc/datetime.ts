import { FIRST_YEAR, LAST_YEAR, type Period } from '../../data/model/period.ts'

/** Days, ISO, both inclusive; null is open. */
export type Days = { readonly from: string | null; readonly to: string | null }

/** What QGIS up to 3.22 writes for an open end, its hour as it writes it. */
const QGIS_OPEN_END = '9999-12-31T000:00:00Z'

const dayOf = (text: string): string | null => {
  const day = text.slice(0, 10)
  // QGIS leaves the zone away where its user did; only the day counts here.
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text)) return null
  return Number.isNaN(Date.parse(text)) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day ? null : day
}

/** `datetime` of OGC API Features: an instant, or an interval whose ends may be open; null where it cannot be read. */
export const parseDatetime = (text: string): Days | null => {
  const ends = text.split('/')
  if (ends.length > 2) return null
  const [from, to] = ends.map((end) => (['', '..', QGIS_OPEN_END].includes(end) ? '..' : dayOf(end)))
  if (ends.length === 1) return from && from !== '..' ? { from, to: from } : null
  if (!from || !to || (from === '..' && to === '..')) return null
  if (from !== '..' && to !== '..' && from > to) return null
  return { from: from === '..' ? null : from, to: to === '..' ? null : to }
}

/** The years that the days lie in. */
export const yearsOf = ({ from, to }: Days): Period => ({
  from: from ? Math.max(FIRST_YEAR, Number(from.slice(0, 4))) : FIRST_YEAR,
  to: to ? Math.min(LAST_YEAR, Number(to.slice(0, 4))) : LAST_YEAR,
})

/** Whether whole years say the same as the days. */
export const areWholeYears = ({ from, to }: Days): boolean =>
  (from === null || from.endsWith('-01-01')) && (to === null || to.endsWith('-12-31'))

/** Whether a span reaches into the days; what has no time is in all of them. */
export const reachesInto = (start: unknown, end: unknown, { from, to }: Days): boolean =>
  !(typeof end === 'string' && from !== null && end < from) && !(typeof start === 'string' && to !== null && start > to)
