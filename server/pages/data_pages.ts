import { LAYERS, layerOf } from '../../data/layers/index.ts'
import type { LayerId, LayerSpec } from '../../data/layers/layer.ts'
import { standardOf } from '../../data/layers/standards.ts'
import type { Kind } from '../../data/model/record.ts'
import { isRecordLayer, KIND_OF_LAYER } from '../features.ts'
import { CATALOGUE_LINK, licenceAddress, METADATA, METADATA_FORMS, metadataPath, yearsOf } from '../metadata/facts.ts'
import { countLayers } from '../routes/counts.ts'
import { catalogueOf, datasetOf } from './datasets.ts'
import { frame, list, recordLink, sayIn, section, terms } from './frame.ts'
import { type Html, html } from './html.ts'
import type { PublicPage, Reader } from './page.ts'
import { PAGE_WORDS } from './page_words.ts'
import { titleOf } from './record_page.ts'

export const isLayer = (text: string): text is LayerId => LAYERS.some(({ id }) => id === text)

const recordsOf = (layer: LayerId, reader: Reader): Html | false => {
  if (!isRecordLayer(layer)) return false
  const kind = KIND_OF_LAYER[layer]
  const links = reader.world.everyone
    .all(kind)
    .map((record) => ({ id: record.id, title: titleOf({ kind, record, revision: 0 }, reader) }))
    .sort((a, b) => (a.title === b.title ? (a.id < b.id ? -1 : 1) : a.title < b.title ? -1 : 1))
    .map(({ id, title }) => recordLink(kind, id, title, reader))
  return section(`${sayIn(reader.language)('records')}: ${links.length}`, list(links))
}

const describeLayer = ({ license, attribution }: LayerSpec, count: number, reader: Reader): Html => {
  const say = sayIn(reader.language)
  return terms([
    [say('features'), `${count}`],
    [say('license'), html`<a href="${licenceAddress(license)}" rel="license noopener">${license}</a>`],
    [say('source'), attribution],
  ])
}

/** What each column means, as Satu Data Indonesia asks for it. */
const fieldTable = ({ id, fields }: LayerSpec, { language }: Reader): Html => {
  const say = sayIn(language)
  const heads = (['fields', 'concept', 'definition', 'classification', 'unit'] as const).map(
    (word) => html`<th scope="col">${say(word)}</th>`,
  )
  const rows = fields.map((field) => {
    const { definition, unit } = standardOf(id, field)
    return html`<tr><td>${field.name}</td><td>${field.label[language]}</td><td>${definition[language]}</td><td>${field.values?.join(', ')}</td><td>${unit?.[language]}</td></tr>`
  })
  return html`<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
}

/** A layer: what it holds, whose it is, and where to fetch it. */
export const layerPage = async (id: LayerId, reader: Reader): Promise<PublicPage> => {
  const { world, site, language, today } = reader
  const say = sayIn(language)
  const layer = layerOf(id)
  const years = await yearsOf(reader)
  const counts = await countLayers(world, Number(today.slice(0, 4)))
  const downloads = site.downloadsOf(id, Number(today.slice(0, 4)))
  const title = layer.title[language]
  const path = `/data/${id}`
  const metadata = METADATA_FORMS.map((form) => ({ ...METADATA[form], href: metadataPath(id, form) }))
  const content = [
    html`<p>${layer.about[language]}</p>`,
    section(say('downloads'), list(downloads.map(({ href, label }) => html`<a href="${href}">${label}</a>`))),
    describeLayer(layer, counts[id], reader),
    section(say('fields'), fieldTable(layer, reader)),
    section(say('metadata'), list(metadata.map(({ href, label }) => html`<a href="${href}">${label}</a>`))),
    recordsOf(id, reader),
  ]
  return {
    path,
    language,
    title,
    description: layer.about[language],
    type: 'website',
    links: metadata.map(({ type, href }) => ({ rel: 'describedby', type, href })),
    data: [datasetOf(layer, years, reader)],
    main: frame({ path, title, about: say('directory'), content, isSample: false }, reader),
    view: { layers: `regencies,districts,villages,${id}` },
    isSample: false,
  }
}

/** Kinds that no layer shows have their list here. */
const UNLAYERED = ['organisation', 'meeting', 'figure', 'convergence', 'plan'] as const satisfies readonly Kind[]

const listOf = (kind: (typeof UNLAYERED)[number], reader: Reader): Html[] =>
  reader.world.everyone
    .all(kind)
    .map((record) => recordLink(kind, record.id, titleOf({ kind, record, revision: 0 }, reader), reader))

/** Everything that is open, in one list: what a search engine follows and a person downloads from. */
export const directoryPage = async (
  reader: Reader,
  stories: readonly { id: string; name: string }[],
): Promise<PublicPage> => {
  const { site, language } = reader
  const say = sayIn(language)
  const layers = LAYERS.map(
    ({ id, title, about }) =>
      html`<a href="${site.pageOf(`/data/${id}`, language)}">${title[language]}</a>: ${about[language]}`,
  )
  const told = stories.map(
    ({ id, name }) => html`<a href="${site.pageOf(`/present/${encodeURIComponent(id)}`, language)}">${name}</a>`,
  )
  const others = UNLAYERED.filter((kind) => kind !== 'organisation').flatMap((kind) => listOf(kind, reader))
  const content = [
    html`<p>${say('directoryAbout')}</p>`,
    section(say('layers'), list(layers)),
    told.length > 0 && section(say('stories'), list(told)),
    section(say('organisations'), list(listOf('organisation', reader))),
    others.length > 0 && section(say('records'), list(others)),
    site.mapOf({}, language) && html`<p><a href="/docs">${say('api')}</a></p>`,
  ]
  return {
    path: '/data',
    language,
    title: say('directory'),
    description: PAGE_WORDS.directoryAbout[language],
    type: 'website',
    links: [CATALOGUE_LINK],
    data: [catalogueOf(await yearsOf(reader), reader)],
    main: frame({ path: '/data', title: say('directory'), about: say('name'), content, isSample: false }, reader),
    view: {},
    isSample: false,
  }
}
