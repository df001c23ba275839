import type { Geometry, Position } from 'geojson'
import { type Described, fileOf, type RawFeature } from './features.ts'
import { refuseManyPositions } from './positions.ts'
import { refuse } from './refusal.ts'
import type { Sites } from './sites.ts'
import { ALL_LAYERS, type RawFile, type ReadChoices } from './table.ts'
import { childOf, childrenOf, decodeEntities, type Element, parseXml } from './xml.ts'

const FOLDERS = new Set(['Document', 'Folder', 'kml'])

/** JavaScript would read `0x6e` too, and nothing as nought. */
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const numberOf = (text: string): number => (DECIMAL.test(text) ? Number(text) : Number.NaN)

const BLANKS = /\s+/g

/** `111.5,-0.1,0 111.6,-0.2` as positions; what is no number stays one that is refused later. */
const positionsOf = (element: Element | null): Position[] => {
  const text = (element && childOf(element, 'coordinates')?.text.trim()) ?? ''
  let blanks = 0
  for (const _ of text.matchAll(BLANKS)) {
    blanks += 1
    refuseManyPositions(blanks)
  }
  return text.split(BLANKS).map((tuple) => tuple.split(',').slice(0, 2).map(numberOf))
}

const ringOf = (boundary: Element): Position[] => positionsOf(childOf(boundary, 'LinearRing'))

const trackOf = (track: Element): Position[] =>
  childrenOf(track, 'coord').map(({ text }) => text.trim().split(/\s+/).slice(0, 2).map(numberOf))

/** Several areas of one placemark are one place. */
const gathered = (parts: readonly Geometry[]): Geometry => {
  const areas = parts.flatMap((part) => (part.type === 'Polygon' ? [part.coordinates] : []))
  return areas.length > 0 && areas.length === parts.length
    ? { type: 'MultiPolygon', coordinates: areas }
    : { type: 'GeometryCollection', geometries: [...parts] }
}

const geometryOf = (element: Element): Geometry | null => {
  switch (element.name) {
    case 'Point':
      return { type: 'Point', coordinates: positionsOf(element)[0] ?? [] }
    case 'LineString':
    case 'LinearRing':
      return { type: 'LineString', coordinates: positionsOf(element) }
    case 'Polygon':
      return {
        type: 'Polygon',
        coordinates: [...childrenOf(element, 'outerBoundaryIs'), ...childrenOf(element, 'innerBoundaryIs')].map(ringOf),
      }
    case 'Track':
      return { type: 'LineString', coordinates: trackOf(element) }
    case 'MultiGeometry':
    case 'MultiTrack':
      return gathered(element.children.flatMap((child) => geometryOf(child) ?? []))
    default:
      return null
  }
}

/** Descriptions are often pages of HTML; here they are read, never shown as pages. */
const plainText = (html: string): string =>
  decodeEntities(
    html
      .replace(/<(?:br|\/p|\/tr|\/li|\/div)\b[^<>]*>/gi, '\n')
      .replace(/<\/t[dh]>/gi, ' ')
      .replace(/<[^<>]*>/g, ''),
  )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()

const textIn = (element: Element | null, ...path: readonly string[]): string =>
  path.reduce<Element | null>((found, name) => found && childOf(found, name), element)?.text.trim() ?? ''

const extended = (placemark: Element): readonly (readonly [string, string])[] =>
  childrenOf(placemark, 'ExtendedData').flatMap((data) => [
    ...childrenOf(data, 'Data').map((one) => [one.attributes.get('name') ?? '', textIn(one, 'value')] as const),
    ...childrenOf(data, 'SchemaData').flatMap((schema) =>
      childrenOf(schema, 'SimpleData').map((one) => [one.attributes.get('name') ?? '', one.text.trim()] as const),
    ),
  ])

const featureOf = (placemark: Element, folder: string): RawFeature => {
  const geometries = placemark.children.flatMap((child) => geometryOf(child) ?? [])
  const own = [
    ['name', textIn(placemark, 'name')],
    ['description', plainText(textIn(placemark, 'description'))],
    ['folder', folder],
    ['begin', textIn(placemark, 'TimeSpan', 'begin') || textIn(placemark, 'TimeStamp', 'when')],
    ['end', textIn(placemark, 'TimeSpan', 'end')],
  ] as const
  return {
    properties: [...own.filter(([, value]) => value !== ''), ...extended(placemark)],
    geometry: geometries.length > 1 ? gathered(geometries) : (geometries[0] ?? null),
  }
}

/** Placemarks in the order of the file, each with the name of the folder it lies in. */
const placemarksIn = (element: Element, folder: string): readonly RawFeature[] =>
  element.children.flatMap((child) => {
    if (child.name === 'Placemark') return [featureOf(child, folder)]
    return FOLDERS.has(child.name) ? placemarksIn(child, child.name === 'Folder' ? textIn(child, 'name') : folder) : []
  })

const hasLinks = (element: Element): boolean =>
  element.children.some((child) => child.name === 'NetworkLink' || hasLinks(child))

/** Every placemark with its extended data; the folder is a column, so no layer has to be chosen. */
export const readKml = (text: string, _choices: ReadChoices, sites: Sites, format: 'kml' | 'kmz' = 'kml'): RawFile => {
  const root = parseXml(text)
  const features = placemarksIn(root, '')
  if (features.length === 0 && hasLinks(root))
    refuse(
      'Berkas KML ini hanya menunjuk ke data di tempat lain. Di Google Earth, simpan tempatnya sendiri sebagai KMZ.',
      'This KML file only points to data elsewhere. In Google Earth, save the place itself as KMZ.',
    )
  const described: Described = {
    format,
    layer: ALL_LAYERS,
    layers: [],
    mustChooseLayer: false,
    encoding: 'utf-8',
    encodings: [],
    separator: null,
    crs: 'EPSG:4326',
  }
  return fileOf(features, described, sites)
}
