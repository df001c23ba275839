import type { LayerSpec } from '../../data/layers/layer.ts'
import type { Code } from '../../data/model/codes.ts'
import type { Language } from '../../data/model/words.ts'
import { type Bounds, uniteBounds } from '../bounds.ts'
import type { Reader } from '../pages/page.ts'
import type { Download } from '../pages/site.ts'
import type { World } from '../world.ts'

const LICENCES: Readonly<Record<string, string>> = {
  MIT: 'https://opensource.org/license/mit',
  'ODbL-1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
}
export const licenceAddress = (license: string): string => LICENCES[license] ?? license

/** The box around every regency. */
export const boundsOfAll = ({ geography }: World): Bounds | null =>
  uniteBounds(geography.within('', 'regency').map(({ code }) => geography.boundsOf(code)))

/** The first and last year for which anything is on record; the year of `today` where nothing is. */
export const yearsOf = async ({ world, today }: Reader): Promise<readonly [number, number]> => {
  const year = Number(today.slice(0, 4))
  return (await world.everyone.projection.years()) ?? [year, year]
}

/** What is true of the data as a whole, whatever standard it is told in. */
export type CommonFacts = {
  /** West, south, east, north. */
  readonly box: Bounds | null
  readonly regencies: readonly { readonly code: Code; readonly name: string }[]
  /** Journal position: each entry makes a new version. */
  readonly version: number
  /** ISO, UTC. */
  readonly modified: string
  readonly publisher: string
}

export type DatasetFacts = CommonFacts & {
  readonly layer: LayerSpec
  /** Address of its page, absolute as all addresses here. */
  readonly page: (language: Language) => string
  readonly licence: string
  /** Null for places, which are of no year. */
  readonly years: readonly [number, number] | null
  readonly distributions: readonly Download[]
}

export const METADATA = {
  satuData: { file: 'metadata.json', type: 'application/json', label: 'Satu Data Indonesia (JSON)' },
  iso19139: { file: 'metadata.xml', type: 'application/xml', label: 'ISO 19115 (ISO 19139 XML)' },
} as const
export const METADATA_FORMS = Object.keys(METADATA) as (keyof typeof METADATA)[]
export const CATALOGUE_PATH = '/catalogue.json'
export const metadataPath = (layer: string, form: keyof typeof METADATA): string =>
  `/data/${layer}/${METADATA[form].file}`

/** What a page of the whole leads programs to. */
export const CATALOGUE_LINK = { rel: 'alternate', type: 'application/ld+json', href: CATALOGUE_PATH } as const

export const commonFacts = ({ geography, everyone }: World): Omit<CommonFacts, 'box'> => {
  const { seq, time } = everyone.asOf()
  const regencies = geography.within('', 'regency').map(({ code, name }) => ({ code, name }))
  return { regencies, version: seq, modified: time, publisher: 'Bentang' }
}

export const datasetFacts = (
  layer: LayerSpec,
  years: readonly [number, number],
  { world, site, today }: Pick<Reader, 'world' | 'site' | 'today'>,
): DatasetFacts => {
  const common = commonFacts(world)
  return {
    ...common,
    box: boundsOfAll(world),
    layer,
    page: (language) => `${site.base}${site.pageOf(`/data/${layer.id}`, language)}`,
    licence: licenceAddress(layer.license),
    years: layer.family === 'reference' ? null : years,
    distributions: site
      .downloadsOf(layer.id, Number(today.slice(0, 4)))
      .map((one) => ({ ...one, href: `${site.base}${one.href}` })),
  }
}
