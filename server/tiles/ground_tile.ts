import type { GroundKind, UnitGround } from '../engine/grounds.ts'
import { extentAt, type TileAddress } from './cut.ts'
import { drawArea } from './draw_area.ts'
import { frameOf } from './frame.ts'
import { createMvtLayer, finishTile, LINES, type MvtLayer, POLYGONS } from './mvt.ts'
import { hasDrawn, type Pens } from './pen.ts'

export const GROUND_FIELDS = {
  code: 'String',
  name: 'String',
  kind: 'String',
  areaHa: 'Number',
  unitHa: 'Number',
  organisations: 'String',
} as const
const KEYS = Object.keys(GROUND_FIELDS)

const tag = (layer: MvtLayer, ground: UnitGround, name: string, kind: GroundKind): void => {
  const { code, areaHa, unitHa, organisations } = ground
  const values = [
    layer.text(code),
    layer.text(name),
    layer.text(kind),
    layer.whole(Math.round(areaHa)),
    layer.whole(Math.round(unitHa)),
    layer.text(organisations.join(',')),
  ]
  for (const [key, value] of values.entries()) {
    layer.tags[2 * key] = key
    layer.tags[2 * key + 1] = value
  }
}

/**
 * Draws ground straight into a vector tile; null when none of it lies there. Outlines are lines of their own, without the
 * edges where the tile cuts an area.
 */
export const createGroundTile = (id: string, kind: GroundKind) => {
  const shapes = createMvtLayer(id, KEYS)
  const lines = createMvtLayer(`${id}-lines`, KEYS)
  const pens: Pens = { shape: shapes.pen, line: lines.pen }
  return (grounds: readonly UnitGround[], nameOf: (code: string) => string, address: TileAddress) => {
    const frame = frameOf(address, extentAt(address.z, 'fine'))
    const way = { frame, strip: null, isInside: false }
    shapes.begin(frame.extent)
    lines.begin(frame.extent)
    for (const ground of grounds) {
      drawArea(pens, ground.area, 0, way)
      const name = nameOf(ground.code)
      if (hasDrawn(shapes.pen)) {
        tag(shapes, ground, name, kind)
        shapes.add(POLYGONS)
      }
      if (hasDrawn(lines.pen)) {
        tag(lines, ground, name, kind)
        lines.add(LINES)
      }
    }
    return finishTile([shapes, lines])
  }
}
