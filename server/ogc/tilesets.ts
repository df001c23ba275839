import { layerOf } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import type { Language, Words } from '../../data/model/words.ts'
import type { Bounds } from '../bounds.ts'
import { licenceAddress } from '../metadata/facts.ts'
import { MVT } from '../routes/tiles.ts'
import type { FieldType } from '../tiles/standing.ts'
import type { Tileset, VectorLayer } from '../tiles/tilesets.ts'
import type { Link } from './collections.ts'
import { CRS84 } from './crs.ts'
import {
  limitsIn,
  type TileMatrixLimits,
  WEB_MERCATOR_QUAD,
  WEB_MERCATOR_QUAD_URI,
  WEB_MERCATOR_URI,
} from './tile_matrix_set.ts'

export const STYLES_REL = 'http://www.opengis.net/def/rel/ogc/1.0/styles'
export const TILESETS_REL = 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector'
const TILING_SCHEMES_REL = 'http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes'
const TILING_SCHEME_REL = 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme'
const GEODATA_REL = 'http://www.opengis.net/def/rel/ogc/1.0/geodata'

export const SCHEMES_TITLE: Words = { id: 'Skema ubin', en: 'Tiling schemes' }
export const TILES_TITLE: Words = { id: 'Ubin vektor', en: 'Vector tiles' }

/** How the landing page leads to the tile matrix sets. */
export const schemesLink = (root: string, language: Language): Link => ({
  rel: TILING_SCHEMES_REL,
  type: 'application/json',
  href: `${root}/tileMatrixSets`,
  title: SCHEMES_TITLE[language],
})

export type TilesetLink = Link & { readonly templated?: true }

/** A tileset as a list names it: where it lies and in which tile matrix set. */
export type TilesetItem = {
  readonly title: string
  readonly dataType: 'vector'
  readonly crs: string
  readonly tileMatrixSetURI: string
  readonly links: readonly TilesetLink[]
}

type TiledLayer = {
  readonly id: string
  readonly title: string
  readonly dataType: 'vector'
  /** Absent where points, lines and areas lie in one layer. */
  readonly geometryDimension?: 0 | 1 | 2
  readonly minTileMatrix: string
  readonly maxTileMatrix: string
  readonly propertiesSchema: { readonly type: 'object'; readonly properties: object }
}

/** A tileset as OGC 17-083r4 describes it. */
export type TilesetMetadata = TilesetItem & {
  readonly description: string
  readonly attribution: string
  readonly license: string
  readonly tileMatrixSetLimits: readonly TileMatrixLimits[]
  readonly boundingBox: {
    readonly lowerLeft: readonly number[]
    readonly upperRight: readonly number[]
    readonly crs: string
  }
  readonly layers: readonly TiledLayer[]
}

/** Where a tileset is told of, and in which words. */
export type TilesetAt = {
  readonly id: LayerId
  readonly language: Language
  /** Of the landing page. */
  readonly root: string
  /** Filters, with the mark; they are kept in every address. */
  readonly search: string
}

export const tilesetsPath = (root: string, id: LayerId): string => `${root}/collections/${id}/tiles`

export const tilesetItem = ({ id, language, root, search }: TilesetAt): TilesetItem => {
  const at = `${tilesetsPath(root, id)}/${WEB_MERCATOR_QUAD}`
  const { title } = layerOf(id)
  return {
    title: `${title[language]}: ${TILES_TITLE[language]}`,
    dataType: 'vector',
    crs: WEB_MERCATOR_URI,
    tileMatrixSetURI: WEB_MERCATOR_QUAD_URI,
    links: [
      { rel: 'self', type: 'application/json', href: `${at}${search}`, title: title[language] },
      {
        rel: TILING_SCHEME_REL,
        type: 'application/json',
        href: `${root}/tileMatrixSets/${WEB_MERCATOR_QUAD}`,
        title: WEB_MERCATOR_QUAD,
      },
      {
        rel: 'item',
        type: MVT,
        href: `${at}/{tileMatrix}/{tileRow}/{tileCol}${search}`,
        title: TILES_TITLE[language],
        templated: true,
      },
    ],
  }
}

const JSON_TYPES: { readonly [F in FieldType]: string } = { String: 'string', Number: 'number', Boolean: 'boolean' }

const dimensionOf = ({ id }: VectorLayer, layer: LayerId): 0 | 1 | 2 | undefined => {
  if (id.endsWith('-lines')) return 1
  if (id.endsWith('-clusters')) return 0
  // Islands lie beside their own symbols.
  return layerOf(layer).geometry === 'polygon' && layer !== 'islands' ? 2 : undefined
}

/** `origin` is where the tiles of the map lie: their TileJSON tells the same in another form. */
export const tilesetMetadata = (
  { maxZoom, layers }: Tileset,
  [west, south, east, north]: Bounds,
  { origin, ...at }: TilesetAt & { readonly origin: string },
): TilesetMetadata => {
  const { id, language, root, search } = at
  const { about, attribution, license, title } = layerOf(id)
  const item = tilesetItem(at)
  return {
    ...item,
    description: about[language],
    attribution,
    license: licenceAddress(license),
    tileMatrixSetLimits: limitsIn([west, south, east, north], maxZoom),
    boundingBox: { lowerLeft: [west, south], upperRight: [east, north], crs: CRS84.uri },
    layers: layers.map((layer) => {
      const geometryDimension = dimensionOf(layer, id)
      const properties = Object.entries(layer.fields).map(([name, type]) => [name, { type: JSON_TYPES[type] }])
      return {
        id: layer.id,
        title: layer.description,
        dataType: 'vector',
        ...(geometryDimension === undefined ? {} : { geometryDimension }),
        minTileMatrix: '0',
        maxTileMatrix: `${maxZoom}`,
        propertiesSchema: { type: 'object', properties: Object.fromEntries(properties) },
      }
    }),
    links: [
      ...item.links,
      { rel: 'alternate', type: 'application/json', href: `${origin}/tiles/${id}.json${search}`, title: 'TileJSON 3' },
      { rel: GEODATA_REL, type: 'application/json', href: `${root}/collections/${id}`, title: title[language] },
    ],
  }
}
