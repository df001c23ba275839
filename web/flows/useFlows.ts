import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FlowsAnswer } from '../../data/model/flows.ts'
import { queryOf } from '../../data/view/question.ts'
import { addressOf, ask, type Question } from '../api.ts'
import { keyOf } from '../queries.ts'

export const flowsDownload = (question: Question): string => addressOf('/api/flows.csv', queryOf(question))

/** The last picture stays until the next stands, so that the window does not jump. */
export const useFlows = (question: Question) =>
  useQuery({
    queryKey: ['flows', ...keyOf(question)],
    queryFn: ({ signal }) => ask<FlowsAnswer>(addressOf('/api/flows', queryOf(question)), signal),
    placeholderData: keepPreviousData,
  })
