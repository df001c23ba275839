import { LAYERS } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import type { FeatureAnswer } from '../../data/model/answers.ts'
import { writeTable } from '../formats/csv.ts'
import { cellOf, middleOf } from '../formats/feature_cells.ts'
import { isAnalysis } from '../pages/site.ts'
import { listFeatures } from '../routes/listing.ts'
import type { World } from '../world.ts'

const LIMIT = 1_000_000

const verdictsOf = async (world: World, layer: LayerId, year: number): Promise<FeatureAnswer[]> => {
  const found: FeatureAnswer[] = []
  for (const { id: theme } of world.themes) {
    const period = { from: year, to: year }
    found.push(...(await listFeatures(world, layer, { theme, period, limit: LIMIT })).features)
  }
  return found
}

/** Every feature of a layer, whole; of an analysis those of all themes in one year. */
export const featuresOf = async (world: World, layer: LayerId, year: number): Promise<readonly FeatureAnswer[]> =>
  isAnalysis(layer) ? verdictsOf(world, layer, year) : (await listFeatures(world, layer, { limit: LIMIT })).features

/** GeoJSON, one feature a line, so that two versions can be compared line by line. */
export const writeFeatures = (features: readonly FeatureAnswer[], layer: LayerId, world: World): string => {
  const { attribution, license } = LAYERS.find(({ id }) => id === layer)!
  const head = JSON.stringify({
    type: 'FeatureCollection',
    name: layer,
    asOf: world.everyone.asOf(),
    license,
    attribution,
  })
  return `${head.slice(0, -1)},"features":[\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`
}

/** The same as a table: the layer's own fields, and the middle of where it is. */
export const writeRows = (features: readonly FeatureAnswer[], layer: LayerId): string => {
  const { fields } = LAYERS.find(({ id }) => id === layer)!
  const names = fields.map(({ name }) => name)
  const rows = features.map(({ geometry, properties }) => {
    const held = properties as Readonly<Record<string, unknown>>
    const { lng, lat } = middleOf(geometry) ?? { lng: '', lat: '' }
    return { ...Object.fromEntries(names.map((name) => [name, cellOf(held[name])])), lng, lat }
  })
  return writeTable([...names, 'lng', 'lat'], rows)
}
