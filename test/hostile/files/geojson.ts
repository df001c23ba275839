import { type Hostile, read, text } from './hostile.ts'

const collection = (features: string) => `{"type":"FeatureCollection","features":[${features}]}`
const feature = (geometry: string, properties = '{}') =>
  `{"type":"Feature","properties":${properties},"geometry":${geometry}}`
const point = (coordinates: string) => feature(`{"type":"Point","coordinates":${coordinates}}`)
const ring = (count: number) =>
  `[[${Array.from({ length: count }, (_, at) => `[${(110 + 0.01 * Math.cos((6.283 * at) / count)).toFixed(7)},${(0.01 * Math.sin((6.283 * at) / count)).toFixed(7)}]`).join(',')},[110.01,0]]]`

export const GEOJSONS: readonly Hostile[] = [
  text('a million brackets', () => '['.repeat(1_000_000), /nested/),
  text('a hundred thousand braces', () => '{"a":'.repeat(100_000), /nested/),
  text(
    'a deep geometry',
    () => collection(feature(`{"type":"Polygon","coordinates":${'['.repeat(60)}1${']'.repeat(60)}}`)),
    /nested/,
  ),
  read('brackets in a text', () => collection(feature('null', `{"judul":"${'['.repeat(100_000)}"}`)), 1),
  text('cut short', `{"type":"FeatureCollection","features":[{"type":"Feature"`, /damaged/),
  text('features that are none', '{"type":"FeatureCollection","features":null}', /not GeoJSON/),
  text('no feature', collection(''), /nothing for a map/),
  read('features of numbers', collection('1,2,null,"x",[]'), 5),
  read(
    'coordinates of words',
    collection(`${point('["a","b"]')},${point('[]')},${point('[null,1]')},${point('{"0":1}')}`),
    4,
  ),
  read('coordinates beyond numbers', collection(`${point('[1e999,-1e999]')},${point('[111]')}`), 2),
  read(
    'types of other worlds',
    collection(
      `${feature('{"type":"Curve","coordinates":[]}')},${feature('{"type":"constructor","coordinates":[1,2]}')},${feature('7')}`,
    ),
    3,
  ),
  read(
    'areas of nothing',
    collection(
      `${feature('{"type":"Polygon","coordinates":[]}')},${feature('{"type":"Polygon","coordinates":[[[1,1],[1,1],[1,1],[1,1]]]}')},${feature('{"type":"MultiPolygon","coordinates":[[[]]]}')}`,
    ),
    3,
  ),
  read(
    'collections in collections',
    () => collection(feature(`${'{"type":"GeometryCollection","geometries":['.repeat(12)}${']}'.repeat(12)}`)),
    1,
  ),
  read(
    'an area of too many corners',
    () => collection(feature(`{"type":"Polygon","coordinates":${ring(200_001)}}`)),
    1,
  ),
  text(
    'sixty thousand features',
    () => collection(Array.from({ length: 60_000 }, () => point('[110,0]')).join(',')),
    /60000 rows/,
  ),
  text(
    'three hundred attributes',
    () => collection(feature('null', `{${Array.from({ length: 300 }, (_, at) => `"k${at}":1`).join(',')}}`)),
    /attributes/,
  ),
  read('an own __proto__', collection(feature('null', '{"__proto__":{"polluted":true},"judul":"x"}')), 1),
  text('TopoJSON', '{"type":"Topology","objects":{}}', /TopoJSON/),
  text('JSON of ArcGIS', '{"spatialReference":{"wkid":4326},"features":[]}', /ArcGIS/),
  text('plain JSON', '[{"judul":"x"}]', /not GeoJSON/),
  text(
    'a system that is none',
    `{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:999999"}},"features":[${point('[1,2]')}]}`,
    /damaged/,
  ),
  read(
    'a system with an option in it',
    `{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:4326 -sql DROP"}},"features":[${point('[110,0]')}]}`,
    1,
  ),
]
