import { LAYERS } from '../../data/layers/index.ts'
import type { LayerSpec } from '../../data/layers/layer.ts'
import type { Language } from '../../data/model/words.ts'
import type { Bounds } from '../bounds.ts'
import { isPlaceLayer, isRecordLayer } from '../features.ts'
import { boundsOfAll, licenceAddress } from '../pages/datasets.ts'
import type { World } from '../world.ts'
import { CRS84, SYSTEMS } from './crs.ts'
import type { CollectionId } from './items.ts'

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

/** Layers of places and of records; what the engine computes is no collection of features that stand by themselves. */
const STANDING = LAYERS.filter(
  (spec): spec is LayerSpec & { readonly id: CollectionId } => isPlaceLayer(spec.id) || isRecordLayer(spec.id),
)

export const COLLECTION_IDS: readonly CollectionId[] = STANDING.map(({ id }) => id)

export const findCollection = (text: string): CollectionId | null => COLLECTION_IDS.find((id) => id === text) ?? null

/** A collection as OGC API - Features Part 1 and 2 describe it; `root` is the address of the landing page. */
export const collectionOf = (
  id: CollectionId,
  world: World,
  { language, root }: { readonly language: Language; readonly root: string },
): Collection => {
  const { title, about, attribution, license } = STANDING.find((spec) => spec.id === id)!
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
      { rel: 'license', type: 'text/html', href: licenceAddress(license), title: license },
    ],
  }
}
