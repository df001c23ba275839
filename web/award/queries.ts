import { useQuery } from '@tanstack/react-query'
import type { AwardAnswer } from '../../data/model/award_answer.ts'
import { formatAwardWeights } from '../../data/model/award_weights.ts'
import { addressOf, ask } from '../api.ts'
import type { AwardView } from './state.ts'

type Asked = AwardView & { readonly region: string; readonly period: string }

const queryOf = ({ region, period, weights }: Asked) => ({
  region,
  period,
  weights: weights ? formatAwardWeights(weights) : undefined,
})

/** The same ranking as a table. */
export const csvAddress = (asked: Asked): string => addressOf('/api/award.csv', queryOf(asked))

/** While weights slide, what was ranked last stays until the next ranking is there. */
export const useAwardAnswer = (asked: Asked) => {
  const query = { ...queryOf(asked), partner: asked.partner ?? undefined }
  return useQuery({
    queryKey: ['award', asked.region, asked.period, query.partner, query.weights],
    queryFn: ({ signal }) => ask<AwardAnswer>(addressOf('/api/award', query), signal),
    placeholderData: (before, last) =>
      JSON.stringify(last?.queryKey.slice(1, 4)) === JSON.stringify([asked.region, asked.period, query.partner])
        ? before
        : undefined,
  })
}
