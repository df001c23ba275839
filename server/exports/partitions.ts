import { LAYERS } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import type { FeatureAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import { isPlaceLayer, isRecordLayer, type RecordLayer } from '../features.ts'
import { ALL } from '../routes/drawn_listing.ts'
import { selectRecords } from '../routes/listing.ts'
import type { World } from '../world.ts'
import { coverageDataset } from './answer_dataset.ts'
import type { Dataset } from './dataset.ts'
import { layerDataset } from './layer_dataset.ts'

/** A part of a layer by where and when it is, and the folder in which engines that read Hive's layout look for it. */
export type Partition = { readonly folder: string; readonly data: Dataset }

/** What Hive's layout writes for a value that is not there. */
const NONE = '__HIVE_DEFAULT_PARTITION__'
/** Work in several regencies stands once, here: counted by regency it would be counted twice. */
const SEVERAL = 'several'

const partOf = (
  data: Dataset,
  keys: Readonly<Record<string, string>>,
  features: readonly FeatureAnswer[],
): Partition => {
  const named = Object.entries(keys).map(([name, value]) => ({ name, value }))
  return {
    folder: [data.id, ...named.map(({ name, value }) => `${name}=${value}`)].join('/'),
    data: { ...data, filters: [...data.filters, ...named], count: features.length, features: () => features },
  }
}

const regenciesOf = ({ geography }: World): readonly Code[] => geography.within('', 'regency').map(({ code }) => code)

async function* places(world: World, layer: LayerId, source: string): AsyncGenerator<Partition> {
  for (const regency of regenciesOf(world)) {
    const data = await layerDataset(world, layer, { within: regency }, source)
    if (data.count > 0) yield partOf(data, { regency }, [...data.features()])
  }
}

/** The regency that a record is in, by its id. */
const regencyById = async (world: World, layer: RecordLayer): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  for (const regency of regenciesOf(world)) {
    const { ids } = await selectRecords(world, layer, { within: regency, limit: ALL })
    for (const id of ids) found.set(id, found.has(id) ? SEVERAL : regency)
  }
  return found
}

const yearOf = ({ properties }: FeatureAnswer): string => `${properties.year ?? properties.start?.slice(0, 4) ?? NONE}`

async function* records(world: World, layer: RecordLayer, source: string): AsyncGenerator<Partition> {
  const data = await layerDataset(world, layer, {}, source)
  const regencies = await regencyById(world, layer)
  const parts = new Map<string, FeatureAnswer[]>()
  for (const feature of data.features()) {
    const key = `${regencies.get(feature.properties.id) ?? NONE} ${yearOf(feature)}`
    const part = parts.get(key) ?? []
    parts.set(key, part)
    part.push(feature)
  }
  for (const [key, features] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [regency, year] = key.split(' ') as [string, string]
    yield partOf(data, { regency, year }, features)
  }
}

/** The verdict of every village, for every theme: one part a regency and year. */
async function* verdicts(world: World, source: string): AsyncGenerator<Partition> {
  const [first, last] = (await world.everyone.projection.years()) ?? [0, -1]
  for (const region of regenciesOf(world))
    for (let year = first; year <= last; year += 1) {
      const answers = world.themes.map(({ id: theme }) =>
        coverageDataset(world, { region, theme, period: { from: year, to: year } }, source),
      )
      const features = answers.flatMap((answer) => [...answer.features()])
      yield partOf({ ...answers[0]!, filters: [], of: features.length }, { regency: region, year: `${year}` }, features)
    }
}

/** Everything that is public, in parts: places by regency, records and verdicts by regency and year. */
export async function* partitionsOf(world: World, source: string): AsyncGenerator<Partition> {
  for (const { id } of LAYERS) {
    if (isPlaceLayer(id)) yield* places(world, id, source)
    else if (isRecordLayer(id)) yield* records(world, id, source)
  }
  yield* verdicts(world, source)
}
