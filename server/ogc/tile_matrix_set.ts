import { worldY } from '../../data/view/mercator.ts'
import type { Bounds } from '../bounds.ts'

/** The one tile matrix set that tiles are served in: that of the web's maps. */
export const WEB_MERCATOR_QUAD = 'WebMercatorQuad'
export const WEB_MERCATOR_QUAD_URI = 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad'
export const WEB_MERCATOR_URI = 'http://www.opengis.net/def/crs/EPSG/0/3857'

/** As the register of OGC lists it (17-083r4, annex D.1): 25 matrices, half the world's side in metres, pixels of 0.28 mm. */
const MATRICES = 25
const HALF_SIDE_M = 20_037_508.342_789_2
const CELL_M_AT_0 = 156_543.033_928_041
const SCALE_AT_0 = 559_082_264.028_717
const TILE_PIXELS = 256

/** With the names of version 1 beside those of version 2: GDAL before 3.7 knows no others. */
export const webMercatorQuad = (): object => ({
  id: WEB_MERCATOR_QUAD,
  identifier: WEB_MERCATOR_QUAD,
  title: 'Google Maps Compatible for the World',
  uri: WEB_MERCATOR_QUAD_URI,
  crs: WEB_MERCATOR_URI,
  supportedCRS: WEB_MERCATOR_URI,
  orderedAxes: ['X', 'Y'],
  boundingBox: {
    lowerLeft: [-HALF_SIDE_M, -HALF_SIDE_M],
    upperRight: [HALF_SIDE_M, HALF_SIDE_M],
    crs: WEB_MERCATOR_URI,
    orderedAxes: ['X', 'Y'],
  },
  wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
  tileMatrices: Array.from({ length: MATRICES }, (_, zoom) => ({
    id: `${zoom}`,
    identifier: `${zoom}`,
    scaleDenominator: SCALE_AT_0 / 2 ** zoom,
    cellSize: CELL_M_AT_0 / 2 ** zoom,
    cornerOfOrigin: 'topLeft',
    pointOfOrigin: [-HALF_SIDE_M, HALF_SIDE_M],
    topLeftCorner: [-HALF_SIDE_M, HALF_SIDE_M],
    tileWidth: TILE_PIXELS,
    tileHeight: TILE_PIXELS,
    matrixWidth: 2 ** zoom,
    matrixHeight: 2 ** zoom,
  })),
})

export type TileMatrixLimits = {
  readonly tileMatrix: string
  readonly minTileRow: number
  readonly maxTileRow: number
  readonly minTileCol: number
  readonly maxTileCol: number
}

/** The tiles that meet a box, for each matrix down to the deepest; rows count from the north. */
export const limitsIn = ([west, south, east, north]: Bounds, deepest: number): readonly TileMatrixLimits[] =>
  Array.from({ length: deepest + 1 }, (_, zoom) => {
    const count = 2 ** zoom
    const at = (share: number) => Math.min(count - 1, Math.max(0, Math.floor(share * count)))
    return {
      tileMatrix: `${zoom}`,
      minTileRow: at(worldY(north)),
      maxTileRow: at(worldY(south)),
      minTileCol: at(west / 360 + 0.5),
      maxTileCol: at(east / 360 + 0.5),
    }
  })
