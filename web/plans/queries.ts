import { useQuery } from '@tanstack/react-query'
import type { AgreementBoard } from '../../data/model/agreement_board.ts'
import type { PlanAnswer, PlanList } from '../../data/model/plan_answer.ts'
import type { WorkRecord } from '../../data/model/work.ts'
import { addressOf, ask } from '../api.ts'
import { useSaveRecord } from '../desk/save_record.ts'
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

export const useSavePlan = () => useSaveRecord('plan')
