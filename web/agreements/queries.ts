import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Agreement } from '../../data/model/agreement.ts'
import type { AgreementBoard } from '../../data/model/agreement_board.ts'
import type { KindOffer } from '../../data/model/agreement_kind.ts'
import type { PlaceAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import type { Accepted, Save, WorkRecord } from '../../data/model/work.ts'
import { addressOf, api, ask } from '../api.ts'
import { newId } from '../edit/new_id.ts'
import { send } from '../send.ts'
import type { AgreementView } from './state.ts'

export const useBoard = ({ region, party }: Pick<AgreementView, 'region' | 'party'>) =>
  useQuery({
    queryKey: ['agreements', region, party],
    queryFn: ({ signal }) =>
      ask<AgreementBoard>(
        addressOf('/api/agreements', { region: region ?? undefined, partner: party ?? undefined }),
        signal,
      ),
  })

/** The places of a scope; without those that are not known yet. */
export const useScopePlaces = (scope: readonly Code[]): readonly PlaceAnswer[] =>
  useQueries({
    queries: scope.map((code) => ({
      queryKey: ['place', code],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.place(code, signal),
    })),
  }).flatMap(({ data }) => data ?? [])

export const useAgreement = (id: string) =>
  useQuery({
    queryKey: ['record', 'agreement', id],
    queryFn: ({ signal }) => api.record('agreement', id, signal),
  })

/** As those see it who may change it. */
export const useWorkAgreement = (id: string | null) =>
  useQuery({
    queryKey: ['work-record', 'agreement', id],
    queryFn: ({ signal }) =>
      ask<WorkRecord<'agreement'>>(`/api/work/records/agreement/${encodeURIComponent(id ?? '')}`, signal),
    enabled: id !== null,
    // Somebody is writing on it: a newer version is a question at saving, not a surprise in the form.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

export const useKinds = (organisations: readonly string[]) =>
  useQuery({
    queryKey: ['agreement-kinds', organisations.join()],
    queryFn: ({ signal }) =>
      ask<KindOffer>(addressOf('/api/agreements/kinds', { organisation: organisations }), signal),
    enabled: organisations.length > 0,
  })

/** Fields of an agreement that a person writes. */
export type Written = Save<'agreement'>['record']
type Saving = {
  readonly id: string | null
  readonly revision: number
  readonly record: Written
  readonly publish: boolean
}

const PATH = '/api/work/records/agreement'

const verify = ({ id, revision }: Accepted): Promise<Accepted> =>
  send('POST', `${PATH}/${encodeURIComponent(id)}/verify`, { operation: newId() }, { 'If-Match': `"${revision}"` })

/** Saves, and where asked for publishes: whoever writes agreements is Sekber, which need not wait for itself. */
export const useSaveAgreement = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, revision, record, publish }: Saving): Promise<Accepted> => {
      const body = { operation: newId(), record, submit: publish }
      const accepted =
        id === null
          ? await send<Accepted>('POST', PATH, body)
          : await send<Accepted>('PUT', `${PATH}/${encodeURIComponent(id)}`, body, { 'If-Match': `"${revision}"` })
      return publish && accepted.verification === 'submitted' ? verify(accepted) : accepted
    },
    onSuccess: () => client.invalidateQueries(),
  })
}

/** What the server writes itself, and what only it knows. */
const SERVER_FIELDS = ['origin', 'enteredBy', 'verification', 'returned', 'awaitsReview'] as const

export const writtenOf = (record: Agreement): Written =>
  Object.fromEntries(
    Object.entries(record).filter(([name]) => !(SERVER_FIELDS as readonly string[]).includes(name)),
  ) as Written
