import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CheckAnswer } from '../../data/model/work.ts'
import { useSettled } from '../panel/search/useSettled.ts'
import { type Draft, isUntouched, recordOf, type SentRecord } from './draft.ts'
import { check } from './send.ts'

const REST_MS = 700

type Asked = {
  /** ISO date. */
  readonly today: string
  /** Names the source where the author named none. */
  readonly source: string
  readonly isMember: boolean
}

/** What the server has to judge by: the day it was confirmed changes nothing, and what was not filled in is not there. */
const askedOf = (draft: Draft, { today, source }: Asked): Partial<SentRecord> => {
  const { confirmed: _, period, ...record } = recordOf(draft, today, source)
  return period.start ? { ...record, period } : record
}

/** What the server finds in the draft, once the hand has rested; a newer draft gives up the older question. */
export const useCheck = (draft: Draft, asked: Asked): CheckAnswer | undefined => {
  const { isMember } = asked
  const text = JSON.stringify(askedOf(draft, asked))
  const settled = useSettled(text, REST_MS)
  const { data } = useQuery({
    queryKey: ['work-check', settled],
    queryFn: ({ signal }) => check(JSON.parse(settled) as Partial<SentRecord>, draft.base ? draft.id : null, signal),
    enabled: isMember && !isUntouched(draft),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  })
  return isMember ? data : undefined
}
