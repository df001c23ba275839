import { LAYERS } from '../../data/layers/index.ts'
import type { LayerSpec } from '../../data/layers/layer.ts'

import { boundsOfAll, commonFacts, datasetFacts, licenceAddress } from '../metadata/facts.ts'
import type { Reader } from './page.ts'
import { PAGE_WORDS } from './page_words.ts'

const common = ({ world, language }: Reader) => {
  const { version, modified, publisher, regencies } = commonFacts(world)
  const box = boundsOfAll(world)
  return {
    version: `${version}`,
    dateModified: modified,
    isAccessibleForFree: true,
    inLanguage: language,
    publisher: { '@type': 'Organization', name: publisher },
    ...(box
      ? {
          spatialCoverage: {
            '@type': 'Place',
            name: regencies.map(({ name }) => name).join(', '),
            // schema.org boxes are latitude first.
            geo: { '@type': 'GeoShape', box: `${box[1]} ${box[0]} ${box[3]} ${box[2]}` },
          },
        }
      : {}),
  }
}

/** A layer as schema.org describes a dataset, with where to fetch it. */
export const datasetOf = (layer: LayerSpec, years: readonly [number, number], reader: Reader): object => {
  const { language } = reader
  const facts = datasetFacts(layer, years, reader)
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${layer.title[language]}, Bentang`,
    description: layer.about[language],
    url: facts.page(language),
    license: facts.licence,
    creditText: layer.attribution,
    ...(facts.years ? { temporalCoverage: facts.years.join('/') } : {}),
    variableMeasured: layer.fields.map(({ label }) => label[language]),
    distribution: facts.distributions.map(({ href, type }) => ({
      '@type': 'DataDownload',
      encodingFormat: type,
      contentUrl: href,
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
    license: licenceAddress('CC-BY-4.0'),
    temporalCoverage: `${years[0]}/${years[1]}`,
    hasPart: LAYERS.map(({ id, title }) => ({
      '@type': 'Dataset',
      name: title[language],
      url: `${site.base}${site.pageOf(`/data/${id}`, language)}`,
    })),
    ...common(reader),
  }
}
