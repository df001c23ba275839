import { type Activity, implementersOf, type Role } from '../../data/model/activity.ts'
import type { AsOf } from '../../data/model/answers.ts'
import { type Code, levelOf, lineageOf } from '../../data/model/codes.ts'
import { type WorkPlace, workPlacesOf } from '../work_places.ts'
import type { World } from '../world.ts'
import { writeTable } from './csv.ts'

/** Columns with their hashtags (HXL 1.1); those behind `implementer` are of the whole activity, and stand in each of its rows. */
const COLUMNS = {
  activity_id: '#activity+id',
  activity: '#activity+name',
  implementers: '#org+partner+id',
  implementer: '#org+impl',
  implementer_id: '#org+impl+code',
  funders: '#org+funder',
  supporters: '#org+support',
  sectors: '#sector',
  sector_ids: '#sector+code',
  status: '#status',
  start: '#date+start',
  end: '#date+end',
  province_code: '#adm1+code',
  province: '#adm1+name',
  regency_code: '#adm2+code',
  regency: '#adm2+name',
  district_code: '#adm3+code',
  district: '#adm3+name',
  village_code: '#adm4+code',
  village: '#adm4+name',
  island_code: '#loc+code',
  island: '#loc+name',
  lat: '#geo+lat',
  lon: '#geo+lon',
  source: '#meta+source',
  source_url: '#meta+url',
  source_date: '#date+reported',
  origin: '#meta+origin',
  as_of: '#meta+version',
} as const
type Column = keyof typeof COLUMNS
const NAMES = Object.keys(COLUMNS) as Column[]

type Row = Record<Column, string | number>

const LEVELS = {
  region: 'province',
  regency: 'regency',
  district: 'district',
  village: 'village',
  island: 'island',
} as const

const placeCells = ({ code, position }: WorkPlace, nameOf: (code: Code) => string): Partial<Row> => ({
  ...Object.fromEntries(
    (code ? lineageOf(code) : []).flatMap((one) => {
      const level = levelOf(one)
      return level ? [[`${LEVELS[level]}_code`, one] as const, [LEVELS[level], nameOf(one)] as const] : []
    }),
  ),
  ...(position ? { lat: position[1]!, lon: position[0]! } : {}),
})

const rowsOf = (activity: Activity, asOf: AsOf, world: World): readonly Row[] => {
  const { everyone, geography, themes } = world
  const named = (id: string) => everyone.find('organisation', id)?.record.name ?? id
  const inRole = (role: Role) =>
    activity.organisations.flatMap((one) => (one.role === role ? [named(one.id)] : [])).join('; ')
  const implementers = implementersOf(activity)
  const { id, title, status, period, source, origin } = activity
  const common = {
    ...(Object.fromEntries(NAMES.map((name) => [name, ''])) as Row),
    activity_id: id,
    activity: title,
    implementers: implementers.join('; '),
    funders: inRole('funder'),
    supporters: inRole('support'),
    sectors: activity.themes.map((theme) => themes.find((one) => one.id === theme)?.label.id ?? theme).join('; '),
    sector_ids: activity.themes.join('; '),
    status,
    start: period.start,
    end: period.end ?? '',
    source: source.text,
    source_url: source.url ?? '',
    source_date: source.date ?? '',
    origin,
    as_of: asOf.seq,
  }
  return workPlacesOf(activity, world).flatMap((place) =>
    implementers.map((implementer) => ({
      ...common,
      ...placeCells(place, geography.nameOf),
      implementer: named(implementer),
      implementer_id: implementer,
    })),
  )
}

/**
 * Who does what, where (OCHA 3W): one row an activity, place and implementing organisation. Budgets and people reached are of the
 * whole activity and would be multiplied by its rows: they are not here. `hasTags` puts the hashtag row under the headings.
 */
export const writeThreeWCsv = (activities: readonly Activity[], asOf: AsOf, hasTags: boolean, world: World): string =>
  writeTable(NAMES, [...(hasTags ? [COLUMNS] : []), ...activities.flatMap((one) => rowsOf(one, asOf, world))])
