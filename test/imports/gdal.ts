import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { Feature, FeatureCollection, Geometry } from 'geojson'

export const hasGdal = spawnSync('ogr2ogr', ['--version']).status === 0

export const collection = (
  geometries: readonly Geometry[],
  properties: (at: number) => Record<string, unknown> = (at) => ({ id: `K-${at}`, judul: `Kegiatan ${at}` }),
): FeatureCollection => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry, at): Feature => ({ type: 'Feature', properties: properties(at), geometry })),
})

/** A file that GDAL itself wrote; of a Shapefile the zip of its parts. */
export const writtenByGdal = (
  given: FeatureCollection,
  ending: string,
  options: readonly string[] = [],
): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'bentang-gdal-'))
  try {
    const source = join(folder, 'source.geojson')
    writeFileSync(source, JSON.stringify(given))
    const { status, stderr } = spawnSync('ogr2ogr', [...options, join(folder, `out.${ending}`), source], {
      timeout: 60_000,
    })
    if (status !== 0) throw new Error(`ogr2ogr failed: ${stderr}`)
    if (ending !== 'shp') return readFileSync(join(folder, `out.${ending}`))
    const parts = readdirSync(folder).filter((name) => name.startsWith('out.'))
    return zipSync(Object.fromEntries(parts.map((name) => [name, readFileSync(join(folder, name))])))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
