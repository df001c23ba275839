import type { LayerField } from '../../data/layers/layer.ts'
import { qgisStyle } from '../formats/qgis_style.ts'
import { escaped } from '../pages/html.ts'
import type { Dataset } from './dataset.ts'
import { factsOf, factsText } from './facts.ts'
import { type Part, STYLE_COLUMN } from './parts.ts'

/** Where GDAL finds the folder of an export. */
export const INPUT = '/input'

const TYPES: { readonly [T in LayerField['type']]: string } = {
  string: 'type="String"',
  strings: 'type="String"',
  integer: 'type="Integer64"',
  number: 'type="Real"',
  boolean: 'type="Integer" subtype="Boolean"',
  date: 'type="Date"',
}

const GEOMETRIES: { readonly [H in Part['holds']]: string } = {
  points: 'wkbMultiPoint',
  lines: 'wkbMultiLineString',
  areas: 'wkbMultiPolygon',
  table: 'wkbNone',
  all: 'wkbUnknown',
}

const OWN: { readonly [G in Dataset['geometry']]: Part['holds'] | null } = {
  point: 'points',
  line: 'lines',
  polygon: 'areas',
  mixed: null,
}

/** A layer has its own name for what it is made of, and a longer one for everything else. */
export const tableName = ({ id, geometry }: Dataset, { holds }: Part): string => {
  const name = id.replaceAll('-', '_')
  return holds === 'all' || OWN[geometry] === holds ? name : `${name}_${holds}`
}

const columnXml = ({ type }: Pick<LayerField, 'type'>, name: string, source: string): string =>
  `<Field name="${escaped(name)}" src="${escaped(source)}" ${TYPES[type]}/>`

const itemXml = (key: string, value: string): string => `<MDI key="${escaped(key)}">${escaped(value)}</MDI>`

const layerXml = (name: string, file: string, holds: Part['holds'], inside: string): string =>
  [
    `<OGRVRTLayer name="${escaped(name)}">`,
    `<SrcDataSource>${INPUT}/${file}</SrcDataSource><SrcLayer>${file.replace(/\..*$/, '')}</SrcLayer>`,
    `<GeometryType>${GEOMETRIES[holds]}</GeometryType>`,
    holds === 'table' ? '' : '<LayerSRS>EPSG:4326</LayerSRS>',
    inside,
    '</OGRVRTLayer>',
  ].join('')

const STYLES_FILE = 'styles.geojsonl'
const STYLE_FIELDS = ['f_table_catalog', 'f_table_schema', 'f_table_name', 'f_geometry_column', 'styleName', 'styleQML']
const MORE_STYLE_FIELDS = ['styleSLD', 'description', 'owner', 'ui']

/** The table in which QGIS looks for the look of a layer it opens. */
const stylesXml = (): string => {
  const texts = [...STYLE_FIELDS, ...MORE_STYLE_FIELDS].map((name) => columnXml({ type: 'string' }, name, name))
  const rest = [
    columnXml({ type: 'boolean' }, 'useAsDefault', 'useAsDefault'),
    '<Field name="update_time" src="update_time" type="DateTime"/>',
  ]
  return layerXml('layer_styles', STYLES_FILE, 'table', [...texts, ...rest].join(''))
}

const styleLine = (data: Dataset, part: Part): string => {
  const { look, title, asOf } = data
  if (part.holds === 'table' || part.holds === 'all') return ''
  const properties = {
    f_table_catalog: '',
    f_table_schema: '',
    f_table_name: tableName(data, part),
    f_geometry_column: 'geom',
    styleName: title.id,
    styleQML: qgisStyle(part.holds, look.keyedBy, look.legend),
    styleSLD: '',
    useAsDefault: true,
    description: `${title.id} / ${title.en}`,
    owner: 'Bentang',
    ui: '',
    update_time: asOf.time,
  }
  return `${JSON.stringify({ type: 'Feature', properties, geometry: null })}\n`
}

export type VrtOptions = {
  /** With the table of styles. */
  readonly isStyled: boolean
  /** The name of a column in the file, where its form cannot hold the whole. */
  readonly nameOf: (column: string) => string
}

/** The parts as one source with declared types and metadata: the text GDAL opens, and files that lie beside it. */
export const vrtOf = (
  data: Dataset,
  parts: readonly Part[],
  { isStyled, nameOf }: VrtOptions,
): { readonly vrt: string; readonly files: Readonly<Record<string, string>> } => {
  const columns = data.fields.map((field) => columnXml(field, nameOf(field.name), field.name)).join('')
  const told = [itemXml('IDENTIFIER', data.title.id), itemXml('DESCRIPTION', factsText(data))].join('')
  const style = `<Style>${STYLE_COLUMN}</Style>`
  const layers = parts.map((part) =>
    layerXml(
      tableName(data, part),
      part.file,
      part.holds,
      `<Metadata>${told.replace('</MDI>', `${parts.length > 1 ? ` (${part.holds})` : ''}</MDI>`)}</Metadata>${part.holds === 'table' ? '' : style}${columns}`,
    ),
  )
  const styles = isStyled ? parts.map((part) => styleLine(data, part)).join('') : ''
  const about = factsOf(data).map(({ en, value }) => itemXml(en.toUpperCase().replaceAll(' ', '_'), `${value}`))
  return {
    vrt: `<OGRVRTDataSource><Metadata>${about.join('')}</Metadata>${layers.join('')}${styles ? stylesXml() : ''}</OGRVRTDataSource>`,
    files: styles ? { [STYLES_FILE]: styles } : {},
  }
}
