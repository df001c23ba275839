import { textOf } from '../../data/model/fact_words.ts'
import type { Kind } from '../../data/model/record.ts'
import type { Language } from '../../data/model/words.ts'
import { type Html, html, type Part } from './html.ts'
import type { Reader } from './page.ts'
import { PAGE_WORDS, type PageWord } from './page_words.ts'

export const sayIn =
  (language: Language) =>
  (word: PageWord): string =>
    PAGE_WORDS[word][language]

/** Where a record has its page; a story is shown, not filed. */
export const pathOf = (kind: Kind, id: string): string =>
  kind === 'story' ? `/present/${encodeURIComponent(id)}` : `/p/${kind}/${encodeURIComponent(id)}`

/** A link to a record that everyone may see; its name alone where there is no such record. */
export const recordLink = (kind: Kind, id: string, text: string, { site, language, world }: Reader): Html =>
  world.everyone.find(kind, id) ? html`<a href="${site.pageOf(pathOf(kind, id), language)}">${text}</a>` : html`${text}`

/** Terms with what they say; what says nothing is left out. */
export const terms = (rows: readonly (readonly [term: string, value: Part])[]): Html =>
  html`<dl>${rows.map(([term, value]) => value !== null && value !== '' && html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`

export const section = (title: string, content: Part): Html => html`<section><h2>${title}</h2>${content}</section>`

export const list = (items: readonly Part[]): Html => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`

type Framed = {
  readonly path: string
  readonly title: string
  readonly about: Part
  readonly content: Part
  readonly isSample: boolean
}

/** What every page has around its own: the way back, the other language, and what dates and limits all of its figures. */
export const frame = ({ path, title, about, content, isSample }: Framed, reader: Reader): Html => {
  const { site, language, world } = reader
  const say = sayIn(language)
  const other = language === 'id' ? 'en' : 'id'
  const { seq, time } = world.everyone.asOf()
  const { kind, attribution } = world.boundaries
  return html`<main class="plain">
<nav><a href="${site.pageOf('/', language)}">Bentang</a> · <a href="${site.pageOf('/data', language)}">${say('directory')}</a> · <a href="${site.pageOf(path, other)}" lang="${other}" hreflang="${other}">${say('other')}</a></nav>
<header><p>${about}${isSample && html` <em>${say('sample')}</em>`}</p><h1>${title}</h1></header>
${content}
<footer><p>${say('version')}: ${seq}, <time datetime="${time}">${textOf(language).date(time)}</time>. ${say('boundaries')}: ${say(kind)}. ${attribution}</p></footer>
</main>`
}
