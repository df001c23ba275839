import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Geometry } from 'geojson'
import { covers, implementersOf } from '../../../data/model/activity.ts'
import { FROZEN_ACTIVITIES } from '../../frozen/activities.ts'
import { type Cell, formatCells } from '../../frozen/cells.ts'
import { FROZEN_VILLAGES } from '../../frozen/villages.ts'
import { startCluster } from './cluster.ts'
import { densify } from './densify.ts'
import { findPostgres, HOW_TO_INSTALL, hasPostgis } from './find_postgres.ts'
import cells from './freeze_cells.sql?raw'
import tables from './freeze_tables.sql?raw'
import { openSession, type Session } from './session.ts'
import { wkbOf } from './wkb.ts'

const CELLS = `select village, theme, year, served_m2(village, ids) / 1e4, overlap_m2(village, ids) / 1e4,
  array_to_string(ids, ' ') from cell order by village, theme, year;`

const line = (...fields: readonly (string | number | boolean | null)[]): string =>
  fields.map((field) => (field === null ? '\\N' : `${field}`)).join('\t')

const bothForms = (geometry: Geometry): [lnglat: string, dense: string] => [
  wkbOf(geometry),
  wkbOf(densify(geometry) ?? geometry),
]

const load = async ({ run, copy }: Session): Promise<void> => {
  await run(tables)
  await copy(
    'village',
    FROZEN_VILLAGES.map(({ code, geometry }) => line(code, ...bothForms(geometry))),
  )
  await copy(
    'activity',
    FROZEN_ACTIVITIES.map(({ id, themes, period: { start, end }, status }) =>
      line(id, themes[0]!, start.slice(0, 4), end!.slice(0, 4), covers(status)),
    ),
  )
  await copy(
    'implementer',
    FROZEN_ACTIVITIES.flatMap((activity) => implementersOf(activity).map((id) => line(activity.id, id))),
  )
  await copy(
    'site',
    FROZEN_ACTIVITIES.flatMap(({ id, sites }) =>
      sites.map((site, place) =>
        'code' in site ? line(id, place, site.code, null, null) : line(id, place, null, ...bothForms(site.geometry)),
      ),
    ),
  )
}

/** Asks PostGIS for every cell of the frozen world and keeps its answer as `test/frozen/cells.csv`. */
export const freeze = async (root: string): Promise<void> => {
  const postgres = findPostgres()
  if (!postgres || !hasPostgis(postgres)) return console.log(HOW_TO_INSTALL)
  const cluster = await startCluster(postgres)
  try {
    const session = openSession(postgres, cluster)
    await load(session)
    await session.run(cells)
    const [[version]] = (await session.run('select postgis_full_version();')) as [[string]]
    const rows = (await session.run(CELLS)) as [string, string, string, string, string, string][]
    await session.close()
    const found = rows.map(
      ([village, theme, year, servedHa, overlapHa, ids]): Cell => ({
        village,
        theme,
        year: Number(year),
        servedHa: Number(servedHa),
        overlapHa: Number(overlapHa),
        ids: ids.split(' '),
      }),
    )
    writeFileSync(resolve(root, 'test/frozen/cells.csv'), formatCells(found))
    const overlapping = found.filter(({ overlapHa }) => overlapHa > 0).length
    console.log(`${found.length} cells, ${overlapping} with an overlap, by ${postgres.version} and ${version}.`)
  } finally {
    await cluster.stop()
  }
}
