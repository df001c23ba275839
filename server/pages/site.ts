import type { LayerId } from '../../data/layers/layer.ts'
import { EXPORT_FORMATS } from '../../data/model/export_format.ts'
import type { Language } from '../../data/model/words.ts'

export type Download = { readonly href: string; readonly type: string; readonly label: string }

/** Where things stand for whoever reads a page: on a running server, or in a folder of files. */
export type Site = {
  /** Where visitors reach it, without a slash at its end. */
  readonly base: string
  pageOf(path: string, language: Language): string
  /** The map with a view open; null where there is none. */
  mapOf(search: Readonly<Record<string, string>>, language: Language): string | null
  /** Where a story is played, when that is not its page, and its one-file pack; null where there is none. */
  storyOf(id: string): { readonly player: string | null; readonly pack: string | null }
  pictureOf(path: string, language: Language): string
  /** Of an analysis those of this year. */
  downloadsOf(layer: LayerId, year: number): readonly Download[]
}

/** One file a page and language, for search engines and for whoever shares the address. */
export const picturePath = (path: string, language: Language): string =>
  `/og/${language}${path === '/' ? '/index' : path}.png`

const GEOJSON = 'application/geo+json'
const CSV = 'text/csv'
const TILES = 'application/vnd.pmtiles'
export const isAnalysis = (layer: LayerId): layer is 'gaps' | 'overlaps' => layer === 'gaps' || layer === 'overlaps'

const encode = (search: Readonly<Record<string, string>>, language: Language): string => {
  const text = new URLSearchParams({ ...search, ...(language === 'en' ? { lang: 'en' } : {}) }).toString()
  return text && `?${text}`
}

/** Every form that the server writes of one thing. */
const filesAt = (path: string, search = '', of = ''): readonly Download[] =>
  EXPORT_FORMATS.map(({ ending, type, name }) => ({
    href: `${path}.${ending}${search}`,
    type: type.replace(/;.*/, ''),
    label: `${name}${of}`,
  }))

/** Addresses of the running server. */
export const liveSite = (base: string): Site => ({
  base,
  pageOf: (path, language) => `${path}${encode({}, language)}`,
  mapOf: (search, language) => `/${encode(search, language)}`,
  storyOf: (id) => ({ player: null, pack: `/api/stories/${encodeURIComponent(id)}/pack.html` }),
  pictureOf: picturePath,
  downloadsOf: (layer, year) => [
    ...(isAnalysis(layer)
      ? // An analysis is of one theme at a time; the address shows how to ask for another.
        filesAt(`/api/export/${layer}`, `?theme=stunting&period=${year}`, ` (stunting, ${year})`)
      : filesAt(`/api/export/${layer}`)),
    { href: `/ogc/collections/${layer}/items`, type: GEOJSON, label: 'OGC API - Features' },
    ...(isAnalysis(layer) ? [] : [{ href: `/tiles/${layer}.json`, type: 'application/json', label: 'TileJSON' }]),
  ],
})

/** A folder has one file at an address: the player has a story's own, and what is read of it stands with the records. */
const folderPath = (path: string): string => (path === '/' ? '' : path.replace(/^\/present\//, '/p/story/'))

/** Addresses inside a published folder, each a path that a plain web server answers with a file. */
export const folderSite = (base: string, { hasPlayer }: { readonly hasPlayer: boolean }): Site => ({
  base,
  pageOf: (path, language) => `${language === 'en' ? '/en' : ''}${folderPath(path)}/`,
  mapOf: () => null,
  storyOf: (id) => {
    const player = hasPlayer ? `/present/${encodeURIComponent(id)}/` : null
    return { player, pack: player && `${player}index.html` }
  },
  pictureOf: (path) => picturePath(path, 'id'),
  downloadsOf: (layer) => [
    { href: `/data/${layer}.geojson`, type: GEOJSON, label: 'GeoJSON' },
    { href: `/data/${layer}.csv`, type: CSV, label: 'CSV' },
    ...(isAnalysis(layer) ? [] : [{ href: `/data/${layer}.pmtiles`, type: TILES, label: 'PMTiles' }]),
  ],
})
