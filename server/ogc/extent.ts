import type { LayerId } from '../../data/layers/layer.ts'
import { type Bounds, uniteBounds } from '../bounds.ts'
import { UNITS_PER_DEGREE } from '../engine/grid.ts'
import { isPlaceLayer, isRecordLayer, KIND_OF_LAYER, LEVEL_OF_LAYER } from '../features.ts'
import { boundsOfAll } from '../metadata/facts.ts'
import extentSql from '../projection/extent.sql?raw'
import type { World } from '../world.ts'

/** The box around all that a collection holds: records lie at sea too, and islands beyond their regency. Null around nothing. */
export const extentOf = async (world: World, id: LayerId): Promise<Bounds | null> => {
  const { geography, everyone } = world
  if (isPlaceLayer(id))
    return uniteBounds(geography.within('', LEVEL_OF_LAYER[id]).map(({ code }) => geography.boundsOf(code)))
  if (!isRecordLayer(id)) return boundsOfAll(world)
  const [row] = await everyone.projection.query(extentSql, { kind: KIND_OF_LAYER[id] })
  const edges = ['west', 'south', 'east', 'north'].map((edge) => Number(row?.[edge]) / UNITS_PER_DEGREE)
  const drawn = row?.west == null ? null : (edges as unknown as Bounds)
  // A record that names places only is drawn where those are.
  return uniteBounds([drawn, boundsOfAll(world)])
}
