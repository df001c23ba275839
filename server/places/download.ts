import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type Log = (words: string) => void

export type Download = {
  readonly url: string
  /** Where the bytes go; what an interrupted attempt left there is continued. */
  readonly part: string
  readonly label: string
  readonly log: Log
  readonly signal?: AbortSignal | undefined
  /** Longest silence of the server before an attempt is given up. */
  readonly silenceMs?: number
}

const ATTEMPTS = 4
const PAUSE_MS = 400
const SILENCE_MS = 15_000
const LARGEST_BYTES = 64 * 1024 * 1024
const STEP_BYTES = 256 * 1024

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000).toLocaleString('id-ID')} kB`
export const seconds = (ms: number): string => `${Number((ms / 1000).toPrecision(2)).toLocaleString('id-ID')} detik`
const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.size ?? 0

/** A refusal that another attempt would only repeat. */
class Refused extends Error {}

/** Only a strong ETag proves that the rest belongs to what is already here. */
const findTag = async (part: string): Promise<string | null> => {
  const tag = await readFile(`${part}.etag`, 'utf8').catch(() => '')
  return tag.startsWith('"') ? tag : null
}

const request = async (download: Download, signal: AbortSignal): Promise<{ response: Response; from: number }> => {
  const tag = await findTag(download.part)
  const have = tag ? await sizeOf(download.part) : 0
  const resume = tag && have > 0 ? { range: `bytes=${have}-`, 'if-range': tag } : {}
  const response = await fetch(download.url, { headers: { 'accept-encoding': 'identity', ...resume }, signal })
  if (response.status === 200) return { response, from: 0 }
  const start = Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1])
  if (response.status === 206 && start === have) return { response, from: have }
  await response.body?.cancel()
  if (response.status === 206 || response.status === 416) {
    await rm(`${download.part}.etag`, { force: true })
    throw new Error('server tidak memiliki bagian yang kurang di sini')
  }
  const words = `server menjawab ${response.status}`
  throw response.status >= 500 || response.status === 429 ? new Error(words) : new Refused(words)
}

const attempt = async (download: Download): Promise<void> => {
  const { part, label, log, signal, silenceMs = SILENCE_MS } = download
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(new Error(`tidak ada data selama ${seconds(silenceMs)}`)), silenceMs)
  try {
    const { response, from } = await request(
      download,
      signal ? AbortSignal.any([signal, silence.signal]) : silence.signal,
    )
    await writeFile(`${part}.etag`, response.headers.get('etag') ?? '')
    const total = from + Number(response.headers.get('content-length') ?? Number.NaN)
    log(
      from
        ? `${label}: dilanjutkan dari ${kilobytes(from)}.`
        : `${label}: mengunduh dari ${new URL(download.url).host}.`,
    )
    const file = await open(part, from ? 'a' : 'w')
    let received = from
    let told = from
    try {
      for await (const chunk of response.body ?? []) {
        timer.refresh()
        received += chunk.byteLength
        if (received > LARGEST_BYTES) throw new Refused(`kiriman melebihi ${kilobytes(LARGEST_BYTES)}`)
        await file.write(chunk)
        if (received - told < STEP_BYTES) continue
        told = received
        log(`${label}: ${kilobytes(received)}${Number.isFinite(total) ? ` dari ${kilobytes(total)}` : ''}.`)
      }
    } finally {
      await file.close()
    }
    if (received < total) throw new Error(`hanya ${kilobytes(received)} dari ${kilobytes(total)} yang tiba`)
    log(`${label}: ${kilobytes(received)} diterima.`)
  } finally {
    clearTimeout(timer)
  }
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}

/** Fills `part` with the whole of `url`; it stays there, to be continued, when that fails. Rejects in words. */
export const download = async (what: Download): Promise<void> => {
  await mkdir(dirname(what.part), { recursive: true })
  for (let tries = 1; ; tries++)
    try {
      return await attempt(what)
    } catch (error) {
      if (error instanceof Refused || tries === ATTEMPTS || what.signal?.aborted)
        throw new Error(`${what.label} tidak dapat diunduh dari ${what.url}: ${reasonOf(error)}.`)
      what.log(`${what.label}: ${reasonOf(error)}; dicoba lagi.`)
      await pause(PAUSE_MS * tries)
    }
}

export const forgetPart = async (part: string): Promise<void> => {
  await Promise.all([part, `${part}.etag`].map((file) => rm(file, { force: true })))
}
