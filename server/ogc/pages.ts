import { layerOf } from '../../data/layers/index.ts'
import type { LayerField } from '../../data/layers/layer.ts'
import type { FeatureAnswer } from '../../data/model/answers.ts'
import type { Language, Words } from '../../data/model/words.ts'
import { html, type Part } from '../pages/html.ts'
import { PLAIN_STYLE } from '../pages/shell.ts'
import { dateText, numberText } from '../sheet/numbers.ts'
import type { Collection, Link } from './collections.ts'
import type { CollectionId } from './items.ts'

/** What the service calls itself, to people and to programs. */
export const SERVICE = {
  title: { id: 'Layanan fitur Bentang', en: 'Bentang features' },
  about: {
    id: 'Lapisan umum Bentang menurut OGC API - Features. Sambungkan di QGIS sebagai WFS / OGC API - Features dengan alamat halaman ini.',
    en: 'The public layers of Bentang by OGC API - Features. Connect in QGIS as WFS / OGC API - Features with the address of this page.',
  },
} as const

const WORDS = {
  collections: { id: 'Koleksi', en: 'Collections' },
  id: { id: 'Id', en: 'Id' },
  title: { id: 'Judul', en: 'Title' },
  matched: { id: 'fitur, ditampilkan', en: 'features, shown' },
  date: { id: 'Keadaan', en: 'As of' },
  next: { id: 'Halaman berikutnya', en: 'Next page' },
  source: { id: 'Sumber', en: 'Source' },
  sample: { id: 'data contoh', en: 'sample data' },
  items: { id: 'Lihat fiturnya', en: 'See its features' },
  columns: { id: 'Kolom', en: 'Properties' },
  filter: {
    id: 'Filter (CQL2) memakai nama-nama ini, misalnya',
    en: 'Filters (CQL2) use these names, such as',
  },
  name: { id: 'Nama', en: 'Name' },
  meaning: { id: 'Arti', en: 'Meaning' },
  type: { id: 'Jenis', en: 'Type' },
  values: { id: 'Nilai', en: 'Values' },
  programs: { id: 'Untuk program', en: 'For programs' },
  record: {
    id: 'Catatan ini di Bentang, dengan sumber dan riwayatnya',
    en: 'This record in Bentang, with its source and history',
  },
} as const

const TYPE_WORDS: { readonly [type in LayerField['type']]: Words } = {
  string: { id: 'teks', en: 'text' },
  integer: { id: 'bilangan bulat', en: 'whole number' },
  number: { id: 'bilangan', en: 'number' },
  boolean: { id: 'ya atau tidak', en: 'yes or no' },
  date: { id: 'tanggal', en: 'date' },
  strings: { id: 'daftar teks', en: 'list of texts' },
}

type Page = {
  readonly title: string
  readonly language: Language
  readonly root: string
  readonly other: string
  readonly content: Part
}

export const pageOf = ({ title, language, root, other, content }: Page): string => {
  const [name, label] = language === 'id' ? ['en', 'English'] : ['id', 'Bahasa Indonesia']
  const document = html`<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>${title} - Bentang</title>
`
  const body = html`<main class="plain"><nav><a href="/">Bentang</a> · <a href="${root}?f=html">${SERVICE.title[language]}</a> · <a href="${other}" lang="${name}">${label}</a></nav>
<h1>${title}</h1>
${content}</main>`
  return `<!doctype html>\n${document.text}<style>body{margin:0}${PLAIN_STYLE}</style>\n</head>\n<body>\n${body.text}\n</body>\n</html>\n`
}

/** What every page is told in. */
export type Told = {
  readonly language: Language
  readonly root: string
  /** The same page in the other language. */
  readonly other: string
}

/** What a page is to people already: itself, and the same for programs. */
const ONLY_FOR_PROGRAMS = ['self', 'alternate']

export const linkList = (links: readonly Link[]): Part =>
  html`<ul>${links
    .filter(({ rel }) => !ONLY_FOR_PROGRAMS.includes(rel))
    .map(
      ({ href, title, rel, type }) =>
        html`<li><a href="${href}">${title ?? rel}</a> <small>${rel}, ${type}</small></li>`,
    )}</ul>`

export const landingPage = (links: readonly Link[], told: Told): string =>
  pageOf({
    ...told,
    title: SERVICE.title[told.language],
    content: html`<p>${SERVICE.about[told.language]}</p>${linkList(links)}`,
  })

export const collectionsPage = (collections: readonly Collection[], told: Told): string =>
  pageOf({
    ...told,
    title: WORDS.collections[told.language],
    content: html`<ul>${collections.map(
      ({ id, title, description }) =>
        html`<li><a href="${told.root}/collections/${id}?f=html">${title}</a>: ${description}</li>`,
    )}</ul>`,
  })

const crsName = (uri: string): string => (uri.includes('/EPSG/') ? `EPSG:${uri.split('/').at(-1)}` : 'CRS84')

/** What it is, its features, and its columns by the names that filters use. */
export const collectionPage = ({ id, title, description, attribution, crs, links }: Collection, told: Told): string => {
  const { language } = told
  const rows = layerOf(id).fields.map(
    ({ name, label, type, values = [] }) =>
      html`<tr><td><code>${name}</code></td><td>${label[language]}</td><td>${TYPE_WORDS[type][language]}</td><td>${values.join(', ')}</td></tr>`,
  )
  const forPrograms = links.filter(({ rel, type }) => rel !== 'items' || type !== 'text/html')
  return pageOf({
    ...told,
    title,
    content: html`<p>${description}</p><p><a href="${told.root}/collections/${id}/items?f=html">${WORDS.items[language]}</a></p>
<p>${WORDS.source[language]}: ${attribution}. CRS: ${crs.map(crsName).join(', ')}</p>
<h2>${WORDS.columns[language]}</h2><p>${WORDS.filter[language]} <code>filter=title LIKE 'A%'</code></p>
<table><thead><tr><th>${WORDS.name[language]}</th><th>${WORDS.meaning[language]}</th><th>${WORDS.type[language]}</th><th>${WORDS.values[language]}</th></tr></thead><tbody>${rows}</tbody></table>
<h2>${WORDS.programs[language]}</h2>${linkList(forPrograms)}`,
  })
}

type Items = {
  readonly id: CollectionId
  readonly title: string
  readonly path: string
  readonly features: readonly FeatureAnswer[]
  readonly matched: number
  readonly time: string
  readonly next: string | null
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''
const cell = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : `${value}`
const shownCell = (value: unknown, language: Language): string => {
  if (typeof value === 'number' && !Number.isInteger(value)) return numberText(value, language)
  return isEmpty(value) ? '' : cell(value)
}

/** As many columns as a table can be read with. */
const MOST_COLUMNS = 5
const IN_EVERY_ROW = ['id', 'title', 'name', 'code']

export const itemsPage = ({ id, title, path, features, matched, time, next }: Items, told: Told): string => {
  const { language } = told
  const columns = layerOf(id)
    .fields.filter(({ name, type }) => !IN_EVERY_ROW.includes(name) && type !== 'strings')
    .slice(0, MOST_COLUMNS)
  const rows = features.map(
    ({ properties }) =>
      html`<tr><td><a href="${path}/${encodeURIComponent(properties.id)}?f=html">${properties.id}</a></td><td>${properties.title}${properties.origin === 'sample' && html` <em>${WORDS.sample[language]}</em>`}</td>${columns.map(({ name }) => html`<td>${shownCell(properties[name], language)}</td>`)}</tr>`,
  )
  return pageOf({
    ...told,
    title,
    content: html`<p>${numberText(matched, language)} ${WORDS.matched[language]} ${numberText(features.length, language)}. ${WORDS.date[language]}: ${dateText(time, language)}</p>
<table><thead><tr><th>${WORDS.id[language]}</th><th>${WORDS.title[language]}</th>${columns.map(({ label }) => html`<th>${label[language]}</th>`)}</tr></thead><tbody>${rows}</tbody></table>${next && html`<p><a href="${next}">${WORDS.next[language]}</a></p>`}`,
  })
}

/** A feature under the names its layer gives its fields; `record` is the page of the record behind it, if there is one. */
export const itemPage = (
  { properties }: FeatureAnswer,
  id: CollectionId,
  record: string | null,
  told: Told,
): string => {
  const { language } = told
  const { fields } = layerOf(id)
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label[language] ?? name
  const shown = Object.entries(properties).filter(([name, value]) => name !== 'layer' && !isEmpty(value))
  return pageOf({
    ...told,
    title: properties.title,
    content: html`<dl>${shown.map(([name, value]) => html`<dt>${labelOf(name)}</dt><dd>${cell(value)}</dd>`)}</dl>
${record && html`<p><a href="${record}">${WORDS.record[language]}</a></p>`}`,
  })
}
