import { useMemo } from 'react'
import { isWholeSet, RECORD_SETS, type RecordSet } from '../../data/model/dashboard.ts'
import { rewriteSearch, useSearch } from '../useView.ts'

export const GROUPS = ['organisation', 'theme', 'district', 'year'] as const
export type GroupName = (typeof GROUPS)[number]

export const SORTS = ['name', 'of', 'fresh', 'median', 'oldest', 'completeness'] as const
export type SortName = (typeof SORTS)[number]

/** The records of a figure: of a group by its key, or all. */
export type Behind = { readonly by: RecordSet; readonly of: string | null }

/** What the overview keeps in the address beside region and period, which are those of the view. */
export type DashboardView = {
  /** ISO dates; null is thirty days ago, and today. */
  readonly since: string | null
  readonly until: string | null
  readonly group: GroupName
  readonly sort: { readonly by: SortName; readonly isDown: boolean }
  /** Tables that are shown whole. */
  readonly whole: readonly string[]
  readonly records: Behind | null
  /** An urusan, or `all`. */
  readonly villages: string | null
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const KEY = /^(?:-|[a-z0-9][a-z0-9._-]{0,79})$/

const parseDate = (text: string | null): string | null =>
  text !== null && DATE.test(text) && !Number.isNaN(Date.parse(text)) ? text : null

const parseSort = (text: string | null): DashboardView['sort'] => {
  const by = SORTS.find((one) => one === text?.replace(/^-/, ''))
  return by ? { by, isDown: text!.startsWith('-') } : { by: 'median', isDown: true }
}

const parseBehind = (text: string | null): Behind | null => {
  const [name, ...rest] = (text ?? '').split(':')
  const by = RECORD_SETS.find((one) => one === name)
  const of = rest.join(':')
  if (!by) return null
  if (isWholeSet(by)) return { by, of: null }
  return KEY.test(of) ? { by, of } : null
}

/** Never fails: what cannot be read is as if it were not there. */
export const parseDashboard = (search: string): DashboardView => {
  const given = new URLSearchParams(search)
  const villages = given.get('villages')
  return {
    since: parseDate(given.get('since')),
    until: parseDate(given.get('until')),
    group: GROUPS.find((one) => one === given.get('group')) ?? 'organisation',
    sort: parseSort(given.get('sort')),
    whole: (given.get('whole') ?? '').split(',').filter((one) => KEY.test(one)),
    records: parseBehind(given.get('records')),
    villages: villages !== null && KEY.test(villages) ? villages : null,
  }
}

const formatSort = ({ by, isDown }: DashboardView['sort']): string => `${isDown ? '-' : ''}${by}`
const formatBehind = ({ by, of }: Behind): string => (of === null ? by : `${by}:${of}`)

/** The search with another state in it; what belongs to the view stays as it is. */
export const formatDashboard = (search: string, view: DashboardView): string => {
  const parameters = new URLSearchParams(search)
  const set = (name: string, text: string | null) => {
    if (text) parameters.set(name, text)
    else parameters.delete(name)
  }
  const sort = formatSort(view.sort)
  set('since', view.since)
  set('until', view.until)
  set('group', view.group === 'organisation' ? null : view.group)
  set('sort', sort === '-median' ? null : sort)
  set('whole', view.whole.join(','))
  set('records', view.records && formatBehind(view.records))
  set('villages', view.villages)
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
  return text && `?${text}`
}

/** The address with a change in it, for a link; at most one list stands behind the figures. */
export const addressWith = (search: string, change: Partial<DashboardView>): string =>
  `/dashboard${formatDashboard(search, { ...parseDashboard(search), ...change })}`

export const changeDashboard = (change: Partial<DashboardView>, isStep = true): void => {
  const { search } = location
  rewriteSearch(formatDashboard(search, { ...parseDashboard(search), ...change }), isStep)
}

export const useDashboard = (): DashboardView => {
  const search = useSearch()
  return useMemo(() => parseDashboard(search), [search])
}
