import type { Words } from '../../data/model/words.ts'
import { CATALOGUE_PATH, type DatasetFacts, METADATA_FORMS, metadataPath } from './facts.ts'

/** Written out: a reader needs no network to know what a name means. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

const both = ({ id, en }: Words) => [
  { '@language': 'id', '@value': id },
  { '@language': 'en', '@value': en },
]
const typed = (type: string, value: string) => ({ '@type': type, '@value': value })
const mediaType = (type: string) => ({ '@id': `https://www.iana.org/assignments/media-types/${type}` })
const isFile = (href: string): boolean => !/\/ogc\/|\/tiles\//.test(href)

const publisherOf = (base: string, name: string) => ({ '@id': `${base}/`, '@type': 'foaf:Agent', 'foaf:name': name })

const distributionOf =
  ({ layer, licence }: DatasetFacts) =>
  (one: DatasetFacts['distributions'][number]) => ({
    '@id': one.href,
    '@type': 'dcat:Distribution',
    'dct:title': one.label,
    'dcat:accessURL': { '@id': one.href },
    ...(isFile(one.href) ? { 'dcat:downloadURL': { '@id': one.href } } : {}),
    'dcat:mediaType': mediaType(one.type),
    'dct:license': { '@id': licence },
    'dct:rights': { 'rdfs:label': layer.attribution },
  })

const datasetOf = (facts: DatasetFacts, base: string) => {
  const { layer, box, years, regencies } = facts
  const corners = box && [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[2], box[3]],
    [box[0], box[3]],
    [box[0], box[1]],
  ]
  return {
    '@id': `${base}/data/${layer.id}#dataset`,
    '@type': 'dcat:Dataset',
    'dct:identifier': layer.id,
    'dct:title': both(layer.title),
    'dct:description': both(layer.about),
    'dcat:landingPage': { '@id': facts.page('id') },
    'dct:publisher': publisherOf(base, facts.publisher),
    'dct:license': { '@id': facts.licence },
    'dct:rights': { 'rdfs:label': layer.attribution },
    'dct:modified': typed('xsd:dateTime', facts.modified),
    'dcat:version': `${facts.version}`,
    'dct:spatial': {
      '@type': 'dct:Location',
      'rdfs:label': regencies.map(({ code, name }) => `${name} (${code})`).join(', '),
      ...(corners
        ? { 'dcat:bbox': typed('geo:wktLiteral', `POLYGON((${corners.map((at) => at.join(' ')).join(',')}))`) }
        : {}),
    },
    ...(years
      ? {
          'dct:temporal': {
            '@type': 'dct:PeriodOfTime',
            'dcat:startDate': typed('xsd:gYear', `${years[0]}`),
            'dcat:endDate': typed('xsd:gYear', `${years[1]}`),
          },
        }
      : {}),
    'rdfs:seeAlso': METADATA_FORMS.map((form) => ({
      '@id': `${base}${metadataPath(layer.id, form)}`,
    })),
    'dcat:distribution': facts.distributions.map(distributionOf(facts)),
  }
}

/** Every layer as a dataset of one catalogue: DCAT 3 as JSON-LD. */
export const dcatOf = (title: Words, about: Words, datasets: readonly DatasetFacts[], base: string): object => ({
  '@context': CONTEXT,
  '@id': `${base}${CATALOGUE_PATH}`,
  '@type': 'dcat:Catalog',
  'dct:title': both(title),
  'dct:description': both(about),
  'dct:language': ['id', 'en'],
  'dct:modified': typed('xsd:dateTime', datasets[0]!.modified),
  'dct:publisher': publisherOf(base, datasets[0]!.publisher),
  'foaf:homepage': { '@id': `${base}/` },
  'dcat:dataset': datasets.map((facts) => datasetOf(facts, base)),
})
