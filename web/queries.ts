import { useQuery } from '@tanstack/react-query'
import type { Code } from '../data/model/codes.ts'
import { FIRST_YEAR, formatPeriod, LAST_YEAR } from '../data/model/period.ts'
import { api, type Question } from './api.ts'

/** What decides an answer, and nothing else: moving the map must not ask again. */
export const keyOf = ({ region, theme, period, level, organisations, statuses }: Question) => [
  region,
  theme,
  formatPeriod(period),
  level,
  organisations.join(),
  statuses.join(),
]

export const useContextAnswer = () =>
  useQuery({ queryKey: ['context'], queryFn: ({ signal }) => api.context(signal), refetchInterval: 60_000 })

export const useCoverage = (question: Question) =>
  useQuery({
    queryKey: ['coverage', ...keyOf(question)],
    queryFn: ({ signal }) => api.coverage(question, signal),
  })

/** The years asked for do not depend on the one that is shown. */
const WHOLE = { from: FIRST_YEAR, to: LAST_YEAR }

export const useYears = (question: Question, range: readonly [number, number] | undefined, code?: Code) =>
  useQuery({
    queryKey: ['years', ...keyOf({ ...question, period: WHOLE }), range, code],
    queryFn: ({ signal }) => api.years(question, range ?? [question.period.from, question.period.to], code, signal),
    enabled: range !== undefined,
  })
