import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CheckAnswer } from '../../data/model/work.ts'
import { useSettled } from '../useSettled.ts'
import { type Draft, isUntouched, recordOf, type SentRecord } from './draft.ts'
import { check } from './send.ts'

const REST_MS = 700
/** Longer than this nobody is kept from handing in; the server judges again by itself. */
const PATIENCE_MS = 5_000

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

const within = (ms: number, signal: AbortSignal): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(ms)])

export type Checking = {
  readonly answer: CheckAnswer | undefined
  /** What is found in the draft as it is now; undefined where the server cannot be asked. */
  readonly askNow: () => Promise<CheckAnswer | undefined>
}

/** What the server finds in the draft, once the hand has rested; a newer draft gives up the older question. */
export const useCheck = (draft: Draft, asked: Asked): Checking => {
  const { isMember } = asked
  const client = useQueryClient()
  const text = JSON.stringify(askedOf(draft, asked))
  const settled = useSettled(text, REST_MS)
  const question = (about: string) => ({
    queryKey: ['work-check', about],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      check(JSON.parse(about) as Partial<SentRecord>, draft.base ? draft.id : null, within(PATIENCE_MS, signal)),
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  })
  const { data } = useQuery({
    ...question(settled),
    enabled: isMember && !isUntouched(draft),
    placeholderData: keepPreviousData,
  })
  return {
    answer: isMember ? data : undefined,
    askNow: () => client.fetchQuery(question(text)).catch(() => undefined),
  }
}
