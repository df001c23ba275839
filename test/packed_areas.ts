import type { MultiPolygon, Polygon } from 'geojson'
import { flattenArea } from '../server/engine/equal_area.ts'
import { geojsonOf } from '../server/engine/from_plane.ts'
import { toUnits, UNITS_PER_DEGREE } from '../server/engine/grid.ts'
import { packArea, unitsOfPacked } from '../server/engine/packed.ts'

export const packed = (geometry: Polygon | MultiPolygon): Int32Array =>
  packArea(flattenArea(geometry).map((rings) => rings.map((ring) => Int32Array.from(ring, toUnits))))

export const geojsonOfPacked = (area: Int32Array): Polygon | MultiPolygon =>
  geojsonOf(
    unitsOfPacked(area, 0).map((rings) =>
      rings.map((ring) => Float64Array.from(ring, (units) => units / UNITS_PER_DEGREE)),
    ),
  )
