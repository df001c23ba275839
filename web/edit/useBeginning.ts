import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { SessionAnswer } from '../../data/model/work.ts'
import { api } from '../api.ts'
import { findDraft, type Question } from '../outbox/store.ts'
import { type Draft, draftOf, newDraft } from './draft.ts'
import { askRecord } from './send.ts'

export type Beginning = {
  readonly initial: Draft
  readonly resumed: string | null
  readonly afresh: Draft
  /** What keeps a draft that was handed in already from going out. */
  readonly question: Question | null
}

/** A draft begun before signing in gets its implementer once it is known who marks. */
const withOwn = (draft: Draft, organisation: string | null): Draft =>
  organisation && draft.base === null && draft.fields.organisations.length === 0
    ? { ...draft, fields: { ...draft.fields, organisations: [{ id: organisation, role: 'implementer' }] } }
    : draft

/** The record as its members see it; without a session, as everyone does. */
const recordFor = async (id: string, isMember: boolean, signal: AbortSignal): Promise<Draft> => {
  const { record, revision } = isMember ? await askRecord(id, signal) : await api.record('activity', id, signal)
  return draftOf(record, revision)
}

/**
 * What marking begins with: the draft on this device, else the record, else nothing. It is found once for each activity and
 * member: whatever is asked for anew meanwhile, somebody is writing on it.
 */
export const useBeginning = (edit: string, session: SessionAnswer | null | undefined) => {
  const organisation = session?.organisation?.id ?? null
  const isMember = session?.person != null
  const key = `${edit} ${organisation} ${isMember}`
  const pinned = useRef<{ readonly key: string; readonly begun: Beginning } | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['edit-beginning', edit, organisation, isMember],
    queryFn: async ({ signal }): Promise<Beginning> => {
      const kept = await findDraft(edit)
      const question = kept?.waiting?.question ?? null
      if (edit === 'new') {
        const afresh = newDraft(organisation)
        return kept
          ? { initial: withOwn(kept.draft, organisation), resumed: kept.saved, afresh, question }
          : { initial: afresh, resumed: null, afresh, question }
      }
      const record = await recordFor(edit, isMember, signal).catch((error: unknown) => {
        // A kept draft can be gone on with where its record cannot be had just now.
        if (kept) return null
        throw error
      })
      const afresh = record ?? kept!.draft
      return kept
        ? { initial: kept.draft, resumed: kept.saved, afresh, question }
        : { initial: afresh, resumed: null, afresh, question }
    },
    enabled: session !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (data && pinned.current?.key !== key) pinned.current = { key, begun: data }
  const begun = pinned.current?.key === key ? pinned.current.begun : null
  return { begun, key, error, refetch }
}
