// Makes the committed base map from one cut out of GSHHG: node scripts/basemap.mjs <folder with land.geojson, rivers.geojson>
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import initGeos from 'geos-wasm'
import { geojsonToGeosGeom, geosGeomToGeojson } from 'geos-wasm/helpers'

// About 45 m, a pixel at zoom 11, where the villages have taken over as land.
const TOLERANCE_DEGREES = 0.0004
const DECIMALS = 4
// An islet of a few hectares would lose a third of itself; only long shores are thinned.
const LONG_SHORE_POINTS = 120

const [from] = process.argv.slice(2)
if (!from) throw new Error('Name the folder with land.geojson and rivers.geojson: node scripts/basemap.mjs <folder>')
const geos = await initGeos()

const signedArea = (ring) =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]
    return sum + x * nextY - nextX * y
  }, 0)

const rounded = (positions) =>
  positions
    .map((position) => position.map((degrees) => Number(degrees.toFixed(DECIMALS))))
    .filter(([x, y], i, all) => i === 0 || x !== all[i - 1][0] || y !== all[i - 1][1])

const wound = (ring, counterClockwise) => (signedArea(ring) > 0 === counterClockwise ? ring : ring.toReversed())

const simplify = (geometry) => {
  const whole = geojsonToGeosGeom(geometry, geos)
  const simple = geos.GEOSTopologyPreserveSimplify(whole, TOLERANCE_DEGREES)
  const result = geosGeomToGeojson(simple, geos)
  geos.GEOSGeom_destroy(simple)
  geos.GEOSGeom_destroy(whole)
  return result
}

const isValid = (geometry) => {
  const shape = geojsonToGeosGeom(geometry, geos)
  const valid = geos.GEOSisValid(shape) === 1
  geos.GEOSGeom_destroy(shape)
  return valid
}

/** Rivers stay as they are: a line that ends early at a confluence is seen at once. */
const shrink = (geometry) => {
  if (geometry.type !== 'Polygon') return geometry
  const thinned = geometry.coordinates[0].length < LONG_SHORE_POINTS ? geometry : simplify(geometry)
  const coordinates = thinned.coordinates.map((ring, i) => wound(rounded(ring), i === 0))
  const small = { type: 'Polygon', coordinates }
  if (!isValid(small))
    throw new Error(`An area near ${coordinates[0][0]} crosses itself once rounded; keep more DECIMALS.`)
  return small
}

for (const name of ['land', 'rivers']) {
  const { features } = JSON.parse(await readFile(join(from, `${name}.geojson`), 'utf8'))
  const lines = features.map(({ properties, geometry }) =>
    JSON.stringify({ type: 'Feature', properties, geometry: shrink(geometry) }),
  )
  const text = `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
  await writeFile(resolve(import.meta.dirname, `../data/source/${name}.geojson`), text)
  console.log(`${name}: ${features.length} features, ${text.length} bytes`)
}
