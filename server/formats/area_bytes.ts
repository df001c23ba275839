import type { Bytes } from '../engine/reads/bytes.ts'
import { someRing } from '../engine/reads/packed_area.ts'

/** A packed area as a geometry of GeoJSON, its rings as they are. */
export const writeArea = (area: Int32Array, bytes: Bytes): void => {
  let polygons = 0
  someRing(area, 0, (_from, _to, isHole) => {
    if (!isHole) polygons += 1
    return false
  })
  const isOne = polygons === 1
  bytes.text(isOne ? '{"type":"Polygon","coordinates":' : '{"type":"MultiPolygon","coordinates":[')
  let open = '['
  someRing(area, 0, (from, to, isHole) => {
    bytes.text(isHole ? ',' : open)
    bytes.path(area, from, to)
    open = '],['
    return false
  })
  bytes.text(polygons === 0 ? ']}' : isOne ? ']}' : ']]}')
}
