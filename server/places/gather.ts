import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BoundaryStatus } from '../../data/model/answers.ts'
import { isWithin } from '../../data/model/codes.ts'
import type { Words } from '../../data/model/words.ts'
import type { Regency } from '../../data/source/regencies.ts'
import { type Log, seconds } from './download.ts'
import { BOUNDARY_FOLDER, type Found, findInFolder } from './folder.ts'
import type { Outline } from './outline.ts'
import { fetchPublicSet, PUBLIC_ATTRIBUTION } from './public_set.ts'
import { readFromWeb } from './web.ts'

export const REMEDY = 'npm run bentang -- boundaries'
/** Value of BENTANG_BOUNDARIES that forbids the download. */
const NONE = 'none'
/** Value of BENTANG_BOUNDARIES that takes no real boundaries: every machine then has the same areas. */
const ESTIMATED = 'estimated'

export const OPERATOR_ATTRIBUTION = 'Batas: disediakan oleh pengelola server ini; indikatif.'

export type Sources = {
  readonly home: string
  /** A folder or an http(s) address with villages.geojson; `none` forbids the download, `estimated` takes none; absent looks everywhere. */
  readonly boundaries?: string | undefined
  /** A folder beside the project that may hold boundaries. */
  readonly sibling?: string | undefined
  readonly log: Log
  /** Longest wait for the network altogether. */
  readonly deadlineMs: number
  readonly now: () => Date
  /** Address of the public set's raw files. */
  readonly publicSet?: string | undefined
  /** Ends a download that outlived the start. */
  readonly signal?: AbortSignal | undefined
}

export type Gathered = {
  readonly villages: readonly Outline[]
  readonly surroundings: readonly Outline[]
  /** The last way that was needed, null when none brought anything. */
  readonly origin: BoundaryStatus['origin'] | null
  readonly attributions: readonly string[]
  readonly missing: readonly Regency[]
  readonly arriving: Promise<void> | null
  /** Files that were there and could not be used; other boundaries took their place. */
  readonly faults: readonly Words[]
}

type Way = {
  readonly origin: BoundaryStatus['origin']
  readonly title: string
  find(missing: readonly Regency[]): Promise<Found | null>
}

const UNUSABLE: Readonly<Record<'configured' | 'cache', Words>> = {
  configured: {
    id: 'Batas dari BENTANG_BOUNDARIES tidak dapat dipakai; yang ditampilkan dari sumber lain. Perbaiki, lalu mulai ulang.',
    en: 'The boundaries of BENTANG_BOUNDARIES cannot be used; others are shown. Mend them, then restart.',
  },
  cache: {
    id: `Batas di folder ${BOUNDARY_FOLDER} rusak; yang ditampilkan dari sumber lain. Pasang lagi: ${REMEDY}`,
    en: `The boundaries in the folder ${BOUNDARY_FOLDER} are damaged; others are shown. Install them again: ${REMEDY}`,
  },
}

const isAddress = (text: string): boolean => /^https?:\/\//.test(text)

const findConfigured = async (boundaries: string, leftMs: () => number, deadlineMs: number): Promise<Found> => {
  if (isAddress(boundaries)) {
    const limit = AbortSignal.timeout(leftMs())
    return readFromWeb(boundaries, limit).catch((error: Error) => {
      throw limit.aborted ? new Error(`${boundaries} belum selesai menjawab dalam ${seconds(deadlineMs)}.`) : error
    })
  }
  const found = await findInFolder(boundaries)
  if (!found) throw new Error(`Tidak ada villages.geojson di ${boundaries}.`)
  return found
}

/**
 * Boundaries of every regency from the first way that has them, in this order: configured, kept at home, sibling folder, download of
 * the public set. A way that fails is told in words and the next one is tried; a regency that none has is `missing`.
 */
export const gather = async (sources: Sources, regencies: readonly Regency[]): Promise<Gathered> => {
  const { home, boundaries, sibling, log, deadlineMs, now, publicSet, signal } = sources
  const started = performance.now()
  const leftMs = () => Math.max(0, Math.round(deadlineMs - (performance.now() - started)))
  const kept = join(home, BOUNDARY_FOLDER)
  let keptIsBroken = false
  let arriving: Promise<void> | null = null

  const download = async (missing: readonly Regency[]): Promise<Found | null> => {
    const pinned = missing.filter((regency) => regency.boundaries)
    if (pinned.length === 0) return null
    const today = now().toISOString().slice(0, 10)
    const whole = fetchPublicSet({ home, regencies: pinned, log, today, from: publicSet, signal, again: keptIsBroken })
    const waiting = new AbortController()
    const late = pause(leftMs(), 'late' as const, { signal: waiting.signal }).catch(() => 'late' as const)
    const first = await Promise.race([whole, late]).finally(() => waiting.abort())
    if (first !== 'late') return findInFolder(kept)
    log(`Unduhan batas lebih lama dari ${seconds(deadlineMs)}; server berjalan dulu, unduhan berlanjut.`)
    arriving = whole.then(
      () => log(`Batas sudah ada di ${kept} dan dipakai mulai awal berikutnya.`),
      (error: Error) => {
        if (!signal?.aborted) log(error.message)
      },
    )
    return null
  }

  const everyWay: readonly Way[] = [
    ...(boundaries && boundaries !== NONE
      ? [
          {
            origin: 'configured' as const,
            title: 'BENTANG_BOUNDARIES',
            find: () => findConfigured(boundaries, leftMs, deadlineMs),
          },
        ]
      : []),
    {
      origin: 'cache',
      title: kept,
      find: () =>
        findInFolder(kept).catch((error) => {
          keptIsBroken = true
          throw error
        }),
    },
    ...(sibling ? [{ origin: 'sibling' as const, title: sibling, find: () => findInFolder(sibling) }] : []),
    ...(boundaries === NONE ? [] : [{ origin: 'download' as const, title: 'kumpulan publik', find: download }]),
  ]

  const ways = boundaries === ESTIMATED ? [] : everyWay
  const villages: Outline[] = []
  const attributions = new Set<string>()
  let surroundings: readonly Outline[] = []
  let origin: BoundaryStatus['origin'] | null = null
  let missing = regencies
  const faults: Words[] = []
  for (const way of ways) {
    if (missing.length === 0) break
    const found = await way.find(missing).catch((error: Error) => {
      log(`Batas dari ${way.title} tidak dapat dipakai: ${error.message} Sumber berikutnya dicoba.`)
      if (way.origin === 'configured' || way.origin === 'cache') faults.push(UNUSABLE[way.origin])
      return null
    })
    const brought = found?.villages.filter(({ code }) => missing.some((regency) => isWithin(code, regency.code))) ?? []
    if (!found || brought.length === 0) continue
    villages.push(...brought)
    attributions.add(found.attribution ?? (way.origin === 'configured' ? OPERATOR_ATTRIBUTION : PUBLIC_ATTRIBUTION))
    if (surroundings.length === 0) surroundings = found.surroundings
    origin = way.origin
    missing = missing.filter((regency) => !brought.some(({ code }) => isWithin(code, regency.code)))
  }
  return { villages, surroundings, origin, attributions: [...attributions], missing, arriving, faults }
}
