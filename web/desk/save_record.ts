import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Kind, RecordByKind } from '../../data/model/record.ts'
import type { Accepted, Save } from '../../data/model/work.ts'
import { newId } from '../edit/new_id.ts'
import { send } from '../send.ts'

export type Saving<K extends Kind> = {
  /** Null begins a record. */
  readonly id: string | null
  readonly revision: number
  readonly record: RecordByKind[K]
  readonly submit: boolean
  /** Whoever is Sekber need not wait for itself. */
  readonly verify: boolean
}

const SERVER_FIELDS: readonly string[] = ['origin', 'enteredBy', 'verification', 'returned', 'awaitsReview']

const writtenOf = <K extends Kind>(record: RecordByKind[K]): Save<K>['record'] =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !SERVER_FIELDS.includes(name))) as Save<K>['record']

const ifMatch = (revision: number) => ({ 'If-Match': `"${revision}"` })

/** Saves on the revision that was read; a newer one is refused with 412 and what stands now. */
export const saveRecord = async <K extends Kind>(
  kind: K,
  { id, revision, record, submit, verify }: Saving<K>,
): Promise<Accepted> => {
  const path = `/api/work/records/${kind}`
  const at = (one: string) => `${path}/${encodeURIComponent(one)}`
  const body = { operation: newId(), record: writtenOf(record), submit }
  const accepted =
    id === null
      ? await send<Accepted>('POST', path, body)
      : await send<Accepted>('PUT', at(id), body, ifMatch(revision))
  if (!verify || accepted.verification !== 'submitted') return accepted
  return send<Accepted>('POST', `${at(accepted.id)}/verify`, { operation: newId() }, ifMatch(accepted.revision))
}

export const useSaveRecord = <K extends Kind>(kind: K) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (saving: Saving<K>) => saveRecord(kind, saving),
    // Not waited for: what is saved is told before every open answer has been asked anew.
    onSuccess: () => void client.invalidateQueries(),
  })
}
