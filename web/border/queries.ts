import { useQueries, useQuery } from '@tanstack/react-query'
import type { Agreement } from '../../data/model/agreement.ts'
import { formatPeriod, type Period } from '../../data/model/period.ts'
import { api } from '../api.ts'
import type { BorderView } from './state.ts'
import { type BorderField, themesOf } from './workspace.ts'

export const useAgreementRecord = (id: string | null) =>
  useQuery({
    queryKey: ['record', 'agreement', id],
    queryFn: ({ signal }) => api.record('agreement', id ?? '', signal),
    enabled: id !== null,
  })

/** The corridor in each theme of the agreement; undefined until all have come. */
export const useBorderFields = ({ a, b, km }: BorderView, agreement: Agreement | undefined, period: Period) =>
  useQueries({
    queries: (agreement ? themesOf(agreement) : []).map(({ theme }) => ({
      queryKey: ['corridor', a, b, km, theme, formatPeriod(period)],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => api.corridor({ a, b, km }, { theme, period }, signal),
    })),
    combine: (results) => {
      const themes = agreement ? themesOf(agreement) : []
      const fields = results.flatMap(({ data }, at): readonly BorderField[] =>
        data ? [{ ...themes[at]!, along: data }] : [],
      )
      return {
        fields: agreement && fields.length === themes.length ? fields : undefined,
        error: results.find(({ error }) => error)?.error ?? null,
      }
    },
  })
