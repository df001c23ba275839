import { skipToken, useQuery } from '@tanstack/react-query'
import type { Code } from '../../data/model/codes.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { api, type Question } from '../api.ts'
import { keyOf } from '../queries.ts'
import { type Comparison, type Corridor, formatComparison, formatCorridor } from './keys.ts'

/** The pairs of the question; nothing is asked while nobody looks at them. */
export const useOverlaps = (question: Question, asked: boolean) =>
  useQuery({
    queryKey: ['overlaps', ...keyOf(question)],
    queryFn: asked ? ({ signal }) => api.overlaps(question, signal) : skipToken,
  })

export const useChange = (question: Question, against: Comparison | null) =>
  useQuery({
    queryKey: ['change', ...keyOf(question), formatComparison(against)],
    queryFn: against ? ({ signal }) => api.change(question, against, signal) : skipToken,
  })

type About = Pick<Question, 'theme' | 'period'>

export const useCorridor = (corridor: Corridor | null, { theme, period }: About) =>
  useQuery({
    queryKey: ['corridor', formatCorridor(corridor), theme, formatPeriod(period)],
    queryFn: corridor ? ({ signal }) => api.corridor(corridor, { theme, period }, signal) : skipToken,
  })

export const useExplanation = (code: Code, { theme, period, level }: About & Pick<Question, 'level'>) =>
  useQuery({
    queryKey: ['explanation', code, theme, formatPeriod(period), level],
    queryFn: ({ signal }) => api.explanation(code, { theme, period, level }, signal),
  })
