import type {
  ChangeAnswer,
  ContextAnswer,
  CorridorAnswer,
  CoverageAnswer,
  CoverageYearsAnswer,
  ExplanationAnswer,
  MatchAnswer,
  OverlapsAnswer,
  PlaceAnswer,
  Problem,
  RecordAnswer,
  SearchHit,
} from '../data/model/answers.ts'
import type { Code } from '../data/model/codes.ts'
import { formatPeriod } from '../data/model/period.ts'
import type { Kind } from '../data/model/record.ts'
import { addressOf, coverageAddress, type Query, type Question, queryOf } from '../data/view/question.ts'
import type { Comparison, Corridor } from './analysis/keys.ts'

export { addressOf, type Question } from '../data/view/question.ts'

/** A request the server refused, or that never reached it (`status` 0); `message` is a sentence for the reader. */
export class AskError extends Error {
  readonly status: number
  /** What the server sent besides its sentence; its `type` names the problem. */
  readonly body: Partial<Problem> & { readonly [name: string]: unknown }
  constructor(status: number, words: string, body: AskError['body'] = {}) {
    super(words)
    this.name = 'AskError'
    this.status = status
    this.body = body
  }

  /** The problem's own name, such as `precondition-failed`; empty where the server gave none. */
  get problem(): string {
    return this.body.type?.split('#')[1] ?? ''
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'detail' in value && typeof value.detail === 'string'

/** The refusal in an answer that is not ok, in the server's words where it has some. */
export const refusalOf = async (response: Response): Promise<AskError> => {
  const body: unknown = await response.json().catch(() => null)
  if (isProblem(body)) return new AskError(response.status, body.detail, { ...body })
  return new AskError(response.status, `${response.status} ${response.statusText}`)
}

/** Asks for JSON; with `body`, posts it as JSON. */
export const ask = async <Answer>(address: string, signal: AbortSignal, body?: object): Promise<Answer> => {
  const headers = { 'Accept-Language': document.documentElement.lang }
  const posted = body && {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...headers, 'Content-Type': 'application/json' },
  }
  const response = await fetch(address, { signal, headers, ...posted }).catch((error: unknown) => {
    throw signal.aborted ? error : new AskError(0, '')
  })
  if (!response.ok) throw await refusalOf(response)
  return (await response.json()) as Answer
}

export const coverageDownload = (question: Question, ending: 'csv' | 'geojson'): string =>
  addressOf(`/api/coverage.${ending}`, queryOf(question))

const changeQuery = (question: Question, against: Comparison): Query => {
  const { period, ...query } = queryOf(question)
  return against.kind === 'year'
    ? { ...query, from: against.year, to: question.period.to }
    : { ...query, period, since: against.since }
}

export const changeDownload = (question: Question, against: Comparison): string =>
  addressOf('/api/change.csv', changeQuery(question, against))

export const overlapsDownload = (question: Question): string => addressOf('/api/overlaps.csv', queryOf(question))

export const api = {
  context: (signal: AbortSignal) => ask<ContextAnswer>('/api/context', signal),
  coverage: (question: Question, signal: AbortSignal) => ask<CoverageAnswer>(coverageAddress(question), signal),
  /** Both years included; with `code` each year carries the verdict of that one unit. */
  years: (
    question: Omit<Question, 'period'>,
    [from, to]: readonly [number, number],
    code: Code | undefined,
    signal: AbortSignal,
  ) => {
    const { region, theme, level, organisations: organisation, statuses: status } = question
    const query = { region, theme, level, organisation, status, from, to, code }
    return ask<CoverageYearsAnswer>(addressOf('/api/coverage/years', query), signal)
  },
  overlaps: (question: Question, signal: AbortSignal) =>
    ask<OverlapsAnswer>(addressOf('/api/overlaps', queryOf(question)), signal),
  explanation: (
    code: Code,
    { theme, period, level }: Pick<Question, 'theme' | 'period' | 'level'>,
    signal: AbortSignal,
  ) =>
    ask<ExplanationAnswer>(addressOf('/api/explanation', { code, theme, period: formatPeriod(period), level }), signal),
  change: (question: Question, against: Comparison, signal: AbortSignal) =>
    ask<ChangeAnswer>(addressOf('/api/change', changeQuery(question, against)), signal),
  corridor: ({ a, b, km }: Corridor, { theme, period }: Pick<Question, 'theme' | 'period'>, signal: AbortSignal) =>
    ask<CorridorAnswer>(addressOf('/api/corridor', { a, b, km, theme, period: formatPeriod(period) }), signal),
  search: (q: string, signal: AbortSignal) => ask<readonly SearchHit[]>(addressOf('/api/search', { q }), signal),
  record: <K extends Kind>(kind: K, id: string, signal: AbortSignal) =>
    ask<RecordAnswer<K>>(`/api/records/${kind}/${encodeURIComponent(id)}`, signal),
  place: (code: Code, signal: AbortSignal) => ask<PlaceAnswer>(`/api/places/${encodeURIComponent(code)}`, signal),
  /** For a target, `within` asks who could serve it in that place. */
  matches: (
    of: { readonly organisation: string } | { readonly target: string; readonly within?: Code },
    signal: AbortSignal,
  ) => ask<MatchAnswer>(addressOf('/api/matches', of), signal),
}
