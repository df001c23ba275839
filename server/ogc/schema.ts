import type { LayerSpec } from '../../data/layers/layer.ts'
import type { Language } from '../../data/model/words.ts'
import { GEOMETRY } from '../cql2/queryables.ts'
import { RECEIVABLE } from './received.ts'

const JSON_TYPES = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  strings: { type: 'array', items: { type: 'string' } },
} as const satisfies Record<LayerSpec['fields'][number]['type'], object>

const GEOMETRY_FORMATS: { readonly [geometry in LayerSpec['geometry']]: string } = {
  point: 'geometry-point',
  line: 'geometry-linestring',
  polygon: 'geometry-multipolygon',
  mixed: 'geometry-any',
}

const isReceived = (layer: LayerSpec['id'], name: string): boolean =>
  layer === 'activities' && RECEIVABLE.includes(name)

/**
 * The properties of a collection as JSON Schema 2020-12. `queryables` are what filters may name (Part 3), `returnables` what
 * features hold and, unless `readOnly`, what may be written (Part 5).
 */
export const schemaOf = (
  { id, title, about, fields, geometry }: LayerSpec,
  {
    address,
    language,
    of,
  }: { readonly address: string; readonly language: Language; readonly of: 'queryables' | 'returnables' },
): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: address,
  type: 'object',
  title: title[language],
  description: about[language],
  properties: {
    ...Object.fromEntries(
      fields.map(({ name, label, type, values }, at) => [
        name,
        {
          title: label[language],
          ...JSON_TYPES[type],
          ...(values ? { enum: values } : {}),
          ...(name === 'id' ? { 'x-ogc-role': 'id' } : {}),
          ...(name === 'start' ? { 'x-ogc-role': 'primary-interval-start' } : {}),
          ...(name === 'end' ? { 'x-ogc-role': 'primary-interval-end' } : {}),
          ...(of === 'returnables'
            ? { 'x-ogc-propertySeq': at + 1, ...(isReceived(id, name) ? {} : { readOnly: true }) }
            : {}),
        },
      ]),
    ),
    ...(of === 'returnables' ? { layer: { type: 'string', const: id, readOnly: true } } : {}),
    [GEOMETRY]: { format: GEOMETRY_FORMATS[geometry], 'x-ogc-role': 'primary-geometry' },
  },
  additionalProperties: false,
})
