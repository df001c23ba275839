import { LAYERS, layerOf } from '../../data/layers/index.ts'
import type { Language } from '../../data/model/words.ts'
import type { Bounds } from '../bounds.ts'
import { boundsOfAll, licenceAddress } from '../metadata/facts.ts'
import type { World } from '../world.ts'
import { CRS84, SYSTEMS } from './crs.ts'
import type { CollectionId } from './items.ts'
import { STYLES_REL, TILES_TITLE, TILESETS_REL } from './tilesets.ts'

const REL = 'http://www.opengis.net/def/rel/ogc/1.0'
export const SCHEMA = 'application/schema+json'

export type Link = {
  readonly href: string
  readonly rel: string
  readonly type: string
  readonly title?: string
  readonly hreflang?: string
}

export type Collection = {
  readonly id: CollectionId
  readonly title: string
  readonly description: string
  readonly attribution: string
  readonly license: string
  /** Of all that is here; absent where no regency has an area. */
  readonly extent?: { readonly spatial: { readonly bbox: readonly Bounds[]; readonly crs: string } }
  readonly itemType: 'feature'
  readonly crs: readonly string[]
  readonly storageCrs: string
  readonly links: readonly Link[]
}

export const COLLECTION_IDS: readonly CollectionId[] = LAYERS.map(({ id }) => id)

export const findCollection = (text: string): CollectionId | null => COLLECTION_IDS.find((id) => id === text) ?? null

/** A collection as OGC API - Features Part 1 and 2 describe it; `root` is the address of the landing page. */
export const collectionOf = (
  id: CollectionId,
  world: World,
  { language, root }: { readonly language: Language; readonly root: string },
): Collection => {
  const { title, about, attribution, license } = layerOf(id)
  const bbox = boundsOfAll(world)
  const at = `${root}/collections/${id}`
  return {
    id,
    title: title[language],
    description: about[language],
    attribution,
    license: licenceAddress(license),
    ...(bbox ? { extent: { spatial: { bbox: [bbox], crs: CRS84.uri } } } : {}),
    itemType: 'feature',
    crs: SYSTEMS.map(({ uri }) => uri),
    storageCrs: CRS84.uri,
    links: [
      { rel: 'self', type: 'application/json', href: at, title: title[language] },
      { rel: 'items', type: 'application/geo+json', href: `${at}/items`, title: title[language] },
      { rel: 'items', type: 'text/html', href: `${at}/items?f=html`, title: title[language] },
      { rel: `${REL}/queryables`, type: SCHEMA, href: `${at}/queryables`, title: 'Queryables' },
      { rel: `${REL}/schema`, type: SCHEMA, href: `${at}/schema`, title: 'Schema' },
      { rel: TILESETS_REL, type: 'application/json', href: `${at}/tiles`, title: TILES_TITLE[language] },
      { rel: STYLES_REL, type: 'application/json', href: `${at}/styles`, title: 'MapLibre' },
      { rel: 'license', type: 'text/html', href: licenceAddress(license), title: license },
    ],
  }
}
