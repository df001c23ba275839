import type { Words } from '../../data/model/words.ts'
import { html, type Part } from '../pages/html.ts'
import { linkList, pageOf, type Told } from './pages.ts'
import type { TilesetMetadata } from './tilesets.ts'

const WORDS = {
  source: { id: 'Sumber', en: 'Source' },
  layers: { id: 'Lapisan di dalam ubin', en: 'Layers in the tiles' },
  fields: { id: 'Kolom', en: 'Fields' },
  depth: { id: 'Tingkat ubin', en: 'Tile matrices' },
  tiles: { id: 'Alamat ubin, baris sebelum kolom', en: 'Address of a tile, its row before its column' },
} as const satisfies Record<string, Words>

/** The addresses of tiles, and what programs read them by. */
const addressesOf = ({ links }: TilesetMetadata): Part =>
  links.map(({ rel, href, title, templated }) =>
    templated ? html`<p>${href}</p>` : rel === 'alternate' && html`<p><a href="${href}">${title}</a></p>`,
  )

/** A tileset for people: what lies in it, how deep it goes, and the address to give to a program. */
export const tilesetPage = (tileset: TilesetMetadata, told: Told): string => {
  const { language } = told
  const { title, description, attribution, layers, links, tileMatrixSetLimits: limits } = tileset
  return pageOf({
    ...told,
    title,
    content: html`<p>${description}</p><p>${WORDS.source[language]}: ${attribution}</p>
<h2>${WORDS.tiles[language]}</h2>${addressesOf(tileset)}
<p>${WORDS.depth[language]}: ${limits[0]?.tileMatrix}-${limits.at(-1)?.tileMatrix}</p>
<h2>${WORDS.layers[language]}</h2><table><thead><tr><th>Id</th><th>${WORDS.fields[language]}</th></tr></thead><tbody>${layers.map(
      ({ id, propertiesSchema }) =>
        html`<tr><td>${id}</td><td>${Object.keys(propertiesSchema.properties).join(', ')}</td></tr>`,
    )}</tbody></table>${linkList(links.filter(({ templated }) => !templated))}`,
  })
}

/** What is listed by its title, each with its address: the tilesets of a collection, the tile matrix sets. */
export const listPage = (
  title: string,
  items: readonly { readonly title: string; readonly href: string }[],
  told: Told,
): string =>
  pageOf({
    ...told,
    title,
    content: html`<ul>${items.map((item) => html`<li><a href="${item.href}">${item.title}</a></li>`)}</ul>`,
  })
