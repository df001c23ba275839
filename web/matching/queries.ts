import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DecisionLine, DecisionsAnswer, MatchState } from '../../data/model/match_decision.ts'
import { formatMatchWeights, type MatchWeights } from '../../data/model/match_weights.ts'
import type { ComparedAnswer, DepartmentsAnswer, MatchDeskAnswer } from '../../data/model/matching.ts'
import type { Accepted, HistoryLine } from '../../data/model/work.ts'
import { addressOf, ask } from '../api.ts'
import { newId } from '../edit/new_id.ts'
import { send } from '../send.ts'

export type Side = { readonly department: string } | { readonly partner: string }
export type DeskAsked = {
  readonly side: Side
  readonly region: string
  readonly period: string
  readonly weights: MatchWeights | null
  /** Every ranked partner, not only the best. */
  readonly all: boolean
}

const MOST = 1_000
const textOf = (weights: MatchWeights | null) => (weights ? formatMatchWeights(weights) : undefined)

/** Who comes to the meeting, whoever waits for most partners first. */
export const useDepartments = (region: string, period: string) =>
  useQuery({
    queryKey: ['matching-departments', region, period],
    queryFn: ({ signal }) => ask<DepartmentsAnswer>(addressOf('/api/matches/departments', { region, period }), signal),
  })

/** While weights slide, what was ranked last stays until the next ranking is there. */
export const useDesk = (asked: DeskAsked | null) =>
  useQuery({
    queryKey: ['matching', asked?.side, asked?.region, asked?.period, textOf(asked?.weights ?? null), asked?.all],
    queryFn: ({ signal }) => {
      const { side, region, period, weights, all } = asked!
      const query = { ...side, region, period, weights: textOf(weights), limit: all ? MOST : undefined }
      return ask<MatchDeskAnswer>(addressOf('/api/matches', query), signal)
    },
    enabled: asked !== null,
    placeholderData: (before, query) =>
      JSON.stringify(query?.queryKey.slice(1, 4)) === JSON.stringify([asked?.side, asked?.region, asked?.period])
        ? before
        : undefined,
  })

type ComparedAsked = Pick<DeskAsked, 'region' | 'period' | 'weights'> & {
  readonly target: string
  readonly partners: readonly string[]
}

export const useCompared = ({ target, partners, region, period, weights }: ComparedAsked) =>
  useQuery({
    queryKey: ['matching-compared', target, partners.join(), region, period, textOf(weights)],
    queryFn: ({ signal }) => {
      const query = { target, organisation: partners, region, period, weights: textOf(weights) }
      return ask<ComparedAnswer>(addressOf('/api/matches/compared', query), signal)
    },
    enabled: partners.length > 0,
    placeholderData: (before) => before,
  })

const DECISIONS_KEY = ['matching-decisions']

/** What was decided; only members may know. */
export const useDecisions = (side: Side | null, isMember: boolean) =>
  useQuery({
    queryKey: [...DECISIONS_KEY, side],
    queryFn: ({ signal }) => ask<DecisionsAnswer>(addressOf('/api/work/matches', { ...side }), signal),
    enabled: side !== null && isMember,
  })

/** How a decision came to be; for the department that keeps it and for Sekber. */
export const useDecisionHistory = ({ id, revision }: DecisionLine, enabled: boolean) =>
  useQuery({
    queryKey: ['matching-history', id, revision],
    queryFn: ({ signal }) =>
      ask<readonly HistoryLine<'match'>[]>(`/api/work/records/match/${encodeURIComponent(id)}/history`, signal),
    enabled,
  })

export type Decided = {
  readonly target: string
  readonly partner: string
  /** Null takes the decision back. */
  readonly state: MatchState | null
  readonly reason?: string
  /** What stands now, if anything does. */
  readonly before: DecisionLine | undefined
}

export const useDecide = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ target, partner, state, reason, before }: Decided) =>
      send<Accepted>(
        'PUT',
        `/api/work/matches/${encodeURIComponent(target)}/${encodeURIComponent(partner)}`,
        { operation: newId(), state, ...(reason === undefined ? {} : { reason }) },
        { 'If-Match': `"${before?.revision ?? 0}"` },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: DECISIONS_KEY }),
  })
}
