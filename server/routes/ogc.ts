import type { Geometry } from 'geojson'
import type { Context } from 'hono'
import { layerOf } from '../../data/layers/index.ts'
import type { FeatureAnswer } from '../../data/model/answers.ts'
import type { Language, Words } from '../../data/model/words.ts'
import type { AppEnv } from '../access/caller.ts'
import { isRecordLayer, KIND_OF_LAYER } from '../features.ts'
import { nearMatches } from '../near.ts'
import { COLLECTION_IDS, collectionOf, findCollection, type Link } from '../ogc/collections.ts'
import { boxIn, CRS84, type Crs, findCrs, projected, SYSTEMS } from '../ogc/crs.ts'
import { parseDatetime } from '../ogc/datetime.ts'
import { definitionOf } from '../ogc/definition.ts'
import { type CollectionId, itemOf, itemsOf } from '../ogc/items.ts'
import { collectionPage, collectionsPage, itemPage, itemsPage, landingPage, SERVICE, type Told } from '../ogc/pages.ts'
import { badRequest, languageOf, notFound, quote } from '../problems.ts'
import type { World } from '../world.ts'
import { createRouter, type SeenAt } from './router.ts'

export const CONFORMANCE = [
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
  'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
] as const

const STANDARD_LIMIT = 100
export const MOST_ITEMS = 10_000
const PATH = '/ogc'

type Asked = Context<AppEnv>

const wrong = (name: string, text: string, remedy: Words) =>
  badRequest({
    id: `Parameter ${quote(name)} berisi ${quote(text)}. ${remedy.id}`,
    en: `Parameter ${quote(name)} is ${quote(text)}. ${remedy.en}`,
  })

/** Each parameter once; what an address does not know it refuses, as the standard asks. */
const queryOf = (c: Asked, known: readonly string[]): ReadonlyMap<string, string> => {
  const given = [...new URL(c.req.url).searchParams]
  const all = [...known, 'f', 'lang']
  for (const [at, [name]] of given.entries()) {
    const isTwice = given.findIndex(([one]) => one === name) !== at
    if (all.includes(name) && !isTwice) continue
    const near = nearMatches(name, all, 1)[0]
    throw badRequest({
      id: isTwice
        ? `Parameter ${quote(name)} diberikan lebih dari sekali. Tulis satu kali saja.`
        : `Parameter ${quote(name)} tidak dikenal di alamat ini. ${near ? `Maksud Anda ${quote(near)}?` : `Yang ada: ${all.join(', ')}.`}`,
      en: isTwice
        ? `Parameter ${quote(name)} is given more than once. Write it once.`
        : `Parameter ${quote(name)} is not known at this address. ${near ? `Did you mean ${quote(near)}?` : `Known: ${all.join(', ')}.`}`,
    })
  }
  return new Map(given)
}

const wantsPage = (c: Asked, query: ReadonlyMap<string, string>): boolean => {
  const f = query.get('f')
  if (f !== undefined && f !== 'json' && f !== 'html')
    throw wrong('f', f, { id: 'Pilih json atau html.', en: 'Choose json or html.' })
  if (f !== undefined) return f === 'html'
  const accept = c.req.header('Accept') ?? ''
  return accept.includes('text/html') && !/^application\/(geo\+)?json/.test(accept)
}

const crsOf = (name: string, query: ReadonlyMap<string, string>): Crs => {
  const text = query.get(name)
  if (text === undefined) return CRS84
  const crs = findCrs(text)
  if (crs) return crs
  const known = SYSTEMS.map(({ uri }) => uri).join(', ')
  throw wrong(name, text, { id: `Pilih salah satu: ${known}.`, en: `Choose one of: ${known}.` })
}

const areaOf = (query: ReadonlyMap<string, string>) => {
  const crs = crsOf('bbox-crs', query)
  const text = query.get('bbox')
  if (text === undefined) return null
  const parts = text.split(',').map((part) => (/^\s*-?\d+(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN))
  // With heights the box has six numbers; heights limit nothing here.
  const flat = parts.length === 6 ? [parts[0]!, parts[1]!, parts[3]!, parts[4]!] : parts
  const [a, b, c, d] = flat
  const area = flat.length === 4 && !flat.some(Number.isNaN) ? boxIn([a!, b!, c!, d!], crs) : null
  if (area) return area
  throw wrong('bbox', text, {
    id: 'Tulis sudut terkecil lalu terbesar dalam urutan sumbu bbox-crs, misalnya 111,-1,113,1.',
    en: 'Write the lower corner, then the upper one, in the axis order of bbox-crs, such as 111,-1,113,1.',
  })
}

const daysOf = (query: ReadonlyMap<string, string>) => {
  const text = query.get('datetime')
  if (text === undefined) return null
  const days = parseDatetime(text)
  if (days) return days
  throw wrong('datetime', text, {
    id: 'Tulis tanggal atau rentang, misalnya 2026-05-08, 2026-01-01/2026-06-30 atau 2026-01-01/..',
    en: 'Write a date or an interval, such as 2026-05-08, 2026-01-01/2026-06-30 or 2026-01-01/..',
  })
}

/** Above the most the most is given, as the standard says. */
const limitOf = (query: ReadonlyMap<string, string>): number => {
  const text = query.get('limit')
  if (text === undefined) return STANDARD_LIMIT
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Math.min(MOST_ITEMS, Number(text))
  throw wrong('limit', text, {
    id: `Isi dengan bilangan bulat 1 sampai ${MOST_ITEMS}.`,
    en: `Give a whole number from 1 to ${MOST_ITEMS}.`,
  })
}

const requireCollection = (text: string): CollectionId => {
  const found = findCollection(text)
  if (found) return found
  throw notFound({
    id: `Koleksi ${quote(text)} tidak ada. Yang ada: ${COLLECTION_IDS.join(', ')}.`,
    en: `There is no collection ${quote(text)}. Available: ${COLLECTION_IDS.join(', ')}.`,
  })
}

const GEOJSON = 'application/geo+json'
const CACHE = { 'Cache-Control': 'public, max-age=60', Vary: 'Accept, Accept-Language' }

/** A collection of areas is one of multipolygons throughout: readers take its type from the first feature they see. */
const asCollected = (geometry: Geometry, id: CollectionId): Geometry =>
  geometry.type === 'Polygon' && layerOf(id).geometry === 'polygon'
    ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] }
    : geometry

const given = (feature: FeatureAnswer, id: CollectionId, crs: Crs): FeatureAnswer => {
  if (!feature.geometry) return feature
  const geometry = asCollected(feature.geometry, id)
  return { ...feature, geometry: crs === CRS84 ? geometry : projected(geometry, crs) }
}

/** OGC API - Features Part 1 (core, GeoJSON, HTML, OpenAPI 3.0) and Part 2 (systems of coordinates), over what everyone may see. */
export const ogcRoutes = (world: World, seenAt: SeenAt, now: () => Date) => {
  const rootOf = (c: Asked): string => `${seenAt(c.req.url).origin}${PATH}`
  const toldOf = (c: Asked): Told => {
    const language = languageOf(new URL(c.req.url), c.req.header('Accept-Language'))
    const other = seenAt(c.req.url)
    other.searchParams.set('lang', language === 'id' ? 'en' : 'id')
    other.searchParams.set('f', 'html')
    return { language, root: rootOf(c), other: other.href }
  }
  const selfLinks = (c: Asked, type: string): Link[] => {
    const at = (f: 'json' | 'html') => {
      const url = seenAt(c.req.url)
      url.searchParams.set('f', f)
      return url.href
    }
    return [
      { rel: 'self', type, href: seenAt(c.req.url).href },
      { rel: 'alternate', type: 'text/html', href: at('html') },
    ]
  }
  const page = (c: Asked, text: string) => c.html(text, 200, CACHE)
  const router = createRouter()

  const landing = (c: Asked) => {
    const query = queryOf(c, [])
    const told = toldOf(c)
    const { root, language } = told
    const links: Link[] = [
      ...selfLinks(c, 'application/json'),
      {
        rel: 'service-desc',
        type: 'application/vnd.oai.openapi+json;version=3.0',
        href: `${root}/api`,
        title: 'OpenAPI 3.0',
      },
      { rel: 'service-doc', type: 'text/html', href: `${root}/api?f=html`, title: 'API' },
      { rel: 'conformance', type: 'application/json', href: `${root}/conformance`, title: 'Conformance' },
      {
        rel: 'data',
        type: 'application/json',
        href: `${root}/collections`,
        title: language === 'id' ? 'Koleksi' : 'Collections',
      },
    ]
    if (wantsPage(c, query)) {
      const forPeople = links.map((link) => (link.rel === 'data' ? { ...link, href: `${link.href}?f=html` } : link))
      return page(c, landingPage(forPeople, told))
    }
    return c.json({ title: SERVICE.title[language], description: SERVICE.about[language], links }, 200, CACHE)
  }
  router.get(PATH, landing)
  router.get(`${PATH}/`, landing)

  router.get(`${PATH}/conformance`, (c) => {
    const query = queryOf(c, [])
    const told = toldOf(c)
    const links = CONFORMANCE.map((href): Link => ({ rel: 'conformance', type: 'text/html', href, title: href }))
    return wantsPage(c, query) ? page(c, landingPage(links, told)) : c.json({ conformsTo: CONFORMANCE }, 200, CACHE)
  })

  router.get(`${PATH}/api`, (c) => {
    if (wantsPage(c, queryOf(c, []))) return c.redirect('/docs')
    const definition = definitionOf(rootOf(c), COLLECTION_IDS, MOST_ITEMS, STANDARD_LIMIT)
    return c.body(JSON.stringify(definition), 200, {
      ...CACHE,
      'Content-Type': 'application/vnd.oai.openapi+json;version=3.0',
    })
  })

  const described = (id: CollectionId, language: Language, root: string) => collectionOf(id, world, { language, root })

  router.get(`${PATH}/collections`, (c) => {
    const query = queryOf(c, [])
    const told = toldOf(c)
    const collections = COLLECTION_IDS.map((id) => described(id, told.language, told.root))
    if (wantsPage(c, query)) return page(c, collectionsPage(collections, told))
    const crs = SYSTEMS.map(({ uri }) => uri)
    return c.json({ links: selfLinks(c, 'application/json'), crs, collections }, 200, CACHE)
  })

  router.get(`${PATH}/collections/:id`, (c) => {
    const id = requireCollection(c.req.param('id'))
    const query = queryOf(c, [])
    const told = toldOf(c)
    const collection = described(id, told.language, told.root)
    return wantsPage(c, query) ? page(c, collectionPage(collection, told)) : c.json(collection, 200, CACHE)
  })

  router.get(`${PATH}/collections/:id/items`, async (c) => {
    const id = requireCollection(c.req.param('id'))
    const query = queryOf(c, ['bbox', 'bbox-crs', 'datetime', 'limit', 'crs', 'after'])
    const [crs, limit, isPage] = [crsOf('crs', query), limitOf(query), wantsPage(c, query)]
    const { features, matched, next, asOf } = await itemsOf(world, id, {
      area: areaOf(query),
      days: daysOf(query),
      after: query.get('after'),
      limit,
    })
    const follow = seenAt(c.req.url)
    if (next !== null) follow.searchParams.set('after', next)
    const told = toldOf(c)
    if (isPage) {
      const { title } = described(id, told.language, told.root)
      const path = `${PATH}/collections/${id}/items`
      const onward = next === null ? null : follow.href
      return page(c, itemsPage({ title, path, features, matched, time: asOf.time, next: onward }, told))
    }
    const links = selfLinks(c, GEOJSON)
    if (next !== null) links.push({ rel: 'next', type: GEOJSON, href: follow.href })
    const body = {
      type: 'FeatureCollection',
      links,
      timeStamp: now().toISOString(),
      asOf,
      numberMatched: matched,
      numberReturned: features.length,
      features: features.map((feature) => given(feature, id, crs)),
    }
    return c.body(JSON.stringify(body), 200, { ...CACHE, 'Content-Type': GEOJSON, 'Content-Crs': `<${crs.uri}>` })
  })

  router.get(`${PATH}/collections/:id/items/:item`, (c) => {
    const id = requireCollection(c.req.param('id'))
    const query = queryOf(c, ['crs'])
    const crs = crsOf('crs', query)
    const item = c.req.param('item')
    const feature = itemOf(world, id, item)
    if (!feature)
      throw notFound({
        id: `Koleksi ${id} tidak berisi ${quote(item)}. Lihat daftarnya di ${PATH}/collections/${id}/items.`,
        en: `Collection ${id} holds no ${quote(item)}. See the list at ${PATH}/collections/${id}/items.`,
      })
    const told = toldOf(c)
    if (wantsPage(c, query)) {
      const record = isRecordLayer(id) ? `/p/${KIND_OF_LAYER[id]}/${encodeURIComponent(item)}` : null
      return page(c, itemPage(feature, id, record, told))
    }
    const links: Link[] = [
      ...selfLinks(c, GEOJSON),
      { rel: 'collection', type: 'application/json', href: `${told.root}/collections/${id}` },
    ]
    return c.body(JSON.stringify({ ...given(feature, id, crs), links }), 200, {
      ...CACHE,
      'Content-Type': GEOJSON,
      'Content-Crs': `<${crs.uri}>`,
    })
  })
  return router
}
