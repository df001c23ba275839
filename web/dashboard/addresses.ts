import { formatPeriod } from '../../data/model/period.ts'
import { addressOf } from '../api.ts'
import { DEFAULT_VIEW, formatView, type View } from '../view.ts'
import type { Behind, GroupName } from './state.ts'

type Place = Pick<View, 'region' | 'period' | 'language'>

/** The map of the same region, period and language, with something more. */
export const mapWith = ({ region, period, language }: Place, more: Partial<View> = {}): string =>
  `/${formatView({ ...DEFAULT_VIEW, region, period, language, ...more })}`

/** Where a group of activities is seen on the map; what belongs to no group is nowhere. */
export const groupOnMap = (by: GroupName, key: string, view: Place): string | null => {
  if (key === '-') return null
  switch (by) {
    case 'organisation':
      return mapWith(view, { organisations: [key] })
    case 'theme':
      return mapWith(view, { theme: key })
    case 'district':
      return mapWith(view, { selection: { kind: 'place', id: key } })
    case 'year':
      return mapWith({ ...view, period: { from: Number(key), to: Number(key) } })
  }
}

const queryOf = ({ region, period }: Place) => ({ region, period: formatPeriod(period) })

type Sides = { readonly since?: string | undefined; readonly until?: string | undefined }

export const dashboardAddress = (view: Place): string => addressOf('/api/dashboard', queryOf(view))
export const recordsAddress = (view: Place, { by, of }: Behind): string =>
  addressOf('/api/dashboard/records', { ...queryOf(view), by, of: of ?? undefined })
export const villagesAddress = (view: Place, urusan: string): string =>
  addressOf('/api/dashboard/villages', { ...queryOf(view), urusan: urusan === 'all' ? undefined : urusan })
export const changeAddress = (view: Place, sides: Sides): string =>
  addressOf('/api/dashboard/change', { ...queryOf(view), ...sides })
export const weekAddress = ({ region }: Place): string => addressOf('/api/dashboard/week', { region })

/** A table as CSV. */
export const csvAddress = (
  view: Place,
  part: string,
  more: Sides & { readonly by?: string; readonly of?: string | undefined; readonly urusan?: string | undefined } = {},
): string => addressOf('/api/dashboard.csv', { ...queryOf(view), part, ...more })

/** Every village of a theme whose verdict differs, as CSV. */
export const changedVillagesCsv = (view: Place, theme: string, sides: Sides): string =>
  addressOf('/api/change.csv', { ...queryOf(view), theme, ...sides })
