/** An operation of the published document, as far as asking it needs. */
export type Operation = {
  /** Absent where everyone may ask. */
  readonly security?: readonly object[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly example?: string
    readonly schema?: { readonly example?: string }
  }[]
}
/** Good values for every parameter, in the tiny known world. */
export const GOOD: Readonly<Record<string, string>> = {
  region: '99.01',
  a: '99.01',
  b: '99.02',
  km: '5',
  near: '110.07,0.01',
  withinKm: '5',
  nearest: '3',
  hits: 'true',
  sample: 'include',
  since: '1',
  until: '1',
  theme: 'stunting',
  urusan: 'health',
  part: 'theme',
  by: 'theme',
  of: 'stunting',
  period: '2026',
  from: '2025',
  to: '2026',
  q: 'asam',
  target: 't-health',
  kind: 'activity',
  id: 'a-bakau',
  code: '99.01.01.2001',
  layer: 'activities',
  tileset: 'villages',
  file: 'villages.json',
  geometry: 'lnglat',
  url: 'http://localhost/?region=99.01',
  z: '8',
  x: '206',
  y: '127',
  tileMatrix: '8',
  tileRow: '127',
  tileCol: '206',
  f: 'json',
}

/** Where a name means something else. */
const GOOD_AT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/api/profile/{id}': { id: 'bina' },
  '/api/profile/{id}/report.pdf': { id: 'bina' },
  '/embed/v1/{region}/{theme}/{period}/{file}': { file: 'village.json' },
  '/embed/v1/tiles/{tileset}/{z}/{x}/{file}': { tileset: 'places', file: '127.mvt' },
  '/embed/v1/tiles/{layer}/{theme}/{period}/{z}/{x}/{file}': { file: '127.mvt' },
  '/ogc/collections/{id}/tiles': { id: 'villages' },
  '/ogc/collections/{id}/styles': { id: 'villages' },
  '/styles/fonts/{file}': { file: 'commissioner-500.woff2' },
  '/ogc/collections/{id}/tiles/WebMercatorQuad': { id: 'villages' },
  '/ogc/collections/{id}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}': { id: 'villages' },
  '/api/export/{file}': { file: 'islands.csv' },
  '/api/export/answers/{file}': { file: 'coverage.csv' },
  '/api/plans/{id}': { id: 'p-asam' },
  '/api/stories/{id}': { id: 's-asam' },
  '/api/stories/{id}/pack.html': { id: 's-asam' },
  '/api/stories/{id}/slides.pptx': { id: 's-asam' },
  '/api/stories/{id}/story.pdf': { id: 's-asam' },
  '/api/matches/compared': { organisation: 'bina,akar' },
}

/** Addresses that take one of several sets of parameters, none of which the document can call required. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  '/api/matches': ['target'],
  '/api/iati.xml': ['sample'],
  '/api/change': ['period', 'since'],
  '/api/change.csv': ['period', 'since'],
  '/api/dashboard/records': ['by', 'of'],
  '/api/picture.png': ['region'],
  '/api/sheet.pdf': ['region'],
  '/api/sheet.png': ['region'],
}

/** The address with good values for what it requires, and one value replaced. */
export const addressOf = (
  path: string,
  { parameters = [] }: Operation,
  replaced: Record<string, string> = {},
): string => {
  const values = { ...GOOD, ...GOOD_AT[path], ...replaced }
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name]!))
  const query = parameters
    .filter((one) => one.in === 'query' && (one.required || one.name in replaced || NEEDED[path]?.includes(one.name)))
    .map(({ name }) => `${name}=${encodeURIComponent(values[name] ?? '')}`)
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled
}
