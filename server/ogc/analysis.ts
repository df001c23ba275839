import type { AsOf, FeatureAnswer } from '../../data/model/answers.ts'
import { formatPeriod, type Period, parsePeriod } from '../../data/model/period.ts'
import { ALL } from '../routes/drawn_listing.ts'
import { listFeatures } from '../routes/listing.ts'
import type { World } from '../world.ts'

type AnalysisLayer = 'gaps' | 'overlaps'

/** Of which themes a code stands among the gaps differs: an id says theme, years and unit. */
const idOf = (theme: string, period: Period, code: string): string =>
  `${theme}.${formatPeriod(period).replace('/', '-')}.${code}`

const PARTS = /^([a-z0-9_-]+)\.(\d{4}(?:-\d{4})?)\./

const inTheme = async (world: World, layer: AnalysisLayer, theme: string, period: Period) => {
  const { asOf, features } = await listFeatures(world, layer, { theme, period, limit: ALL })
  const named = features.map((feature): FeatureAnswer => {
    const id = idOf(theme, period, feature.properties.id)
    return { ...feature, id, properties: { ...feature.properties, id } }
  })
  return { asOf, features: named }
}

type Analysed = { readonly asOf: AsOf; readonly features: readonly FeatureAnswer[] }

const inThemes = async (world: World, layer: AnalysisLayer, period: Period): Promise<Analysed> => {
  const themes = world.themes.map(({ id }) => id).sort()
  const found: FeatureAnswer[] = []
  for (const theme of themes) found.push(...(await inTheme(world, layer, theme, period)).features)
  return { asOf: world.everyone.asOf(), features: found.sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1)) }
}

/** Pages and filters ask for the same few over and over. */
const KEPT = 8
const kept = new WeakMap<World, Map<string, Promise<Analysed>>>()

/** Every unit with this verdict in the period, theme by theme, in the order of ids. */
export const analysed = (world: World, layer: AnalysisLayer, period: Period): Promise<Analysed> => {
  const known = kept.get(world) ?? new Map<string, Promise<Analysed>>()
  kept.set(world, known)
  const key = `${world.everyone.asOf().seq} ${layer} ${formatPeriod(period)}`
  const found = known.get(key)
  if (found) return found
  const computed = inThemes(world, layer, period)
  known.set(key, computed)
  computed.catch(() => known.delete(key))
  for (const oldest of [...known.keys()].slice(0, -KEPT)) known.delete(oldest)
  return computed
}

/** One of them by its id; null where the unit has another verdict now. */
export const findAnalysed = async (world: World, layer: AnalysisLayer, id: string): Promise<FeatureAnswer | null> => {
  const [, theme = '', years = ''] = PARTS.exec(id) ?? []
  const period = parsePeriod(years.replace('-', '/'))
  if (period === null || !world.themes.some((one) => one.id === theme)) return null
  const { features } = await inTheme(world, layer, theme, period)
  return features.find(({ properties }) => properties.id === id) ?? null
}
