import type { Geometry } from 'geojson'
import { layerOf } from '../../data/layers/index.ts'
import type { FeatureAnswer } from '../../data/model/answers.ts'
import type { Language } from '../../data/model/words.ts'
import { isRecordLayer, KIND_OF_LAYER } from '../features.ts'
import { equalNames, openAskedFilter } from '../ogc/asked_filter.ts'
import { COLLECTION_IDS, collectionOf, type Link, SCHEMA } from '../ogc/collections.ts'
import { CONFORMANCE } from '../ogc/conformance.ts'
import { CRS84, type Crs, projected, SYSTEMS } from '../ogc/crs.ts'
import { definitionOf } from '../ogc/definition.ts'

import { type CollectionId, createItems, itemOf } from '../ogc/items.ts'
import { collectionPage, collectionsPage, itemPage, itemsPage, landingPage, SERVICE } from '../ogc/pages.ts'

import {
  type Asked,
  areaOf,
  crsOf,
  daysOf,
  filterOf,
  ITEMS_PARAMETERS,
  limitOf,
  queryOf,
  questionOf,
  requireCollection,
  wantsPage,
} from '../ogc/parameters.ts'
import { schemaOf } from '../ogc/schema.ts'
import { createTelling, OGC_CACHE, OGC_PATH } from '../ogc/telling.ts'
import { schemesLink } from '../ogc/tilesets.ts'
import { notFound, quote } from '../problems.ts'
import type { World } from '../world.ts'
import { createRouter, type SeenAt } from './router.ts'

const GEOJSON = 'application/geo+json'

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

/**
 * OGC API - Features over what everyone may see: Part 1 (core, GeoJSON, HTML, OpenAPI 3.0), Part 2 (systems of coordinates),
 * Part 3 (queryables, CQL2) and Part 5 (schemas).
 */
export const ogcRoutes = (world: World, seenAt: SeenAt, now: () => Date) => {
  const { rootOf, toldOf, selfLinks, page } = createTelling(seenAt)
  const readItems = createItems(world)
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
      schemesLink(root, language),
    ]
    if (wantsPage(c, query)) {
      const forPeople = links.map((link) => (link.rel === 'data' ? { ...link, href: `${link.href}?f=html` } : link))
      return page(c, landingPage(forPeople, told))
    }
    return c.json({ title: SERVICE.title[language], description: SERVICE.about[language], links }, 200, OGC_CACHE)
  }
  router.get(OGC_PATH, landing)
  router.get(`${OGC_PATH}/`, landing)

  router.get(`${OGC_PATH}/conformance`, (c) => {
    const query = queryOf(c, [])
    const told = toldOf(c)
    const links = CONFORMANCE.map((href): Link => ({ rel: 'conformance', type: 'text/html', href, title: href }))
    return wantsPage(c, query) ? page(c, landingPage(links, told)) : c.json({ conformsTo: CONFORMANCE }, 200, OGC_CACHE)
  })

  router.get(`${OGC_PATH}/api`, (c) => {
    if (wantsPage(c, queryOf(c, []))) return c.redirect('/docs')
    const definition = definitionOf(rootOf(c))
    return c.body(JSON.stringify(definition), 200, {
      ...OGC_CACHE,
      'Content-Type': 'application/vnd.oai.openapi+json;version=3.0',
    })
  })

  const described = (id: CollectionId, language: Language, root: string) => collectionOf(id, world, { language, root })

  router.get(`${OGC_PATH}/collections`, (c) => {
    const query = queryOf(c, [])
    const told = toldOf(c)
    const collections = COLLECTION_IDS.map((id) => described(id, told.language, told.root))
    if (wantsPage(c, query)) return page(c, collectionsPage(collections, told))
    const crs = SYSTEMS.map(({ uri }) => uri)
    return c.json({ links: selfLinks(c, 'application/json'), crs, collections }, 200, OGC_CACHE)
  })

  router.get(`${OGC_PATH}/collections/:id`, (c) => {
    const id = requireCollection(c.req.param('id'))
    const query = queryOf(c, [])
    const told = toldOf(c)
    const collection = described(id, told.language, told.root)
    return wantsPage(c, query) ? page(c, collectionPage(collection, told)) : c.json(collection, 200, OGC_CACHE)
  })

  for (const of of ['schema', 'queryables'] as const)
    router.get(`${OGC_PATH}/collections/:id/${of}`, (c) => {
      const id = requireCollection(c.req.param('id'))
      queryOf(c, [])
      const { language, root } = toldOf(c)
      const address = `${root}/collections/${id}/${of}`
      const schema = schemaOf(layerOf(id), {
        address,
        language,
        of: of === 'schema' ? 'returnables' : of,
      })
      return c.body(JSON.stringify(schema), 200, { ...OGC_CACHE, 'Content-Type': SCHEMA })
    })

  router.get(`${OGC_PATH}/collections/:id/items`, async (c) => {
    const id = requireCollection(c.req.param('id'))
    const layer = layerOf(id)
    const query = queryOf(c, [...ITEMS_PARAMETERS, ...equalNames(layer)])
    const [crs, limit, isPage] = [crsOf('crs', query), limitOf(query), wantsPage(c, query)]
    const [area, days] = [areaOf(query), daysOf(query)]
    const filter = await openAskedFilter(layer, filterOf(query))
    const { features, matched, next, asOf } = await readItems(id, {
      area,
      days,
      filter,
      question: questionOf(query),
      after: query.get('after'),
      limit,
      year: now().getUTCFullYear(),
      signal: c.req.raw.signal,
    }).finally(() => filter?.release())
    const follow = seenAt(c.req.url)
    if (next !== null) follow.searchParams.set('after', next)
    const told = toldOf(c)
    if (isPage) {
      const { title } = described(id, told.language, told.root)
      const path = `${OGC_PATH}/collections/${id}/items`
      const onward = next === null ? null : follow.href
      return page(c, itemsPage({ id, title, path, features, matched, time: asOf.time, next: onward }, told))
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
    return c.body(JSON.stringify(body), 200, { ...OGC_CACHE, 'Content-Type': GEOJSON, 'Content-Crs': `<${crs.uri}>` })
  })

  router.get(`${OGC_PATH}/collections/:id/items/:item`, async (c) => {
    const id = requireCollection(c.req.param('id'))
    const query = queryOf(c, ['crs'])
    const crs = crsOf('crs', query)
    const item = c.req.param('item')
    const feature = await itemOf(world, id, item)
    if (!feature)
      throw notFound({
        id: `Koleksi ${id} tidak berisi ${quote(item)}. Lihat daftarnya di ${OGC_PATH}/collections/${id}/items.`,
        en: `Collection ${id} holds no ${quote(item)}. See the list at ${OGC_PATH}/collections/${id}/items.`,
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
      ...OGC_CACHE,
      'Content-Type': GEOJSON,
      'Content-Crs': `<${crs.uri}>`,
      ...(isRecordLayer(id) ? { ETag: `"${world.everyone.find(KIND_OF_LAYER[id], item)!.revision}"` } : {}),
    })
  })
  return router
}
