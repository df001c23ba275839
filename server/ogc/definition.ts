import { layerOf } from '../../data/layers/index.ts'
import type { LayerField } from '../../data/layers/layer.ts'
import { LANGUAGES } from '../cql2/read.ts'
import { COLLECTION_IDS, SCHEMA } from './collections.ts'
import { SYSTEMS } from './crs.ts'
import type { CollectionId } from './items.ts'
import { MOST_ITEMS, STANDARD_LIMIT } from './parameters.ts'
import { tilePaths } from './tiles_definition.ts'

/** A list is asked for one of its members. */
const TYPES: { readonly [type in LayerField['type']]: string } = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'string',
  strings: 'string',
}

/** An answer: what it is, and as which media types it comes. */
export type Described = { readonly description: string; readonly content: object }

const json = (description: string, type = 'application/json'): Described => ({
  description,
  content: { [type]: { schema: { type: 'object' } } },
})

const text = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  style: 'form',
  explode: false,
})

/** OpenAPI 3.0 of the addresses under `/ogc`, for clients that read it before they ask. */
export const definitionOf = (root: string): object => {
  const systems = SYSTEMS.map(({ uri }) => uri)
  const format = text('f', 'json or html; without it Accept decides', { type: 'string', enum: ['json', 'html'] })
  const crs = text('crs', 'System of the coordinates in the answer', {
    type: 'string',
    enum: systems,
    default: systems[0],
  })
  const box = { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } }
  const items = [
    text('bbox', 'Lower, then upper corner in the axis order of bbox-crs', box),
    text('bbox-crs', 'System of bbox', { type: 'string', enum: systems, default: systems[0] }),
    text('datetime', 'An instant or an interval, RFC 3339; an end may be open (..)'),
    text('limit', 'Features a page', { type: 'integer', minimum: 1, maximum: MOST_ITEMS, default: STANDARD_LIMIT }),
    text('after', 'Cursor of the link next'),
    text('filter', 'CQL2: which features; /queryables of the collection names what it may speak of'),
    text('filter-lang', 'How the filter is written; cql-text is the same as cql2-text', {
      type: 'string',
      enum: LANGUAGES,
      default: LANGUAGES[0],
    }),
    text('filter-crs', 'System of the geometries in the filter', {
      type: 'string',
      enum: systems,
      default: systems[0],
    }),
    crs,
    format,
  ]
  const equal = (id: CollectionId) =>
    layerOf(id).fields.map(({ name, type, values, label }) =>
      text(name, label.en, {
        type: TYPES[type],
        ...(values ? { enum: values } : {}),
      }),
    )
  const refused = json('Refused, in words (RFC 9457)', 'application/problem+json')
  const page = { 'text/html': { schema: { type: 'string' } } }
  const operation = (id: string, answer: Described, parameters: readonly object[] = [format]) => {
    const shown = parameters.includes(format) ? { ...answer, content: { ...answer.content, ...page } } : answer
    return { get: { operationId: id, parameters, responses: { 200: shown, 400: refused, 404: refused, 500: refused } } }
  }
  const ofCollections = COLLECTION_IDS.map((id) => [
    [`/collections/${id}`, operation(`collection.${id}`, json('The collection'))],
    [
      `/collections/${id}/items`,
      operation(`items.${id}`, json('A page of features', 'application/geo+json'), [...items, ...equal(id)]),
    ],
    [`/collections/${id}/schema`, operation(`schema.${id}`, json('What its features hold', SCHEMA), [])],
    [`/collections/${id}/queryables`, operation(`queryables.${id}`, json('What filters may name', SCHEMA), [])],
    [
      `/collections/${id}/items/{featureId}`,
      operation(`item.${id}`, json('The feature', 'application/geo+json'), [
        { name: 'featureId', in: 'path', required: true, schema: { type: 'string' } },
        crs,
        format,
      ]),
    ],
  ])
  const token = [{ token: [] }]
  const body = (type: string) => ({
    required: true,
    content: {
      [type]: { schema: { type: 'object', description: 'A GeoJSON feature; /schema tells what may be written' } },
    },
  })
  const header = (name: string, description: string, required: boolean) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  })
  const again = header('Idempotency-Key', 'A UUID: sent again with the same one nothing is done twice', false)
  const onItem = [
    { name: 'featureId', in: 'path', required: true, schema: { type: 'string' } },
    header('If-Match', 'The ETag of what is changed', true),
    again,
  ]
  const accepted = json('Submitted to review; the ETag is its revision')
  const written = (operationId: string, success: number, more: object) => ({
    operationId,
    security: token,
    responses: { [success]: accepted, '4XX': refused },
    ...more,
  })
  const paths: Record<string, object> = Object.fromEntries(ofCollections.flat())
  const [itemsPath, itemPath] = ['/collections/activities/items', '/collections/activities/items/{featureId}']
  paths[itemsPath] = {
    ...paths[itemsPath],
    post: written('create.activities', 201, { parameters: [again], requestBody: body('application/geo+json') }),
  }
  paths[itemPath] = {
    ...paths[itemPath],
    put: written('replace.activities', 200, { parameters: onItem, requestBody: body('application/geo+json') }),
    patch: written('update.activities', 200, { parameters: onItem, requestBody: body('application/merge-patch+json') }),
    delete: written('delete.activities', 204, { parameters: onItem }),
  }
  return {
    openapi: '3.0.3',
    info: { title: 'Bentang, OGC API - Features and Tiles', version: '1.0.0', license: { name: 'CC-BY-4.0' } },
    servers: [{ url: root }],
    paths: {
      '/': operation('landing', json('The landing page')),
      '/conformance': operation('conformance', json('The classes of conformance')),
      '/collections': operation('collections', json('The collections')),
      ...paths,
      ...tilePaths(COLLECTION_IDS, { operation, answer: json, filter: text, format }),
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A personal token of /account' } },
    },
  }
}
