const features = (part: number, names: readonly string[]): readonly string[] =>
  names.map((name) => `http://www.opengis.net/spec/ogcapi-features-${part}/1.0/conf/${name}`)

const cql2 = (names: readonly string[]): readonly string[] =>
  names.map((name) => `http://www.opengis.net/spec/cql2/1.0/conf/${name}`)

const tiles = (names: readonly string[]): readonly string[] =>
  names.map((name) => `http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/${name}`)

const tileMatrixSets = (names: readonly string[]): readonly string[] =>
  names.map((name) => `http://www.opengis.net/spec/tms/2.0/conf/${name}`)

/** The classes of conformance that `/ogc` declares; clients choose by them what they ask. */
export const CONFORMANCE: readonly string[] = [
  ...features(1, ['core', 'geojson', 'html', 'oas30']),
  ...features(2, ['crs']),
  ...features(3, ['queryables', 'queryables-query-parameters', 'filter', 'features-filter']),
  ...features(4, ['create-replace-delete', 'update', 'optimistic-locking-etags', 'create-replace-delete/features']),
  ...features(5, ['schemas', 'core-roles-features', 'returnables-and-receivables']),
  ...cql2([
    'cql2-text',
    'cql2-json',
    'basic-cql2',
    'advanced-comparison-operators',
    'case-insensitive-comparison',
    'accent-insensitive-comparison',
    'basic-spatial-functions',
    'basic-spatial-functions-plus',
    'spatial-functions',
    'temporal-functions',
    'array-functions',
    'property-property',
  ]),
  ...tiles(['core', 'tileset', 'tilesets-list', 'geodata-tilesets', 'mvt', 'oas30']),
  ...tileMatrixSets(['tilematrixset', 'json-tilematrixset', 'json-tilematrixsetlimits', 'json-tilesetmetadata']),
]
