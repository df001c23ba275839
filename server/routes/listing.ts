import type { LayerId } from '../../data/layers/layer.ts'
import type { AsOf, CoverageUnit, FeatureAnswer, FeatureProperties, UnitLevel } from '../../data/model/answers.ts'
import { formatPeriod, type Period } from '../../data/model/period.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import { workingIn } from '../../data/model/verdict.ts'
import { type Bounds, boundsOf, meet } from '../bounds.ts'
import {
  isPlaceLayer,
  isRecordLayer,
  KIND_OF_LAYER,
  LEVEL_OF_LAYER,
  type PlaceLayer,
  placeFeature,
  type RecordLayer,
  recordFeature,
} from '../features.ts'
import { badRequest } from '../problems.ts'
import type { Selection } from '../projection/projection.ts'
import { unitGeometry } from '../unit_record.ts'
import type { World } from '../world.ts'
import { pageOfActivities } from './activity_page.ts'
import { ORGANISATION_WORDS, requireKnown, requirePlace, THEME_WORDS } from './asked.ts'
import { answerCoverage } from './cover.ts'

/** The filters of a listing; undefined is no filter. */
export type Filters = {
  readonly bbox?: Bounds | undefined
  readonly within?: string | undefined
  readonly period?: Period | undefined
  readonly theme?: string | undefined
  readonly organisation?: readonly string[] | undefined
  readonly status?: readonly string[] | undefined
  readonly verification?: string | undefined
  readonly level?: UnitLevel | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export type FeaturePage = {
  readonly asOf: AsOf
  readonly matched: number
  readonly features: readonly FeatureAnswer[]
  /** The cursor of the next page: the last id of this one, so that writes in between neither repeat nor skip what stays. */
  readonly next: string | null
}

/** A filter that a layer cannot honour is refused, never quietly left out. */
const refuseFilters = (layer: LayerId, filters: Filters, meaningless: readonly (keyof Filters)[]) => {
  const given = meaningless.filter((name) => filters[name] !== undefined && `${filters[name]}` !== '')
  if (given.length === 0) return
  const names = given.map((name) => `"${name}"`).join(', ')
  throw badRequest({
    id: `Lapisan ${layer} tidak dapat disaring menurut ${names}. Hapus parameter itu lalu coba lagi.`,
    en: `Layer ${layer} cannot be filtered by ${names}. Remove it and try again.`,
  })
}

/** The page of all that match, in the order they stand in: of ids. */
export const cut = (asOf: AsOf, all: readonly FeatureAnswer[], { after = '', limit }: Filters): FeaturePage => {
  const left = all.filter(({ properties }) => properties.id > after)
  const features = left.slice(0, limit)
  return { asOf, matched: all.length, features, next: left.length > limit ? features.at(-1)!.properties.id : null }
}

const listPlaces = (world: World, layer: PlaceLayer, filters: Filters): FeaturePage => {
  refuseFilters(layer, filters, ['theme', 'period', 'organisation', 'status', 'verification', 'level'])
  const { geography, everyone } = world
  const region = filters.within === undefined ? '' : requirePlace(filters.within, geography)
  const places = geography.within(region, LEVEL_OF_LAYER[layer]).filter(({ code }) => {
    const bounds = filters.bbox && geography.boundsOf(code)
    return !filters.bbox || (bounds && meet(bounds, filters.bbox))
  })
  const features = places.map((place) => placeFeature(layer, place, geography))
  return cut(everyone.asOf(), features, filters)
}

export type SelectedRecords = { readonly asOf: AsOf; readonly matched: number; readonly ids: readonly string[] }

/** Ids of the records that match, in their order, from the cursor on and no more than the limit. */
export const selectRecords = async (world: World, layer: RecordLayer, filters: Filters): Promise<SelectedRecords> => {
  refuseFilters(layer, filters, layer === 'activities' ? ['level'] : ['level', 'status'])
  const { geography, themes, everyone } = world
  const { projection, all, asOf, tabled } = everyone
  const kind = KIND_OF_LAYER[layer]
  const organisations = filters.organisation ?? []
  const known = all('organisation')
  const selection: Selection = {
    kind,
    theme: filters.theme === undefined ? '' : requireKnown(filters.theme, themes, THEME_WORDS),
    organisations: organisations.map((id) => requireKnown(id, known, ORGANISATION_WORDS)),
    statuses: filters.status ?? [],
    verification: filters.verification ?? '',
    within: filters.within === undefined ? '' : requirePlace(filters.within, geography),
    period: filters.period ?? null,
    bbox: filters.bbox ?? null,
    after: filters.after ?? '',
    limit: filters.limit,
  }
  const isInMemory = kind === 'activity' && selection.within === ''
  const seen = isInMemory ? asOf() : tabled()
  const page = isInMemory ? pageOfActivities(selection, everyone, geography) : await projection.page(selection)
  return { asOf: seen, ...page }
}

const listRecords = async (world: World, layer: RecordLayer, filters: Filters): Promise<FeaturePage> => {
  const { asOf, matched, ids } = await selectRecords(world, layer, { ...filters, limit: filters.limit + 1 })
  const kind = KIND_OF_LAYER[layer]
  const page = ids.slice(0, filters.limit)
  const features = page.flatMap((id) => {
    const held = world.everyone.find(kind, id)
    return held ? [recordFeature(layer, { kind, record: held.record } as AnyRecord)] : []
  })
  return { asOf, matched, features, next: ids.length > filters.limit ? page.at(-1)! : null }
}

/** A planning unit with its verdict in figures and names, under the names the layers declare in `fields`. */
export const verdictProperties = (
  unit: CoverageUnit,
  layer: string,
  theme: string,
  period: string,
): FeatureProperties => {
  const { code, name, verdict } = unit
  return {
    ...unit,
    id: code,
    layer,
    title: name,
    theme,
    period,
    verdict: verdict.kind,
    organisations: workingIn(verdict),
    ...('targetHa' in verdict ? { targetHa: verdict.targetHa, shortHa: verdict.shortHa } : {}),
  }
}

const VERDICT_OF_LAYER = { gaps: 'gap', overlaps: 'overlap' } as const

const listVerdicts = (world: World, layer: keyof typeof VERDICT_OF_LAYER, filters: Filters): FeaturePage => {
  refuseFilters(layer, filters, ['verification'])
  const { theme, period, level, organisation, status, within, bbox } = filters
  if (theme === undefined || period === undefined)
    throw badRequest({
      id: `Lapisan ${layer} dihitung untuk satu tema dan periode. Tambahkan "theme" dan "period", misalnya theme=stunting&period=2026.`,
      en: `Layer ${layer} is computed for one theme and period. Add "theme" and "period", such as theme=stunting&period=2026.`,
    })
  const { geography, everyone } = world
  const regions = within === undefined ? geography.within('', 'regency').map(({ code }) => code) : [within]
  const units = regions.flatMap(
    (region) => answerCoverage(world, { region, theme, period, level, organisation, status }).units,
  )
  const features = units
    .filter(({ verdict }) => verdict.kind === VERDICT_OF_LAYER[layer])
    .map(
      (unit): FeatureAnswer => ({
        type: 'Feature',
        id: unit.code,
        geometry: unitGeometry(world, unit.level, unit.code),
        properties: verdictProperties(unit, layer, theme, formatPeriod(period)),
      }),
    )
    .filter(({ geometry }) => !bbox || (geometry && meet(boundsOf([geometry])!, bbox)))
    .sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1))
  return cut(everyone.asOf(), features, filters)
}

export const listFeatures = async (world: World, layer: LayerId, filters: Filters): Promise<FeaturePage> => {
  if (isPlaceLayer(layer)) return listPlaces(world, layer, filters)
  if (isRecordLayer(layer)) return listRecords(world, layer, filters)
  return listVerdicts(world, layer as keyof typeof VERDICT_OF_LAYER, filters)
}
