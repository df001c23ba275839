import type { SearchHit } from '../../../data/model/answers.ts'

export type HitGroup = { readonly kind: SearchHit['kind']; readonly items: readonly SearchHit[] }

/** Hits by kind; the kind of the best hit comes first, and within a kind the best stays first. */
export const groupHits = (hits: readonly SearchHit[]): readonly HitGroup[] =>
  [...new Set(hits.map(({ kind }) => kind))].map((kind) => ({
    kind,
    items: hits.filter((hit) => hit.kind === kind),
  }))
