import type { Problem } from '../data/model/answers.ts'
import type { Language, Words } from '../data/model/words.ts'
import type { ConflictDetail, Finding } from '../data/model/work.ts'
import { JournalAway, JournalElsewhere, JournalFull, JournalReadOnly, RevisionConflict } from './journal/errors.ts'
import { codeOf, NO_ROOM } from './journal/files.ts'

/** Every way to be refused, with its status and its title; the one table from errors to words. */
export const PROBLEMS = {
  'bad-request': { status: 400, title: { id: 'Permintaan belum jelas', en: 'The request is not clear' } },
  'ambiguous-code': { status: 400, title: { id: 'Kode bermakna ganda', en: 'The code has two meanings' } },
  'unknown-word': { status: 400, title: { id: 'Kata tidak dikenal', en: 'Unknown word' } },
  unauthenticated: { status: 401, title: { id: 'Belum masuk', en: 'Not signed in' } },
  'code-needed': { status: 401, title: { id: 'Kode diperlukan', en: 'A code is needed' } },
  forbidden: { status: 403, title: { id: 'Tidak diizinkan', en: 'Not allowed' } },
  'not-found': { status: 404, title: { id: 'Tidak ditemukan', en: 'Not found' } },
  'method-not-allowed': { status: 405, title: { id: 'Cara ini tidak dilayani', en: 'Method not allowed' } },
  conflict: { status: 409, title: { id: 'Bertentangan', en: 'In conflict' } },
  'precondition-failed': { status: 412, title: { id: 'Sudah berubah', en: 'Changed meanwhile' } },
  'precondition-required': { status: 428, title: { id: 'Revisi belum disebut', en: 'The revision is missing' } },
  'too-many': { status: 429, title: { id: 'Terlalu sering', en: 'Too many requests' } },
  'not-json': { status: 415, title: { id: 'Bukan JSON', en: 'Not JSON' } },
  'too-large': { status: 413, title: { id: 'Kiriman terlalu besar', en: 'The body is too large' } },
  rebuilding: { status: 503, title: { id: 'Sedang disusun ulang', en: 'Being rebuilt' } },
  'too-slow': { status: 503, title: { id: 'Terlalu lama', en: 'It took too long' } },
  closed: { status: 503, title: { id: 'Sedang ditutup', en: 'Closed for now' } },
  'disk-full': { status: 507, title: { id: 'Disk penuh', en: 'The disk is full' } },
  internal: { status: 500, title: { id: 'Kesalahan di server', en: 'A fault in the server' } },
} as const satisfies Record<string, { status: number; title: Words }>

export type ProblemName = keyof typeof PROBLEMS

/** The members of a refusal that are not words. */
export type RefusalMore = { readonly conflict?: ConflictDetail; readonly findings?: readonly Finding[] }

/** Thrown wherever a request cannot be served; `detail` says what to do next, in both languages. */
export class Refusal extends Error {
  readonly problem: ProblemName
  readonly detail: Words
  readonly headers: Readonly<Record<string, string>>
  /** What the answer carries beside the words, for a screen that can do something about it. */
  readonly more: RefusalMore

  constructor(
    problem: ProblemName,
    detail: Words,
    headers: Readonly<Record<string, string>> = {},
    more: RefusalMore = {},
  ) {
    super(detail.en)
    this.name = 'Refusal'
    this.problem = problem
    this.detail = detail
    this.headers = headers
    this.more = more
  }
}

export const badRequest = (detail: Words): Refusal => new Refusal('bad-request', detail)
export const notFound = (detail: Words): Refusal => new Refusal('not-found', detail)

/** What was given, short and on one line, so that a refusal can quote it. */
export const quote = (text: string): string => {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim()
  return `"${line.length > 40 ? `${[...line].slice(0, 40).join('')}...` : line}"`
}

const INTERNAL: Words = {
  id: 'Server gagal menjawab. Coba lagi sebentar lagi; bila terulang, beri tahu pengelola dengan waktu kejadiannya.',
  en: 'The server failed to answer. Try again shortly; if it happens again, tell the operator when it happened.',
}

const RETRY = { 'Retry-After': '30' }
/** A database that restarts is back within seconds, and the server with it. */
const RETRY_SOON = { 'Retry-After': '5' }

/** A disk that was put to read-only, by its file system or by hand, or that fails. */
const NO_DISK: ReadonlySet<string> = new Set(['EROFS', 'EIO'])
const DISK_FAILS: Words = {
  id: 'Disk tidak menerima tulisan, perubahan tidak disimpan. Periksa disk, lalu kirim lagi.',
  en: 'The disk takes nothing in, the change was not kept. Check the disk, then send it again.',
}

/** Whoever asked left, or lost the network, before the body was whole: no fault of the server's, and nobody hears the answer. */
export const isCutOff = (error: unknown): boolean =>
  codeOf(error) === 'ECONNRESET' && error instanceof Error && error.message === 'aborted'
const CUT_OFF: Words = {
  id: 'Kiriman terputus di tengah jalan. Kirim lagi.',
  en: 'The body was cut off on its way. Send it again.',
}

/**
 * The refusal for anything thrown; what is not ours stays out of the answer and belongs in the log. Who throws a
 * `RevisionConflict` through knows no more of it than its numbers: a route that may show the record catches it first.
 */
export const asRefusal = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error
  if (isCutOff(error)) return badRequest(CUT_OFF)
  if (error instanceof JournalFull) return new Refusal('disk-full', error.words, RETRY)
  if (error instanceof JournalAway) return new Refusal('closed', error.words, RETRY_SOON)
  if (error instanceof JournalElsewhere) return new Refusal('closed', error.words, RETRY)
  if (error instanceof JournalReadOnly) return new Refusal('closed', error.words, RETRY)
  if (error instanceof RevisionConflict) return new Refusal('precondition-failed', error.words)
  if (NO_ROOM.has(codeOf(error))) return asRefusal(new JournalFull(error))
  if (NO_DISK.has(codeOf(error))) return new Refusal('closed', DISK_FAILS, RETRY)
  return new Refusal('internal', INTERNAL)
}

export const describeProblem = (refusal: Refusal, language: Language, instance: string): Problem & RefusalMore => {
  const { status, title } = PROBLEMS[refusal.problem]
  return {
    type: `/docs#${refusal.problem}`,
    title: title[language],
    status,
    detail: refusal.detail[language],
    instance,
    ...refusal.more,
  }
}

export const problemResponse = (refusal: Refusal, language: Language, instance: string): Response => {
  const problem = describeProblem(refusal, language, instance)
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': language,
      'Cache-Control': 'no-store',
      ...refusal.headers,
    },
  })
}

/** `?lang=` wins over Accept-Language; everything else is Indonesian. */
export const languageOf = (url: URL, acceptLanguage: string | undefined): Language => {
  const asked = url.searchParams.get('lang')
  if (asked === 'id' || asked === 'en') return asked
  const first = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((tag) => tag === 'id' || tag === 'in' || tag === 'en')
  return first === 'en' ? 'en' : 'id'
}
