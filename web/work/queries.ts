import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ActivityStatus } from '../../data/model/activity.ts'
import type { Accepted, Step, StepAsked, WorkLine, WorkList } from '../../data/model/work.ts'
import { AskError, addressOf, ask } from '../api.ts'
import { newId } from '../edit/new_id.ts'
import { outcomeOf } from '../edit/send.ts'
import { outboxChanged } from '../outbox/outbox.ts'
import { allKept, keepStep, type LightStep } from '../outbox/store.ts'
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

/** Takes back a change of one's own, as far as nobody has changed its records since. */
export const useUndo = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (undoes: string) =>
      send<{ readonly changed: number }>('POST', '/api/work/undo', { operation: newId(), undoes }),
    onSettled: () => client.invalidateQueries(),
  })
}

type Light = {
  readonly line: Pick<WorkLine, 'kind' | 'id' | 'revision' | 'title'>
  readonly step: LightStep
  readonly status?: ActivityStatus
}

const hasWaiting = async ({ kind, id }: Light['line']): Promise<boolean> =>
  (await allKept()).steps.some((step) => step.kind === kind && step.id === id)

/** One tap on a record; where the server is out of reach the tap waits on this device, after those before it. */
export const useLightStep = (person: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ line, step, status }: Light): Promise<'accepted' | 'waiting'> => {
      const operation = newId()
      const { kind, id, title, revision } = line
      try {
        if (await hasWaiting(line)) throw new AskError(0, '')
        const body = { operation, ...(status ? { status } : {}) }
        await send<Accepted>('POST', `${recordAddress(line)}/${step}`, body, { 'If-Match': `"${revision}"` })
        return 'accepted'
      } catch (error) {
        if (!(error instanceof AskError) || outcomeOf(error).kind !== 'lost') throw error
        const since = new Date().toISOString()
        const asked = { operation, kind, id, title, step, ...(status ? { status } : {}), revision }
        if (!(await keepStep({ ...asked, person, since, question: null }))) throw error
        await outboxChanged()
        return 'waiting'
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: WORK_KEY }),
  })
}

/** Somebody else was faster: not a fault, a question to look again. */
export const isOvertaken = (error: Error | null): boolean =>
  error instanceof AskError && (error.status === 409 || error.status === 412)
