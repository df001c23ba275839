import type { Geometry } from 'geojson'
import { type Activity, covers } from '../../../data/model/activity.ts'
import type { Place } from '../../../server/engine/engine.ts'
import { densify } from './densify.ts'
import type { Session } from './session.ts'
import tables from './tables.sql?raw'
import tune from './tune.sql?raw'
import { wkbOf } from './wkb.ts'

/** The numbers PostgreSQL keeps instead of ids, as the bench hands them out: the last run of digits of an id. */
export const numberOf = (id: string): number => Number(/\d+$/.exec(id)?.[0])

const wkbPair = (geometry: Geometry): [lnglat: string, dense: string] => {
  const dense = densify(geometry)
  return [wkbOf(geometry), dense ? wkbOf(dense) : '\\N']
}

const villageLines = function* (villages: readonly Place[]): Generator<string> {
  for (const [index, { code, geometry }] of villages.entries())
    yield [index, code, code.slice(0, 5), ...wkbPair(geometry)].join('\t')
}

const activityLines = function* (activities: Iterable<Activity>, themes: readonly string[]): Generator<string> {
  for (const { id, themes: own, organisations, period, status, sites } of activities) {
    const [site] = sites
    if (!site || !('geometry' in site)) throw new Error(`The bench draws every site; ${id} has none.`)
    const years = [period.start.slice(0, 4), period.end!.slice(0, 4)]
    const what = [numberOf(id), themes.indexOf(own[0]!), numberOf(organisations[0]!.id), ...years, status]
    yield [...what, covers(status), ...wkbPair(site.geometry)].join('\t')
  }
}

/** Loads and tunes; throws when PostGIS calls something invalid that the seed called sound. */
export const load = async (
  { run, copy }: Session,
  villages: readonly Place[],
  activities: Iterable<Activity>,
  themes: readonly string[],
): Promise<void> => {
  await run(tables)
  await copy('incoming_village', villageLines(villages))
  const count = await copy('incoming_activity', activityLines(activities, themes))
  await run(tune)
  const [[loaded, invalid]] = (await run(
    `select count(*), (select count(*) from activity where not ST_IsValid(lnglat)) from activity;`,
  )) as [[string, string]]
  if (Number(loaded) !== count) throw new Error(`PostGIS has ${loaded} activities of ${count}.`)
  if (Number(invalid) > 0) throw new Error(`PostGIS finds ${invalid} activities invalid; the seed must mend them.`)
}
