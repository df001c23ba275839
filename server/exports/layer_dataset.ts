import { layerOf } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import type { AsOf, FeatureAnswer } from '../../data/model/answers.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import {
  isPlaceLayer,
  isRecordLayer,
  KIND_OF_LAYER,
  LEVEL_OF_LAYER,
  type RecordLayer,
  recordFeature,
} from '../features.ts'
import { Refusal } from '../problems.ts'
import { answerCoverage } from '../routes/cover.ts'
import { ALL } from '../routes/drawn_listing.ts'
import { type Filters, listFeatures, selectRecords } from '../routes/listing.ts'
import type { World } from '../world.ts'
import type { Dataset, Filter } from './dataset.ts'

export type LayerFilters = Omit<Filters, 'after' | 'limit'>

type Held = Pick<Dataset, 'asOf' | 'count' | 'of' | 'features'>

const textOf = (name: string, value: unknown): string => {
  if (name === 'period') return formatPeriod(value as NonNullable<Filters['period']>)
  return Array.isArray(value) ? value.join(',') : `${value}`
}

/** Only those that were given, as an address writes them. */
export const filtersOf = (asked: object): readonly Filter[] =>
  Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || `${value}` === '' ? [] : [{ name, value: textOf(name, value) }],
  )

const MOST_TRIES = 20

const tooBusy = () =>
  new Refusal(
    'too-slow',
    {
      id: 'Catatan sedang banyak berubah, sehingga unduhan yang utuh belum dapat disusun. Coba lagi dalam beberapa detik.',
      en: 'Records are changing too fast for a file of one state. Try again in a few seconds.',
    },
    { 'Retry-After': '5' },
  )

/**
 * A record is never changed in place: whoever holds it keeps the version that stood. All are taken hold of in one go, and only when
 * the tables that chose them and the records are of the same position, so that a file never mixes two states.
 */
const holdRecords = async (world: World, layer: RecordLayer, filters: LayerFilters): Promise<Held> => {
  const { everyone } = world
  const kind = KIND_OF_LAYER[layer]
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { asOf, ids } = await selectRecords(world, layer, { ...filters, limit: ALL })
    if (everyone.asOf().seq !== asOf.seq) {
      await world.settled()
      continue
    }
    const entries = ids.flatMap((id) => everyone.find(kind, id)?.record ?? [])
    return {
      asOf,
      count: entries.length,
      of: everyone.all(kind).length,
      *features() {
        for (const record of entries) yield recordFeature(layer, { kind, record } as AnyRecord)
      },
    }
  }
  throw tooBusy()
}

/** How many planning units the verdicts of an analysis were looked for in. */
const unitsAsked = (world: World, { within, theme, period, level, organisation, status }: LayerFilters): number => {
  const regions = within === undefined ? world.geography.within('', 'regency').map(({ code }) => code) : [within]
  const asked = { theme: theme!, period: period!, level, organisation, status }
  return regions.reduce((sum, region) => sum + answerCoverage(world, { region, ...asked }).denominator, 0)
}

const holdFeatures = (asOf: AsOf, features: readonly FeatureAnswer[], of: number): Held => ({
  asOf,
  count: features.length,
  of,
  features: () => features,
})

const hold = async (world: World, layer: LayerId, filters: LayerFilters): Promise<Held> => {
  if (isRecordLayer(layer)) return holdRecords(world, layer, filters)
  const { asOf, features } = await listFeatures(world, layer, { ...filters, limit: ALL })
  const of = isPlaceLayer(layer) ? world.geography.within('', LEVEL_OF_LAYER[layer]).length : unitsAsked(world, filters)
  return holdFeatures(asOf, features, of)
}

/** A public layer, with the filters of its listing. */
export const layerDataset = async (
  world: World,
  layer: LayerId,
  filters: LayerFilters,
  source: string,
): Promise<Dataset> => {
  const { title, about, geometry, fields, keyedBy, legend, license, attribution } = layerOf(layer)
  const held = await hold(world, layer, filters)
  const { within, theme, period } = filters
  const isKeyed = keyedBy !== undefined && fields.some(({ name }) => name === keyedBy)
  return {
    id: layer,
    title,
    about,
    geometry,
    fields,
    look: { keyedBy: isKeyed ? keyedBy : null, legend },
    license,
    attribution,
    source,
    filters: filtersOf(filters),
    named: [
      title.id,
      ...(within === undefined ? [] : [world.geography.nameOf(within)]),
      ...(theme === undefined ? [] : [theme]),
      ...(period === undefined ? [] : [formatPeriod(period)]),
      held.asOf.time.slice(0, 10),
    ],
    ...held,
  }
}
