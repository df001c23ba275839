import { existsSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { getRequestListener } from '@hono/node-server'
import { THEMES } from '../data/model/theme.ts'
import { URUSAN } from '../data/model/urusan.ts'
import { makeSample } from '../data/sample/index.ts'
import { SOURCED } from '../data/source/records/index.ts'
import { readAgreementStages } from './agreement_stages.ts'
import { createApp } from './app.ts'
import { readAwardWeights } from './award_weights.ts'
import { followChanges } from './change_feed.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { openEmbedSites } from './embed/sites.ts'
import { createExportDesk } from './exports/desk.ts'
import { readIatiReporter } from './iati_reporter.ts'
import { openImportShelf } from './imports/shelf.ts'
import { openDamagedStore } from './journal/damaged.ts'
import { JournalDamaged, JournalError } from './journal/errors.ts'
import { codeOf, NO_ROOM } from './journal/files.ts'
import { takeLock } from './journal/lock.ts'
import { openStoreAt } from './journal/open.ts'
import { openReplica, type Replication } from './journal/replica.ts'
import { awaitsSample, seedStore } from './journal/seed.ts'
import type { RecordStore } from './journal/store.ts'
import { openKeptFacts } from './kept_facts.ts'
import { openMail } from './mail.ts'
import { readRegencyWeights } from './match_weights.ts'
import { findOrganisation } from './organisations.ts'
import { openPeople, type People } from './people/index.ts'
import { linkOf } from './people/invitations.ts'
import { openLeftInvitations } from './people/left_invitations.ts'
import { makePrivateFolder, openPrivateFile, PRIVATE_FOLDER } from './people/private_file.ts'
import { loadPlaces, type PlaceSet, samplePlaces } from './places/index.ts'
import { daily } from './reminders/daily.ts'
import { openReminderMemory } from './reminders/memory.ts'
import { remind } from './reminders/remind.ts'
import { openRetentionMemory } from './retention/memory.ts'
import { sweep } from './retention/sweep.ts'
import { readPackParts } from './story_pack.ts'
import { warm } from './warm.ts'
import { listenForMetrics } from './watch/listen.ts'
import { logRequest, openLog } from './watch/log.ts'
import { createMetrics } from './watch/metrics.ts'
import { openWebhookMemory } from './webhooks/memory.ts'
import { sendWebhooks } from './webhooks/send.ts'
import { readWebhooks } from './webhooks/settings.ts'
import { openPhotoShelf } from './work/photos/shelf.ts'
import { createWorld, reasonsOf, type World } from './world.ts'

/** The project, seen from dist/server. */
const ROOT = resolve(import.meta.dirname, '../..')
const WEB = resolve(ROOT, 'dist/web')
const PACK = resolve(ROOT, 'dist/pack')
const SIBLING = resolve(ROOT, '../shared/data/boundaries')
/** Requests under way get this long to end after a signal. */
const FAREWELL_MS = 9_000
const IDLE_MS = 50
const FORGET_CALLERS_EVERY_MS = 60_000

const say = (words: string) => console.log(words)
const seconds = (ms: number) => (ms / 1000).toLocaleString('id-ID', { maximumFractionDigits: 1 })

const ORIGINS: Readonly<Record<PlaceSet['status']['origin'], string>> = {
  configured: 'sesuai BENTANG_BOUNDARIES',
  cache: 'dari simpanan',
  sibling: 'dari ../shared/data/boundaries',
  download: 'hasil unduhan',
  gazetteer: 'perkiraan dari titik desa',
}

const greet = (world: World, store: RecordStore, url: string, startedMs: number) => {
  const { boundaries, geography, everyone } = world
  const villages = geography.within('', 'village').length
  const sample = [...store.state.records.values()].filter(({ record }) => record.origin === 'sample').length
  say(`Bentang siap di ${url} (${seconds(performance.now() - startedMs)} detik).`)
  say(
    `Batas wilayah: ${boundaries.kind === 'indicative' ? 'indikatif' : 'perkiraan'}, ${ORIGINS[boundaries.origin]}; ${villages} desa.`,
  )
  if (boundaries.remedy) say(`  Untuk batas yang lebih baik jalankan: ${boundaries.remedy}`)
  say(`Jurnal: entri ${everyone.asOf().seq}, ${store.state.records.size} catatan.`)
  if (sample > 0) say(`Data contoh: ${sample} catatan. Menghapusnya: npm run bentang -- sample --remove`)
  for (const { id } of reasonsOf(world)) say(`Perhatian: ${id}`)
}

/** Whoever can read what the server prints is its operator, and becomes the first admin. */
const greetFirst = async ({ invitations, reasons }: People, url: string): Promise<void> => {
  const secret = reasons().length > 0 ? null : await invitations.makeFirst()
  if (secret === null) return
  say('Belum ada admin. Buka undangan ini sekali, dalam 72 jam (mulai ulang server membuat yang baru):')
  say(`  ${linkOf(url, secret)}`)
}

/** In development Vite serves the client and the server keeps its own addresses. */
const withVite = async (answer: RequestListener, server: Server): Promise<RequestListener> => {
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({
    configFile: resolve(ROOT, 'vite.config.ts'),
    server: { middlewareMode: true, hmr: { server } },
    appType: 'spa',
  })
  return (request, response) => {
    if (/^\/(api|tiles|docs|healthz|oembed|embed\/v1)([/?]|$)/.test(request.url ?? '')) answer(request, response)
    else vite.middlewares(request, response)
  }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, () => {
      const address = server.address()
      done(typeof address === 'object' && address ? address.port : port)
    })
  })

type Records = {
  readonly store: RecordStore
  readonly replication?: () => Replication
  /** Only what is still proven of it can be read. */
  readonly isDamaged?: true
}

/** The journal of this server, or another's that it follows. */
const openRecords = async (
  { journal, follow, isReadOnly }: Config,
  report: (error: unknown) => void,
): Promise<Records> => {
  if (follow === null)
    return openStoreAt(journal, { isReadOnly, report }).then(
      (store) => ({ store }),
      async (error: unknown) => {
        if (!(error instanceof JournalDamaged) || journal.database !== null) throw error
        return { store: await openDamagedStore(journal.folder, error), isDamaged: true }
      },
    )
  say(`Mengikuti jurnal ${follow.url}; server ini hanya untuk membaca.`)
  return openReplica({ folder: journal.folder, ...follow, report })
}

/** `--follow URL` is BENTANG_FOLLOW. */
const environment = (args: readonly string[]): NodeJS.ProcessEnv => {
  const at = args.indexOf('--follow')
  return at < 0 ? process.env : { ...process.env, BENTANG_FOLLOW: args[at + 1] ?? '-' }
}

const start = async (dev: boolean): Promise<void> => {
  const startedMs = performance.now()
  const config = readConfig(environment(process.argv))
  const log = openLog(config.log)
  const matchWeights = await readRegencyWeights(config.home)
  const awardWeights = await readAwardWeights(config.home)
  const agreementStages = await readAgreementStages(config.home)
  const webhooks = await readWebhooks(config.home)
  const stopping = new AbortController()

  // Whoever knocks while the records are read is let in when they are; a port that is taken is known at once.
  const server = createServer()
  let open: (answer: RequestListener) => void = () => {}
  const opened = new Promise<RequestListener>((done) => {
    open = done
  })
  server.on('request', async (request, response) => {
    // Whoever asks without a pause would hold the farewell up for as long as it may last.
    if (stopping.signal.aborted) response.shouldKeepAlive = false
    ;(await opened)(request, response)
  })
  const port = await listen(server, config.port)

  const gathering = loadPlaces({
    home: config.home,
    boundaries: config.boundaries ?? undefined,
    sibling: SIBLING,
    log: say,
    now: () => new Date(),
    signal: stopping.signal,
  })
  const { store, replication, isDamaged } = await openRecords(config, (error) =>
    log.error({ err: error }, 'The journal met a fault'),
  )
  const places = await gathering
  if (!config.isReadOnly && !isDamaged) {
    const sample = awaitsSample(store.state) ? makeSample(samplePlaces(places)) : []
    await seedStore(store, { sourced: SOURCED, sample })
  }
  const report = (error: unknown) => log.error({ err: error }, 'The projection missed a change')
  const keptFacts = openKeptFacts(config.home, store.journal)
  const world = await createWorld({
    places,
    store,
    themes: THEMES,
    urusan: URUSAN,
    matchWeights,
    awardWeights,
    agreementStages,
    keptFacts,
    report,
  })
  const privateFolder = resolve(config.home, PRIVATE_FOLDER)
  await makePrivateFolder(privateFolder)
  // The journal may lie elsewhere: its lock does not keep another server out of these.
  const lock = await takeLock(resolve(privateFolder, 'lock'))
  const people = await openPeople({
    file: openPrivateFile(privateFolder),
    left: openLeftInvitations(privateFolder, (error) => log.error({ err: error }, 'An invitation cannot be read')),
    now: () => new Date(),
    findOrganisation: (id) => findOrganisation(store, id),
    report: (error) => log.error({ err: error }, 'The private store missed a change'),
  })
  const reminders = openReminderMemory(privateFolder)
  const mail = config.mail && (await openMail(config.mail, (error) => log.error({ err: error }, 'A mail was not sent')))
  const feed = followChanges(store, world.coarsening)
  const { signal } = stopping
  const memory = webhooks.length > 0 && !config.isReadOnly ? await openWebhookMemory(privateFolder) : null
  const sending = memory && sendWebhooks(webhooks, { world, store, feed, memory, base: config.url, log, signal })
  const photos = openPhotoShelf(resolve(config.home, 'uploads'))
  const imports = openImportShelf(resolve(config.home, 'imports'))
  const exportDesk = createExportDesk(resolve(config.home, 'exports'))
  await exportDesk.clear()
  const metrics = createMetrics(Date.now())
  const app = createApp({
    watch: {
      opened: metrics.opened,
      answered(answer) {
        metrics.answered(answer)
        logRequest(log, answer)
      },
    },
    world,
    store,
    feed,
    ...(sending ? { webhooks: sending } : {}),
    people,
    reminded: reminders.load,
    photos,
    imports,
    exports: exportDesk,
    embedSites: await openEmbedSites(config.home),
    iatiReporter: await readIatiReporter(config.home),
    closing: stopping.signal,
    ...(config.isReadOnly
      ? { readOnly: { writer: config.follow?.url ?? null, ...(replication ? { replication } : {}) } }
      : {}),
    ...(mail ? { mail } : {}),
    trustedProxies: config.trustedProxies,
    ...(config.securityContact ? { securityContact: config.securityContact } : {}),
    now: () => new Date(),
    log,
    ...(process.env.BENTANG_URL ? { url: config.url } : {}),
    ...(!dev && existsSync(WEB) ? { webFolder: WEB } : {}),
    ...(existsSync(PACK) ? { packParts: () => readPackParts(PACK) } : {}),
  })
  const reading = () => ({
    journalSeq: store.asOf().seq,
    projectionLag: store.asOf().seq - world.everyone.tabled().seq,
    commitsWaiting: store.waiting(),
    exportsUnderWay: exportDesk.underWay(),
    reasons: reasonsOf(world).length + people.reasons().length + (sending?.reasons().length ?? 0),
    ...(replication ? { replicationLag: replication().lagEntries } : {}),
  })
  const told = config.metrics && (await listenForMetrics(config.metrics, () => metrics.text(reading())))
  const stop = async () => {
    stopping.abort()
    server.close()
    // A socket is idle once its last answer has ended: those of open screens end a moment from now.
    const letting = setInterval(() => server.closeIdleConnections(), IDLE_MS)
    const left = new Promise((closed) => server.once('close', closed))
    // In development a page keeps its socket to Vite open for as long as it lives.
    await Promise.race([left, pause(dev ? 0 : FAREWELL_MS)])
    clearInterval(letting)
    await world.keepFacts().catch(report)
    await people.close().catch(report)
    await lock.release().catch(report)
    await store.close()
    world.close()
    told?.close()
    metrics.close()
    process.exit(0)
  }
  // Before the first answer: whoever has had one may ask the server to stop.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())

  const now = () => new Date()
  setInterval(people.forgetCallers, FORGET_CALLERS_EVERY_MS).unref()
  if (!config.isReadOnly) {
    const retained = openRetentionMemory(privateFolder)
    const { journal } = store
    daily({
      now,
      // One after another: both write down when somebody was reminded.
      async work() {
        await sweep({ people, imports, photos, journal, reminders, memory: retained, now }).catch((error: unknown) =>
          log.error({ err: error }, 'Not everything that is over was taken away'),
        )
        if (mail) await remind({ store, people, memory: reminders, mail, now, url: config.url, signal })
      },
      report: (error) => log.error({ err: error }, 'Reminders were not sent'),
      signal,
    })
  }

  const answer: RequestListener = getRequestListener(app.fetch)
  open(dev ? await withVite(answer, server) : answer)
  const url = config.url.replace(/:0$/, `:${port}`)
  greet(world, store, url, startedMs)
  if (told) say(`Metrik: ${told.url}`)
  for (const { id } of people.reasons()) say(`Perhatian: ${id}`)
  if (!config.isReadOnly)
    await greetFirst(people, url).catch((error: unknown) => log.error({ err: error }, 'No first invitation was made'))
  void warm(app, world.geography, url, stopping.signal)
}

/** What went wrong, in words that say what to do; null when nobody foresaw it. */
const findWords = (error: unknown): readonly string[] | null => {
  if (error instanceof ConfigError) return error.faults.map(({ id }) => id)
  if (error instanceof JournalError) return [error.words.id]
  if (!(error instanceof Error)) return null
  if ('path' in error && 'syscall' in error)
    return [
      `${error.path} tidak dapat dibaca atau ditulis (${codeOf(error)}). Periksa apa yang ada di sana, pemilik, hak dan ruang disknya, lalu mulai ulang.`,
    ]
  // A write names no file.
  if (NO_ROOM.has(codeOf(error)))
    return [
      'Disk penuh, server belum dapat mulai; tidak ada yang hilang. Kosongkan ruang di BENTANG_HOME, lalu mulai ulang.',
    ]
  if (!('code' in error) || !('port' in error)) return null
  if (error.code === 'EADDRINUSE')
    return [
      `Porta ${error.port} sudah dipakai proses lain. Hentikan proses itu, atau pilih yang lain, misalnya: PORT=8081 npm start`,
    ]
  if (error.code === 'EACCES')
    return [`Porta ${error.port} tidak boleh dipakai. Pilih di atas 1024, misalnya: PORT=8080 npm start`]
  return null
}

// Set before the first large thing is read: left to itself the heap grows to several times what is in use before anything is
// given back, and an import of twenty thousand features leaves much behind that nobody needs a moment later.
setFlagsFromString('--heap-growing-percent=50')

start(process.argv.includes('--dev')).catch((error: unknown) => {
  const words = findWords(error)
  if (words) for (const line of words) console.error(line)
  else console.error(error)
  process.exit(1)
})
