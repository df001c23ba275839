import type {
  ContextAnswer,
  CoverageAnswer,
  FeatureAnswer,
  LayerSummary,
  OverlapsAnswer,
  RecordAnswer,
} from '../data/model/answers.ts'
import type { ChangesAnswer } from '../data/model/change_feed.ts'
import type { Kind } from '../data/model/record.ts'
import { BentangProblem, problemIn } from './problem.ts'
import {
  type ChangesAsked,
  type FeatureFilters,
  type ItemsAsked,
  type Layer,
  type Question,
  searchOf,
} from './questions.ts'

export type {
  AsOf,
  ContextAnswer,
  CoverageAnswer,
  CoverageUnit,
  FeatureAnswer,
  LayerSummary,
  OverlapsAnswer,
  Problem,
  RecordAnswer,
} from '../data/model/answers.ts'
export type { ChangeItem, ChangesAnswer } from '../data/model/change_feed.ts'
export type { Kind, RecordByKind } from '../data/model/record.ts'
export type { Verdict } from '../data/model/verdict.ts'
export { BentangProblem } from './problem.ts'
export type { Box, ChangesAsked, FeatureFilters, ItemsAsked, Layer, Question } from './questions.ts'

export type ClientOptions = {
  /** Where the server is, such as `https://peta.example.go.id`. */
  readonly base: string
  /** Language of refusals. */
  readonly language?: 'id' | 'en'
  readonly fetch?: typeof globalThis.fetch
}

export type Asking = { readonly signal?: AbortSignal }

/** The main questions of the open API. Every refusal is a `BentangProblem`; what is aborted throws the reason of its signal. */
export type Client = {
  context(asking?: Asking): Promise<ContextAnswer>
  layers(asking?: Asking): Promise<readonly LayerSummary[]>
  /** Every feature that passes, page after page, in the order of ids. */
  features(layer: Layer, filters?: FeatureFilters, asking?: Asking): AsyncGenerator<FeatureAnswer, void>
  coverage(question: Question, asking?: Asking): Promise<CoverageAnswer>
  /** Units with a target and no active partner. */
  gaps(question: Question, asking?: Asking): AsyncGenerator<FeatureAnswer, void>
  overlaps(question: Question, asking?: Asking): Promise<OverlapsAnswer>
  record<K extends Kind>(kind: K, id: string, asking?: Asking): Promise<RecordAnswer<K>>
  /** Pages of public changes until there is nothing left; the `cursor` of the last is where to go on from later. */
  changes(asked?: ChangesAsked, asking?: Asking): AsyncGenerator<ChangesAnswer, void>
  /** Items of a collection of OGC API - Features, page after page. */
  items(collection: Layer, asked?: ItemsAsked, asking?: Asking): AsyncGenerator<FeatureAnswer, void>
}

type Page = {
  readonly features: readonly FeatureAnswer[]
  readonly links: readonly { readonly rel: string; readonly href: string }[]
}

export const createClient = ({ base, language = 'id', fetch = globalThis.fetch }: ClientOptions): Client => {
  const root = base.replace(/\/+$/, '')

  const ask = async <Answer>(path: string, { signal }: Asking = {}): Promise<Answer> => {
    const headers = { Accept: 'application/json, application/geo+json', 'Accept-Language': language }
    const response = await fetch(`${root}${path}`, { headers, ...(signal ? { signal } : {}) }).catch(
      (error: unknown) => {
        if (signal?.aborted) throw signal.reason
        throw new BentangProblem(0, `${root} does not answer.`, null, null, error)
      },
    )
    if (!response.ok) throw await problemIn(response)
    return (await response.json()) as Answer
  }

  /** Links are followed on our own address: a server behind a proxy may know itself by another. */
  async function* pagesOf(path: string, search: string, asking?: Asking): AsyncGenerator<FeatureAnswer, void> {
    let next: string | undefined = search
    while (next !== undefined) {
      const page: Page = await ask<Page>(`${path}${next}`, asking)
      yield* page.features
      const link = page.links.find(({ rel }) => rel === 'next')
      next = link && new URL(link.href).search
    }
  }

  return {
    context: (asking) => ask('/api/context', asking),
    layers: (asking) => ask('/api/layers', asking),
    features: (layer, filters = {}, asking) => pagesOf(`/api/features/${layer}`, searchOf(filters), asking),
    coverage: (question, asking) => ask(`/api/coverage${searchOf(question)}`, asking),
    gaps: ({ region: within, ...question }, asking) =>
      pagesOf('/api/features/gaps', searchOf({ within, ...question }), asking),
    overlaps: (question, asking) => ask(`/api/overlaps${searchOf(question)}`, asking),
    record: (kind, id, asking) => ask(`/api/records/${kind}/${encodeURIComponent(id)}`, asking),
    async *changes(asked = {}, asking) {
      let search: string | null = searchOf(asked)
      while (search !== null) {
        const page: ChangesAnswer = await ask<ChangesAnswer>(`/api/changes${search}`, asking)
        yield page
        search = page.next && new URL(page.next).search
      }
    },
    items: (collection, asked = {}, asking) => pagesOf(`/ogc/collections/${collection}/items`, searchOf(asked), asking),
  }
}
