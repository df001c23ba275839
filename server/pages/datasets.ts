import { LAYERS } from '../../data/layers/index.ts'
import type { LayerSpec } from '../../data/layers/layer.ts'
import type { Bounds } from '../bounds.ts'
import type { World } from '../world.ts'
import type { Reader } from './page.ts'
import { PAGE_WORDS } from './page_words.ts'

const LICENCES: Readonly<Record<string, string>> = {
  MIT: 'https://opensource.org/license/mit',
  'ODbL-1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
}
export const licenceAddress = (license: string): string => LICENCES[license] ?? license

/** The box around every regency. */
export const boundsOfAll = ({ geography }: World): Bounds | null => {
  const boxes = geography.within('', 'regency').flatMap(({ code }) => {
    const box = geography.boundsOf(code)
    return box ? [box] : []
  })
  if (boxes.length === 0) return null
  const edge = (at: 0 | 1 | 2 | 3) => boxes.map((box) => box[at])
  return [Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))]
}

/** The first and last year for which anything is on record; the year of `today` where nothing is. */
export const yearsOf = async ({ world, today }: Reader): Promise<readonly [number, number]> => {
  const year = Number(today.slice(0, 4))
  return (await world.everyone.projection.years()) ?? [year, year]
}

const common = ({ world, language }: Reader) => {
  const { seq, time } = world.everyone.asOf()
  const box = boundsOfAll(world)
  const places = world.geography.within('', 'regency').map(({ name }) => name)
  return {
    // Journal position: each entry makes a new version.
    version: `${seq}`,
    dateModified: time,
    isAccessibleForFree: true,
    inLanguage: language,
    publisher: { '@type': 'Organization', name: 'Bentang' },
    ...(box
      ? {
          spatialCoverage: {
            '@type': 'Place',
            name: places.join(', '),
            // schema.org boxes are latitude first.
            geo: { '@type': 'GeoShape', box: `${box[1]} ${box[0]} ${box[3]} ${box[2]}` },
          },
        }
      : {}),
  }
}

/** A layer as schema.org describes a dataset, with where to fetch it. */
export const datasetOf = (layer: LayerSpec, years: readonly [number, number], reader: Reader): object => {
  const { site, language, world } = reader
  const regions = world.geography.within('', 'regency').map(({ code }) => code)
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${layer.title[language]}, Bentang`,
    description: layer.about[language],
    url: `${site.base}${site.pageOf(`/data/${layer.id}`, language)}`,
    license: licenceAddress(layer.license),
    creditText: layer.attribution,
    ...(layer.family === 'reference' ? {} : { temporalCoverage: `${years[0]}/${years[1]}` }),
    variableMeasured: layer.fields.map(({ label }) => label[language]),
    distribution: site.downloadsOf(layer.id, years, regions).map(({ href, type }) => ({
      '@type': 'DataDownload',
      encodingFormat: type,
      contentUrl: `${site.base}${href}`,
    })),
    ...common(reader),
  }
}

/** The whole as one dataset that names its parts: what the front page carries. */
export const catalogueOf = (years: readonly [number, number], reader: Reader): object => {
  const { site, language } = reader
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: PAGE_WORDS.name[language],
    description: PAGE_WORDS.about[language],
    url: `${site.base}${site.pageOf('/', language)}`,
    license: LICENCES['CC-BY-4.0'],
    temporalCoverage: `${years[0]}/${years[1]}`,
    hasPart: LAYERS.map(({ id, title }) => ({
      '@type': 'Dataset',
      name: title[language],
      url: `${site.base}${site.pageOf(`/data/${id}`, language)}`,
    })),
    ...common(reader),
  }
}
