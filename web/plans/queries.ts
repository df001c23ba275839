import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AgreementBoard } from '../../data/model/agreement_board.ts'
import type { Plan } from '../../data/model/plan.ts'
import type { PlanAnswer, PlanList } from '../../data/model/plan_answer.ts'
import type { Accepted, Save, WorkRecord } from '../../data/model/work.ts'
import { addressOf, ask } from '../api.ts'
import { newId } from '../edit/new_id.ts'
import { send } from '../send.ts'
import type { PlanView } from './state.ts'

export const usePlans = ({ region, party }: Pick<PlanView, 'region' | 'party'>) =>
  useQuery({
    queryKey: ['plans', region, party],
    queryFn: ({ signal }) =>
      ask<PlanList>(addressOf('/api/plans', { region: region ?? undefined, partner: party ?? undefined }), signal),
  })

export const usePlan = (id: string) =>
  useQuery({
    queryKey: ['plan', id],
    queryFn: ({ signal }) => ask<PlanAnswer>(`/api/plans/${encodeURIComponent(id)}`, signal),
    retry: false,
  })

/** As those see it who may change it; null where it is none of theirs, or no record yet. */
export const useWorkPlan = (id: string | null) =>
  useQuery({
    queryKey: ['work-plan', id],
    queryFn: ({ signal }) => ask<WorkRecord<'plan'>>(`/api/work/records/plan/${encodeURIComponent(id ?? '')}`, signal),
    enabled: id !== null,
    retry: false,
    // Somebody is writing on it: a newer version is a question at saving, not a surprise in the form.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

export const useAgreementTitles = (enabled: boolean) =>
  useQuery({
    queryKey: ['agreements', null, null],
    queryFn: ({ signal }) => ask<AgreementBoard>('/api/agreements', signal),
    enabled,
  })

type Written = Save<'plan'>['record']
type Saving = {
  /** Null begins a record. */
  readonly id: string | null
  readonly revision: number
  readonly record: Plan
  readonly submit: boolean
  /** Whoever is Sekber need not wait for itself. */
  readonly verify: boolean
}

const PATH = '/api/work/records/plan'
const SERVER_FIELDS: readonly string[] = ['origin', 'enteredBy', 'verification', 'returned', 'awaitsReview']

const writtenOf = (record: Plan): Written =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !SERVER_FIELDS.includes(name))) as Written

const at = ({ id, revision }: Accepted) =>
  [`${PATH}/${encodeURIComponent(id)}`, { 'If-Match': `"${revision}"` }] as const

const save = async ({ id, revision, record, submit, verify }: Saving): Promise<Accepted> => {
  const body = { operation: newId(), record: writtenOf(record), submit }
  const accepted =
    id === null
      ? await send<Accepted>('POST', PATH, body)
      : await send<Accepted>('PUT', `${PATH}/${encodeURIComponent(id)}`, body, { 'If-Match': `"${revision}"` })
  if (!verify || accepted.verification !== 'submitted') return accepted
  const [address, headers] = at(accepted)
  return send<Accepted>('POST', `${address}/verify`, { operation: newId() }, headers)
}

export const useSavePlan = () => {
  const client = useQueryClient()
  return useMutation({ mutationFn: save, onSuccess: () => client.invalidateQueries() })
}
