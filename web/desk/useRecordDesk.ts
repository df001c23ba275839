import { useEffect, useState } from 'react'
import type { Kind, RecordByKind } from '../../data/model/record.ts'
import type { ConflictDetail } from '../../data/model/work.ts'
import { AskError } from '../api.ts'
import { begin, type History, redo, step, undo } from './history.ts'
import type { Chosen, Side } from './merging.ts'
import { useSaveRecord } from './save_record.ts'

/** What the server keeps; `id` null and revision 0 where it keeps nothing yet. */
export type KeptRecord<K extends Kind> = {
  readonly record: RecordByKind[K]
  readonly id: string | null
  readonly revision: number
}

/** My draft on top of a newer version, and what only a person can decide. */
export type MergeRecords<K extends Kind, Clash> = (
  before: RecordByKind[K],
  mine: RecordByKind[K],
  theirs: RecordByKind[K],
  chosen: Chosen,
) => { readonly record: RecordByKind[K]; readonly clashes: readonly Clash[] }

type Conflict<K extends Kind> = {
  readonly theirs: RecordByKind[K]
  readonly revision: number
  readonly by: string | null
  readonly chosen: Chosen
}
type Told = 'saved' | 'sent' | null
type State<K extends Kind> = {
  readonly base: KeptRecord<K>
  readonly history: History<RecordByKind[K]>
  readonly conflict: Conflict<K> | null
  /** Who saved first, once both are merged here. */
  readonly mergedWith: string | null
  readonly told: Told
}

/** One draft of a record for every view of it. */
export type RecordDesk<K extends Kind, Clash = unknown> = {
  readonly record: RecordByKind[K]
  readonly mayChange: boolean
  /** Saves go to Sekber first. */
  readonly isReviewed: boolean
  readonly changes: number
  readonly canRedo: boolean
  readonly isSaving: boolean
  readonly error: Error | null
  readonly told: Told
  readonly mergedWith: string | null
  readonly conflict: { readonly by: string | null; readonly clashes: readonly Clash[]; readonly chosen: Chosen } | null
  change(next: RecordByKind[K]): void
  undo(): void
  redo(): void
  discard(): void
  save(submit: boolean): void
  choose(key: string, side: Side): void
  merge(): void
}

/** Drafts outlive the look at another record, not the page. */
const drafts = new Map<string, unknown>()

const fresh = <K extends Kind>(base: KeptRecord<K>): State<K> => ({
  base,
  history: begin(base.record),
  conflict: null,
  mergedWith: null,
  told: null,
})

const conflictIn = (error: Error): ConflictDetail | null => {
  const conflict = error instanceof AskError && error.status === 412 ? error.body.conflict : null
  return (conflict as ConflictDetail | null) ?? null
}

const useUnsaved = (isUnsaved: boolean) => {
  useEffect(() => {
    if (!isUnsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isUnsaved])
}

type Rights = { readonly mayChange: boolean; readonly isSekber: boolean; readonly onBegun: (id: string) => void }

/** `name` is what the draft is kept under while another record is looked at. */
export const useRecordDesk = <K extends Kind, Clash>(
  kind: K,
  name: string,
  kept: KeptRecord<K>,
  { mayChange, isSekber, onBegun }: Rights,
  mergeRecords: MergeRecords<K, Clash>,
): RecordDesk<K, Clash> => {
  const key = `${kind}/${name}`
  const [state, setState] = useState<State<K>>(() => (drafts.get(key) as State<K> | undefined) ?? fresh(kept))
  const { mutate, isPending, error } = useSaveRecord(kind)
  const { base, history, conflict } = state
  const changes = history.past.length
  useUnsaved(changes > 0)
  useEffect(() => {
    if (changes > 0) drafts.set(key, state)
    else drafts.delete(key)
  }, [key, state, changes])
  const walk = (next: History<RecordByKind[K]>) => setState((now) => ({ ...now, history: next, told: null }))

  /** The merged draft stands on what is kept now; the steps before the merge are gone with it. */
  const onTop = ({ base: before, history: { present } }: State<K>, other: Conflict<K>): State<K> => {
    const { record } = mergeRecords(before.record, present, other.theirs, other.chosen)
    const next = fresh<K>({ record: other.theirs, id: before.id, revision: other.revision })
    return { ...next, history: step(begin(other.theirs), record), mergedWith: other.by ?? '' }
  }

  const save = (submit: boolean) => {
    const confirmed = new Date().toLocaleDateString('sv')
    const record: RecordByKind[K] = { ...history.present, id: base.id ?? '', confirmed }
    const asked = { id: base.id, revision: base.revision, record, submit, verify: submit && isSekber }
    mutate(asked, {
      onSuccess: ({ id, revision, verification }) => {
        drafts.delete(key)
        const told = verification === 'submitted' ? 'sent' : 'saved'
        setState({ ...fresh<K>({ record: { ...record, id, verification }, id, revision }), told })
        if (base.id === null) onBegun(id)
      },
      onError: (refusal) => {
        const found = conflictIn(refusal)
        if (!found?.record) return
        const theirs = found.record as RecordByKind[K]
        const next: Conflict<K> = { theirs, revision: found.current, by: found.by, chosen: {} }
        setState((now) => {
          const { clashes } = mergeRecords(now.base.record, now.history.present, theirs, {})
          return clashes.length === 0 ? onTop(now, next) : { ...now, conflict: next }
        })
      },
    })
  }

  const asked = conflict && {
    by: conflict.by,
    chosen: conflict.chosen,
    clashes: mergeRecords(base.record, history.present, conflict.theirs, conflict.chosen).clashes,
  }
  return {
    record: history.present,
    mayChange,
    isReviewed: !isSekber,
    changes,
    canRedo: history.future.length > 0,
    isSaving: isPending,
    error: error && !conflictIn(error) ? error : null,
    told: state.told,
    mergedWith: state.mergedWith,
    conflict: asked,
    change: (next) => setState((now) => ({ ...now, history: step(now.history, next), told: null })),
    undo: () => walk(undo(history)),
    redo: () => walk(redo(history)),
    discard: () => setState(fresh(base)),
    save,
    choose: (one, side) =>
      setState((now) =>
        now.conflict ? { ...now, conflict: { ...now.conflict, chosen: { ...now.conflict.chosen, [one]: side } } } : now,
      ),
    merge: () => setState((now) => (now.conflict ? onTop(now, now.conflict) : now)),
  }
}
