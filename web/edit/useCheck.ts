import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CheckAnswer } from '../../data/model/work.ts'
import { useSettled } from '../panel/search/useSettled.ts'
import { type Draft, isUntouched, recordOf, type SentRecord } from './draft.ts'
import { check } from './send.ts'

const REST_MS = 700

/** What the server has to judge by: the day it was confirmed changes nothing, and what was not filled in is not there. */
const askedOf = (draft: Draft, today: string): Partial<SentRecord> => {
  const { confirmed: _, source, ...record } = recordOf(draft, today, '')
  const partial: Partial<SentRecord> = source.text ? { ...record, source } : record
  return record.period.start ? partial : { ...partial, period: undefined as never }
}

/** What the server finds in the draft, once the hand has rested; a newer draft gives up the older question. */
export const useCheck = (draft: Draft, today: string, isMember: boolean): CheckAnswer | undefined => {
  const text = useMemo(() => JSON.stringify(askedOf(draft, today)), [draft, today])
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
