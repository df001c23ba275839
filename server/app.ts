import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { IatiReporter } from '../data/model/iati.ts'
import { PAGES } from '../data/model/pages.ts'
import type { AppEnv } from './access/caller.ts'
import { sessionCookie } from './access/cookie.ts'
import { guard, type ReadOnly } from './access/guard.ts'
import { identify } from './access/identify.ts'
import { isOnlyPosted, READING, wrongMethod } from './access/methods.ts'
import { limitPace } from './access/pace.ts'
import { isPrivatePath, methodsAt } from './access/rights.ts'
import { findSender } from './access/sender.ts'
import { type ChangeFeed, followChanges } from './change_feed.ts'
import { openEmbedPage } from './embed/page.ts'
import { type EmbedSiteBook, memoryEmbedSites } from './embed/sites.ts'
import { createEmbedTiles } from './embed/tiles.ts'
import { createExportDesk, type ExportDesk } from './exports/desk.ts'
import { isRecordLayer } from './features.ts'
import { UNREGISTERED } from './iati_reporter.ts'
import type { ImportShelf } from './imports/shelf.ts'
import { codeOf } from './journal/files.ts'
import type { Replication } from './journal/replica.ts'
import type { RecordStore } from './journal/store.ts'
import type { Mail } from './mail.ts'
import { organisationsOf } from './organisations.ts'
import { createPast } from './past.ts'
import type { People } from './people/index.ts'
import { mailInvitations } from './people/mail.ts'
import { asRefusal, isCutOff, languageOf, notFound, problemResponse, quote } from './problems.ts'
import type { Reminded } from './reminders/memory.ts'
import { accountRoutes } from './routes/account.ts'
import { agreementRoutes } from './routes/agreements.ts'
import { areaRoutes } from './routes/area.ts'
import { awardRoutes } from './routes/award.ts'
import { changeRoutes } from './routes/change.ts'
import { changesRoutes } from './routes/changes.ts'
import { contactRoutes } from './routes/contacts.ts'
import { contextRoutes } from './routes/context.ts'
import { convergenceRoutes } from './routes/convergence.ts'
import { corridorRoutes } from './routes/corridor.ts'
import { coverageRoutes } from './routes/coverage.ts'
import { credentialRoutes } from './routes/credentials.ts'
import { dashboardRoutes } from './routes/dashboard.ts'
import { docsRoutes } from './routes/docs.ts'
import { describeRoutes } from './routes/document.ts'
import { embedRoutes } from './routes/embed.ts'
import { discoveryOf, embedPageRoutes } from './routes/embed_page.ts'
import { embedsRoutes } from './routes/embeds.ts'
import { eventRoutes } from './routes/events.ts'
import { explanationRoutes } from './routes/explanation.ts'
import { exportRoutes } from './routes/export.ts'
import { featureRoutes } from './routes/features.ts'
import { flowRoutes } from './routes/flows.ts'
import { gapRoutes } from './routes/gaps.ts'
import { groundRoutes } from './routes/grounds.ts'
import { healthRoutes, type Reasoning } from './routes/health.ts'
import { iatiRoutes } from './routes/iati.ts'
import { importRoutes } from './routes/imports.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { journalRoutes } from './routes/journal.ts'
import { journalLineRoutes } from './routes/journalLines.ts'
import { layerRoutes } from './routes/layers.ts'
import { matchRoutes } from './routes/matches.ts'
import { matchWorkRoutes } from './routes/matchWork.ts'
import { ogcRoutes } from './routes/ogc.ts'
import { ogcTileRoutes } from './routes/ogcTiles.ts'
import { ogcWorkRoutes } from './routes/ogcWork.ts'
import { overlapRoutes } from './routes/overlaps.ts'
import { pageAddress, pageRoutes } from './routes/pages.ts'
import { peopleRoutes } from './routes/people.ts'
import { photoRoutes } from './routes/photos.ts'
import { pictureRoutes } from './routes/picture.ts'
import { placeRoutes } from './routes/places.ts'
import { planRoutes } from './routes/plans.ts'
import { pointRoutes } from './routes/points.ts'
import { profileRoutes } from './routes/profile.ts'
import { recordRoutes } from './routes/records.ts'
import { reminderRoutes } from './routes/reminders.ts'
import { reviewRoutes } from './routes/review.ts'
import type { SeenAt } from './routes/router.ts'
import { scenarioRoutes } from './routes/scenario.ts'
import { searchRoutes } from './routes/search.ts'
import { securityTextRoutes } from './routes/securityText.ts'
import { sessionRoutes } from './routes/session.ts'
import { shapeRoutes } from './routes/shapes.ts'
import { sheetRoutes } from './routes/sheet.ts'
import { storyRoutes } from './routes/stories.ts'
import { packing, storyPackRoutes } from './routes/storyPack.ts'
import { storyWorkRoutes } from './routes/storyWork.ts'
import { styleRoutes } from './routes/styles.ts'
import { threeWRoutes } from './routes/threeW.ts'
import { tileRoutes } from './routes/tiles.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { workRoutes } from './routes/work.ts'
import type { PackParts } from './story_pack.ts'
import { isGroundLayer } from './tiles/ground_tileset.ts'
import { createTilesets } from './tiles/tilesets.ts'
import { createAssets } from './transport/assets.ts'
import { deliver } from './transport/deliver.ts'
import { guardHeaders } from './transport/headers.ts'
import { limitBodies } from './transport/limits.ts'
import { press } from './transport/press.ts'
import { type Watch, watchRequests } from './watch/requests.ts'
import type { PhotoShelf } from './work/photos/shelf.ts'
import { createRoom } from './work/room.ts'
import type { World } from './world.ts'

/** Where faults are told; never to the one who asked. */
export type Log = { error(details: object, message: string): void }

export type AppOptions = {
  readonly world: World
  /** The journal with its present state, for those who may work on it. */
  readonly store: RecordStore
  readonly people: People
  readonly photos: PhotoShelf
  readonly imports: ImportShelf
  /** Where files for download are made; a place of the system unless given. */
  readonly exports?: ExportDesk
  /** Absent where no mail server is configured. */
  readonly mail?: Mail
  /** When people were last reminded; nobody was unless given. */
  readonly reminded?: () => Promise<Reminded>
  /** Which sites may show widgets; kept in memory unless given. */
  readonly embedSites?: EmbedSiteBook
  /** What changed for everyone; followed here unless somebody else follows it already. */
  readonly feed?: ChangeFeed
  /** Who is told of changes, and takes nothing. */
  readonly webhooks?: Reasoning
  /** Who reports to IATI; nobody that is registered there unless given. */
  readonly iatiReporter?: IatiReporter
  readonly now: () => Date
  /** Runs evenly, for counting how often somebody asks; the process's own unless given. */
  readonly clockMs?: () => number
  /** The built client; without it only the API answers. */
  readonly webFolder?: string
  /** Reads what the build left for offline packs of stories; without it there are none. */
  readonly packParts?: () => Promise<PackParts>
  /** Whom to tell of a weakness, as `mailto:` or `https:`; nobody unless given. */
  readonly securityContact?: string
  /** Where visitors reach the server, when that is not the host they name: behind a proxy. Without a slash at its end. */
  readonly url?: string
  /** Addresses and ranges of the proxies before it; whom others name as the sender is not believed. */
  readonly trustedProxies?: readonly string[]
  readonly log: Log
  /** Hears of every request; nobody unless given. */
  readonly watch?: Watch
  /** Set where changes are refused; a replica tells how far it has come. */
  readonly readOnly?: ReadOnly & { readonly replication?: () => Replication }
  /** Aborted when the server stops: whoever follows changes is let go. */
  readonly closing?: AbortSignal
}

const nobodyReminded = async (): Promise<Reminded> => new Map()

const nowhere = (path: string) =>
  notFound({
    id: `Tidak ada apa-apa di ${quote(path)}. Daftar alamat ada di /docs.`,
    en: `There is nothing at ${quote(path)}. The list of addresses is at /docs.`,
  })

/** Pages of the client: addresses without a file ending, outside the API. */
const isPage = (path: string): boolean => !/^\/(api|tiles|ogc|docs|healthz)(\/|$)/.test(path) && !/\.\w+$/.test(path)
const KNOWN_PAGE = new RegExp(`^/(${PAGES.join('|')})$`)

/** Tiles of places and of the base map: no entry changes them. */
const isStanding = (path: string): boolean => {
  const tileset = /^(?:(?:\/embed\/v1)?\/tiles|\/ogc\/collections)\/([a-z]+)/.exec(path)?.[1]
  return tileset !== undefined && !isRecordLayer(tileset) && !isGroundLayer(tileset)
}

/** Whether a path is asked for with a method that something else there is served with. */
const isMisasked = (method: string, path: string): boolean =>
  isPrivatePath(path) ? methodsAt(path).length > 0 : !READING.includes(method) || isOnlyPosted(path)

export const createApp = (options: AppOptions) => {
  const { world, store, people, photos, mail, now, webFolder, url: publicUrl, log, closing } = options
  const assets = webFolder === undefined ? null : createAssets(webFolder)
  // A new program may answer the same question in another shape, and a new day changes every freshness.
  const started = now().getTime().toString(36)
  const version = (path: string) =>
    isStanding(path)
      ? started
      : `${started} ${world.everyone.asOf().seq} ${world.everyone.tabled().seq} ${now().toISOString().slice(0, 10)}`
  const embedSites = options.embedSites ?? memoryEmbedSites()
  const embedPage = webFolder === undefined ? null : openEmbedPage(webFolder)
  const remember = deliver(version)
  const seenAt: SeenAt = (url) => {
    const { pathname, search, href } = new URL(url)
    return new URL(publicUrl === undefined ? href : `${publicUrl}${pathname}${search}`)
  }

  const baseOf = (url: string): string => publicUrl ?? new URL(url).origin

  /** A view is told to sites that understand oEmbed in a header: the page itself is one file for all views. */
  const oembedLink = (url: string): string => {
    const base = baseOf(url)
    return `<${discoveryOf(base, `${base}/${new URL(url).search}`)}>; rel="alternate"; type="application/json+oembed"`
  }

  const tellOf = (message: string) => (error: unknown) => log.error({ err: error }, message)
  const room = createRoom({ world, store, people, photos, now })
  const past = createPast(world.geography, world.store.journal, world.hidden)
  const feed = options.feed ?? followChanges(store, world.coarsening)

  const app = new OpenAPIHono<AppEnv>()
  app.onError((error, c) => {
    const refusal = asRefusal(error)
    const url = new URL(c.req.url)
    // What the disk said is the operator's to know, whatever was answered.
    if (refusal.problem === 'internal' || (codeOf(error) !== '' && !isCutOff(error)))
      log.error({ err: error, request: c.get('request') }, 'A request failed')
    return problemResponse(refusal, languageOf(url, c.req.header('Accept-Language')), url.pathname.slice(0, 200))
  })
  app.notFound(async (c) => {
    const { path } = c.req
    if (isMisasked(c.req.method, path)) throw wrongMethod(c.req.method, path)
    const page = assets && isPage(path) ? '/index.html' : path
    const found = await assets?.find(page, c.req.raw, page === path || KNOWN_PAGE.test(path) ? 200 : 404)
    if (found) return found
    throw nowhere(path)
  })

  if (options.watch) app.use(watchRequests(options.watch))
  app.use(guardHeaders)
  const cookie = sessionCookie(publicUrl?.startsWith('https:') ?? false)
  const door = { people, cookie }
  app.use(findSender(options.trustedProxies ?? []))
  app.use(identify(people, cookie))
  app.use(guard(publicUrl, options.readOnly))
  app.use(limitPace(options.clockMs ?? (() => performance.now())))
  app.use(limitBodies())
  // What depends on who asks is never kept.
  const pass: MiddlewareHandler = (_, next) => next()
  // Files are of any size: they pass through as they are written.
  app.use('/api/*', (c, next) =>
    (isPrivatePath(c.req.path) ? press : c.req.path.startsWith('/api/export/') ? pass : remember)(c, next),
  )
  app.use('/tiles/*', remember)
  app.use('/ogc/collections/:id/tiles/WebMercatorQuad/:tileMatrix/*', remember)
  app.use('/embed/v1/*', remember)
  app.use('/oembed', remember)
  // Outside of what is remembered: one kept page serves every view.
  app.use('/', async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('Link', oembedLink(c.req.url))
  })
  const rememberPage = deliver(version, pageAddress)
  for (const path of ['/', '/p/*', '/present/*', '/data/*', '/og/*', '/robots.txt', '/sitemap.xml', '/catalogue.json'])
    app.use(path, rememberPage)

  const tilesets = createTilesets(world)
  const packs = packing((path) => app.request(path), options.packParts)
  const routes = app
    .route(
      '/',
      healthRoutes(world, [people, ...(options.webhooks ? [options.webhooks] : [])], options.readOnly?.replication),
    )
    .route('/', contextRoutes(world, now))
    .route('/', layerRoutes(world, now))
    .route('/', searchRoutes(world))
    .route('/', featureRoutes(world, seenAt))
    .route('/', exportRoutes(world, options.exports ?? createExportDesk(), seenAt))
    .route('/', ogcRoutes(world, seenAt, now))
    .route('/', ogcTileRoutes(world, seenAt, tilesets, now))
    .route('/', recordRoutes(world, now))
    .route('/', profileRoutes(world, now))
    .route('/', placeRoutes(world))
    .route('/', coverageRoutes(world))
    .route('/', pictureRoutes(world))
    .route('/', sheetRoutes(world))
    .route('/', overlapRoutes(world))
    .route('/', pointRoutes(world))
    .route('/', flowRoutes(world))
    .route('/', corridorRoutes(world))
    .route('/', changeRoutes(world, past))
    .route('/', changesRoutes({ world, past, feed, seenAt }))
    .route('/', dashboardRoutes({ world, past, trail: room.trail, now }))
    .route('/', explanationRoutes(world))
    .route('/', areaRoutes(world, now))
    .route('/', scenarioRoutes(world))
    .route('/', matchRoutes(world, now))
    .route('/', awardRoutes(world, now))
    .route('/', convergenceRoutes(world, now))
    .route('/', agreementRoutes(world, now, seenAt))
    .route('/', planRoutes(world, now, seenAt))
    .route('/', storyRoutes(world))
    .route('/', storyPackRoutes(packs))
    .route('/', gapRoutes(world))
    .route('/', threeWRoutes(world))
    .route('/', iatiRoutes({ world, reporter: options.iatiReporter ?? UNREGISTERED, now, baseOf }))
    .route('/', groundRoutes(world))
    .route('/', tileRoutes(world, seenAt, tilesets))
    .route('/', styleRoutes(world, seenAt, tilesets, now))
    .route('/', embedRoutes(world, createEmbedTiles(tilesets)))
    .route('/', embedPageRoutes({ world, sites: embedSites, page: embedPage, baseOf }))
    .route('/', embedsRoutes(embedSites))
    .route('/', ogcWorkRoutes(room, seenAt))
    .route('/', workRoutes(room))
    .route('/', matchWorkRoutes(room))
    .route('/', storyWorkRoutes(room, packs))
    .route('/', shapeRoutes(world))
    .route('/', reviewRoutes(room))
    .route('/', journalRoutes(room))
    .route('/', journalLineRoutes(store.journal, closing))
    .route('/', eventRoutes(room, closing))
    .route('/', photoRoutes(room))
    .route('/', importRoutes({ room, shelf: options.imports, report: tellOf('An import failed') }))
    .route('/', docsRoutes())
    .route('/', pageRoutes({ world, now, webFolder, baseOf }))
    .route('/', securityTextRoutes({ contact: options.securityContact ?? null, now, baseOf }))
    .route('/', sessionRoutes(door))
    .route('/', credentialRoutes(door))
    .route('/', accountRoutes({ ...door, journal: store.journal, reminded: options.reminded ?? nobodyReminded }))
    .route('/', invitationRoutes({ ...door, baseOf, mail: mail ? mailInvitations(mail) : null }))
    .route(
      '/',
      peopleRoutes(people, () => organisationsOf(store)),
    )
    .route('/', contactRoutes(people))
    .route('/', tokenRoutes(people))
    .route('/', reminderRoutes(people, mail !== undefined))

  app.get('/api/openapi.json', (c) => c.json(describeRoutes(app)))
  return routes
}

/** What the typed client is made from. */
export type AppType = ReturnType<typeof createApp>
