import { MVT } from '../routes/tiles.ts'
import type { Described } from './definition.ts'
import type { CollectionId } from './items.ts'
import { WEB_MERCATOR_QUAD } from './tile_matrix_set.ts'

/** What the definition of the features says an operation and an answer with: theirs and those of the tiles look alike. */
type Terms = {
  readonly operation: (id: string, answer: Described, parameters?: readonly object[]) => object
  readonly answer: (description: string, type?: string) => Described
  readonly filter: (name: string, description: string) => object
  readonly format: object
}

const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'integer', minimum: 0 } })

/** OpenAPI paths of OGC API - Tiles; clients know the addresses of tiles by the end of an operation's id. */
export const tilePaths = (
  collections: readonly CollectionId[],
  { operation, answer, filter, format }: Terms,
): Readonly<Record<string, object>> => {
  const filters = [
    filter('theme', 'Only of this theme'),
    filter('period', 'A year, or years as 2024/2026'),
    filter('organisation', 'Ids, separated by commas'),
    filter('status', 'Of activities, separated by commas'),
  ]
  const address = ['tileMatrix', 'tileRow', 'tileCol'].map(inPath)
  const ofCollections = collections.map((id) => {
    const tiles = `/collections/${id}/tiles`
    const tile = operation(`${id}.collection.vector.getTile`, answer('The tile', MVT), [...address, ...filters]) as {
      get: { responses: object }
    }
    const responses = { ...tile.get.responses, 204: { description: 'Nothing is in this tile' } }
    return {
      [tiles]: operation(`${id}.collection.vector.getTileSetsList`, answer('The tilesets'), [...filters, format]),
      [`${tiles}/${WEB_MERCATOR_QUAD}`]: operation(`${id}.collection.vector.getTileSet`, answer('The tileset'), [
        ...filters,
        format,
      ]),
      [`${tiles}/${WEB_MERCATOR_QUAD}/{tileMatrix}/{tileRow}/{tileCol}`]: { get: { ...tile.get, responses } },
    }
  })
  return {
    ...Object.assign({}, ...ofCollections),
    '/tileMatrixSets': operation('getTileMatrixSetsList', answer('The tile matrix sets')),
    [`/tileMatrixSets/${WEB_MERCATOR_QUAD}`]: operation('getTileMatrixSet', answer('The tile matrix set')),
  }
}
