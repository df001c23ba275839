import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Kind } from '../../data/model/record.ts'
import type { Words } from '../../data/model/words.ts'
import type { Accepted, CheckAnswer, Claim, StepAsked, WorkLine, WorkList, WorkRecord } from '../../data/model/work.ts'
import { AskError, addressOf, ask } from '../api.ts'
import { newId } from '../edit/new_id.ts'
import { send } from '../send.ts'
import { recordAddress } from '../work/queries.ts'

export const QUEUE_KEY = ['review']
const QUEUE_LIMIT = 200
/** Another moderator's decisions show within so long. */
const QUEUE_EVERY_MS = 15_000
/** A claim runs five minutes; renewed well before. */
const CLAIM_EVERY_MS = 120_000

export type Named = { readonly kind: Kind; readonly id: string }

export const useQueue = () =>
  useQuery({
    queryKey: QUEUE_KEY,
    queryFn: ({ signal }) => ask<WorkList>(addressOf('/api/review', { limit: QUEUE_LIMIT }), signal),
    refetchInterval: QUEUE_EVERY_MS,
  })

export const useWorkRecord = (named: Named) =>
  useQuery({
    queryKey: ['work-record', named.kind, named.id],
    queryFn: ({ signal }) => ask<WorkRecord>(recordAddress(named), signal),
  })

/** What the checks say of an activity, and what else on record it resembles. */
export const useCheck = (record: WorkRecord | undefined) =>
  useQuery({
    queryKey: ['check', record?.kind, record?.record.id, record?.revision],
    queryFn: ({ signal }) =>
      ask<CheckAnswer>('/api/work/check', signal, {
        kind: record!.kind,
        record: record!.record,
        id: record!.record.id,
      }),
    enabled: record?.kind === 'activity',
    retry: false,
  })

/** Tells the others that this record is being decided on, as long as it is open; another's claim is told back. */
export const useClaim = (named: Named) =>
  useQuery({
    queryKey: ['claim', named.kind, named.id],
    queryFn: () => send<Claim>('POST', '/api/review/claims', named),
    refetchInterval: CLAIM_EVERY_MS,
    staleTime: 0,
    gcTime: 0,
    retry: (failures, error) => failures < 2 && !(error instanceof AskError && error.status === 409),
  })

type Decision = {
  readonly line: Pick<WorkLine, 'kind' | 'id' | 'revision'>
  readonly step: 'verify' | 'return'
} & Omit<StepAsked, 'operation'>

export const useDecide = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ line, step, ...asked }: Decision) =>
      send<Accepted>(
        'POST',
        `${recordAddress(line)}/${step}`,
        { operation: newId(), ...asked },
        { 'If-Match': `"${line.revision}"` },
      ),
    onSettled: (_, __, { line }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: QUEUE_KEY }),
        client.invalidateQueries({ queryKey: ['work-record', line.kind, line.id] }),
      ]),
  })
}

type Bulk = {
  readonly accepted: readonly Accepted[]
  readonly refused: readonly (Named & { readonly words: Words })[]
}

export const useAcceptMany = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (lines: readonly WorkLine[]) =>
      send<Bulk>('POST', '/api/review/accept', {
        operation: newId(),
        items: lines.map(({ kind, id, revision }) => ({ kind, id, revision })),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: QUEUE_KEY }),
  })
}
