import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Accepted, Step, StepAsked, WorkLine, WorkList } from '../../data/model/work.ts'
import { AskError, addressOf, ask } from '../api.ts'
import { newId } from '../edit/new_id.ts'
import { send } from '../send.ts'

export const WORK_KEY = ['work']
const PAGE = 50

/** What of one's own records is listed. */
export type WorkFilter = { readonly verification: string; readonly isStale: boolean; readonly q: string }

/** From this age on a record is asked about. */
export const STALE_DAYS = 90

export const useWorkList = ({ verification, isStale, q }: WorkFilter) =>
  useInfiniteQuery<WorkList, Error, InfiniteData<WorkList>, readonly unknown[], string>({
    queryKey: [...WORK_KEY, verification, isStale, q],
    queryFn: ({ signal, pageParam }) => {
      const query = { verification, q, sort: 'stale', limit: PAGE, after: pageParam }
      return ask(addressOf('/api/work/records', { ...query, stale: isStale ? STALE_DAYS : undefined }), signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

type Taken = { readonly line: Pick<WorkLine, 'kind' | 'id' | 'revision'>; readonly step: Step } & Omit<
  StepAsked,
  'operation'
>

export const recordAddress = ({ kind, id }: Pick<WorkLine, 'kind' | 'id'>): string =>
  `/api/work/records/${kind}/${encodeURIComponent(id)}`

/** Takes a record one step further, if it still is as it was seen. */
export const useStep = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ line, step, ...asked }: Taken) =>
      send<Accepted>(
        'POST',
        `${recordAddress(line)}/${step}`,
        { operation: newId(), ...asked },
        { 'If-Match': `"${line.revision}"` },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: WORK_KEY }),
  })
}

/** Somebody else was faster: not a fault, a question to look again. */
export const isOvertaken = (error: Error | null): boolean =>
  error instanceof AskError && (error.status === 409 || error.status === 412)
