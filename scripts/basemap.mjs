// Makes the committed base map from one cut out of GSHHG: node scripts/basemap.mjs <folder with land.geojson, rivers.geojson>
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import initGeos from 'geos-wasm'
import { geojsonToGeosGeom, geosGeomToGeojson } from 'geos-wasm/helpers'

// About 45 m, a pixel at zoom 11, where the villages have taken over as land.
const TOLERANCE_DEGREES = 0.0004
const GRID_DEGREES = 0.0001
const DECIMALS = 4
// Thinning two shores apart leaves slivers between them: the largest of the 26 holes is 0.03 km2, 3e-6 square degrees.
const SLIVER_SQUARE_DEGREES = 1e-5
// An islet of a few hectares would lose a third of itself; only long shores are thinned.
const LONG_SHORE_POINTS = 120

const [from] = process.argv.slice(2)
if (!from) throw new Error('Name the folder with land.geojson and rivers.geojson: node scripts/basemap.mjs <folder>')
const geos = await initGeos()

const read = async (name) => JSON.parse(await readFile(join(from, `${name}.geojson`), 'utf8')).features

const write = async (name, features) => {
  const text = `{"type":"FeatureCollection","features":[\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`
  await writeFile(resolve(import.meta.dirname, `../data/source/${name}.geojson`), text)
  console.log(`${name}: ${features.length} features, ${text.length} bytes`)
}

/** Runs GEOS steps one after the other on a GeoJSON geometry and frees what each leaves behind. */
const through = (geometry, ...steps) => {
  const last = steps.reduce(
    (pointer, step) => {
      const next = step(pointer)
      geos.GEOSGeom_destroy(pointer)
      return next
    },
    geojsonToGeosGeom(geometry, geos),
  )
  const result = geosGeomToGeojson(last, geos)
  geos.GEOSGeom_destroy(last)
  return result
}

const signedArea = (ring) =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]
    return sum + x * nextY - nextX * y
  }, 0)

/** The grid leaves 112.40280000000001; RFC 7946 winding. */
const tidy = (ring, index) => {
  const points = ring.map((position) => position.map((degrees) => Number(degrees.toFixed(DECIMALS))))
  return signedArea(points) > 0 === (index === 0) ? points : points.reverse()
}

const shores = (await read('land')).map(({ geometry }) =>
  geometry.coordinates[0].length < LONG_SHORE_POINTS
    ? geometry
    : through(geometry, (shape) => geos.GEOSTopologyPreserveSimplify(shape, TOLERANCE_DEGREES)),
)
// Thinned shores may cross their islets: the union makes one land of them, on a grid that keeps it valid.
const land = through(
  { type: 'MultiPolygon', coordinates: shores.map(({ coordinates }) => coordinates) },
  (shape) => geos.GEOSUnaryUnion(shape),
  (shape) => geos.GEOSGeom_setPrecision(shape, GRID_DEGREES, 0),
)
await write(
  'land',
  land.coordinates.map((rings) => ({
    type: 'Feature',
    properties: {},
    geometry: {
      type: 'Polygon',
      coordinates: rings
        .filter((ring, at) => at === 0 || Math.abs(signedArea(ring)) / 2 > SLIVER_SQUARE_DEGREES)
        .map(tidy),
    },
  })),
)
// Rivers stay as they are: a line that ends early at a confluence is seen at once.
await write('rivers', await read('rivers'))
