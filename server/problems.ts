import type { Problem } from '../data/model/answers.ts'
import type { Language, Words } from '../data/model/words.ts'

/** Every way to be refused, with its status and its title; the one table from errors to words. */
export const PROBLEMS = {
  'bad-request': { status: 400, title: { id: 'Permintaan belum jelas', en: 'The request is not clear' } },
  'ambiguous-code': { status: 400, title: { id: 'Kode bermakna ganda', en: 'The code has two meanings' } },
  'unknown-word': { status: 400, title: { id: 'Kata tidak dikenal', en: 'Unknown word' } },
  'not-found': { status: 404, title: { id: 'Tidak ditemukan', en: 'Not found' } },
  'method-not-allowed': { status: 405, title: { id: 'Cara ini tidak dilayani', en: 'Method not allowed' } },
  'not-json': { status: 415, title: { id: 'Bukan JSON', en: 'Not JSON' } },
  'too-large': { status: 413, title: { id: 'Kiriman terlalu besar', en: 'The body is too large' } },
  rebuilding: { status: 503, title: { id: 'Sedang disusun ulang', en: 'Being rebuilt' } },
  'too-slow': { status: 503, title: { id: 'Terlalu lama', en: 'It took too long' } },
  internal: { status: 500, title: { id: 'Kesalahan di server', en: 'A fault in the server' } },
} as const satisfies Record<string, { status: number; title: Words }>

export type ProblemName = keyof typeof PROBLEMS

/** Thrown wherever a request cannot be served; `detail` says what to do next, in both languages. */
export class Refusal extends Error {
  readonly problem: ProblemName
  readonly detail: Words
  readonly headers: Readonly<Record<string, string>>

  constructor(problem: ProblemName, detail: Words, headers: Readonly<Record<string, string>> = {}) {
    super(detail.en)
    this.name = 'Refusal'
    this.problem = problem
    this.detail = detail
    this.headers = headers
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

/** The refusal for anything thrown; what is not ours stays out of the answer and belongs in the log. */
export const asRefusal = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal('internal', INTERNAL)

export const describeProblem = (refusal: Refusal, language: Language, instance: string): Problem => {
  const { status, title } = PROBLEMS[refusal.problem]
  return {
    type: `/docs#${refusal.problem}`,
    title: title[language],
    status,
    detail: refusal.detail[language],
    instance,
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
