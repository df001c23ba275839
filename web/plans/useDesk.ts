import { useEffect, useState } from 'react'
import type { Plan } from '../../data/model/plan.ts'
import type { ConflictDetail } from '../../data/model/work.ts'
import { AskError } from '../api.ts'
import { begin, type History, redo, step, undo } from '../edit/history.ts'
import { type Chosen, type Clash, mergePlans, type Side } from './merge.ts'
import { useSavePlan } from './queries.ts'

/** What the server keeps; `id` null and revision 0 where it keeps nothing yet. */
export type Kept = { readonly plan: Plan; readonly id: string | null; readonly revision: number }

type Conflict = {
  readonly theirs: Plan
  readonly revision: number
  readonly by: string | null
  readonly chosen: Chosen
}
type Told = 'saved' | 'sent' | null
type State = {
  readonly base: Kept
  readonly history: History<Plan>
  readonly conflict: Conflict | null
  /** Who saved first, once both are merged here. */
  readonly mergedWith: string | null
  readonly told: Told
}

/** One draft of a plan for table, timeline and map. */
export type Desk = {
  readonly plan: Plan
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
  change(next: Plan): void
  undo(): void
  redo(): void
  discard(): void
  save(submit: boolean): void
  choose(key: string, side: Side): void
  merge(): void
}

/** Drafts outlive the look at another plan, not the page. */
const drafts = new Map<string, State>()

const fresh = (base: Kept): State => ({
  base,
  history: begin(base.plan),
  conflict: null,
  mergedWith: null,
  told: null,
})

/** The merged draft stands on what is kept now; the steps before the merge are gone with it. */
const onTop = ({ base, history }: State, { theirs, revision, by, chosen }: Conflict): State => {
  const kept: Kept = { plan: theirs, id: base.id, revision }
  const { plan } = mergePlans(base.plan, history.present, theirs, chosen)
  return { ...fresh(kept), history: step(begin(theirs), plan), mergedWith: by ?? '' }
}

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

export const useDesk = (name: string, kept: Kept, { mayChange, isSekber, onBegun }: Rights): Desk => {
  const [state, setState] = useState<State>(() => drafts.get(name) ?? fresh(kept))
  const { mutate, isPending, error } = useSavePlan()
  const { base, history, conflict } = state
  const changes = history.past.length
  useUnsaved(changes > 0)
  useEffect(() => {
    if (changes > 0) drafts.set(name, state)
    else drafts.delete(name)
  }, [name, state, changes])
  const walk = (next: History<Plan>) => setState((now) => ({ ...now, history: next, told: null }))

  const save = (submit: boolean) => {
    const record: Plan = { ...history.present, id: base.id ?? '', confirmed: new Date().toLocaleDateString('sv') }
    const asked = { id: base.id, revision: base.revision, record, submit, verify: submit && isSekber }
    mutate(asked, {
      onSuccess: ({ id, revision, verification }) => {
        drafts.delete(name)
        const told = verification === 'submitted' ? 'sent' : 'saved'
        setState({ ...fresh({ plan: { ...record, id, verification }, id, revision }), told })
        if (base.id === null) onBegun(id)
      },
      onError: (refusal) => {
        const found = conflictIn(refusal)
        if (!found?.record) return
        const next = { theirs: found.record as Plan, revision: found.current, by: found.by, chosen: {} }
        setState((now) => {
          const { clashes } = mergePlans(now.base.plan, now.history.present, next.theirs)
          return clashes.length === 0 ? onTop(now, next) : { ...now, conflict: next }
        })
      },
    })
  }

  const asked = conflict && {
    by: conflict.by,
    chosen: conflict.chosen,
    clashes: mergePlans(base.plan, history.present, conflict.theirs, conflict.chosen).clashes,
  }
  return {
    plan: history.present,
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
    choose: (key, side) =>
      setState((now) =>
        now.conflict ? { ...now, conflict: { ...now.conflict, chosen: { ...now.conflict.chosen, [key]: side } } } : now,
      ),
    merge: () => setState((now) => (now.conflict ? onTop(now, now.conflict) : now)),
  }
}
