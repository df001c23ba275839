import { useCallback, useMemo, useRef, useState } from 'react'
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form'
import { begin, redo, step, undo } from '../desk/history.ts'
import type { Draft, DraftPhoto } from './draft.ts'
import type { Fields } from './fields.ts'
import type { DraftSite } from './sites.ts'

type ChangeSites = (change: (sites: readonly DraftSite[]) => readonly DraftSite[]) => void

/** An activity while it is being marked: what was typed, the sites with their history, the pictures. */
export type Marking = {
  readonly draft: Draft
  readonly form: UseFormReturn<Fields>
  readonly fields: Fields
  readonly sites: readonly DraftSite[]
  readonly changeSites: ChangeSites
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
  readonly photos: readonly DraftPhoto[]
  readonly changePhotos: (change: (photos: readonly DraftPhoto[]) => readonly DraftPhoto[]) => void
  /** What the server said of it, without touching what was typed meanwhile. */
  readonly settle: (draft: Pick<Draft, 'base' | 'unanswered' | 'photos'>) => void
  /** Another draft altogether. */
  readonly replace: (draft: Draft) => void
}

export const useMarking = (initial: Draft): Marking => {
  const form = useForm<Fields>({ defaultValues: initial.fields })
  const fields = useWatch({ control: form.control }) as Fields
  const [history, setHistory] = useState(() => begin(initial.sites))
  const [rest, setRest] = useState<Omit<Draft, 'fields' | 'sites'>>(initial)
  const reset = useRef(form.reset)
  reset.current = form.reset

  const changeSites = useCallback<ChangeSites>((change) => {
    setHistory((now) => step(now, change(now.present)))
  }, [])
  const changePhotos = useCallback<Marking['changePhotos']>((change) => {
    setRest((now) => ({ ...now, photos: change(now.photos) }))
  }, [])
  const settle = useCallback<Marking['settle']>(({ base, unanswered, photos }) => {
    // A picture taken while the others travelled stays.
    const idOf = (photo: DraftPhoto) => photos.find(({ key }) => key === photo.key)?.id ?? photo.id
    setRest((now) => ({ ...now, base, unanswered, photos: now.photos.map((one) => ({ ...one, id: idOf(one) })) }))
  }, [])
  const replace = useCallback<Marking['replace']>((draft) => {
    reset.current(draft.fields)
    setHistory(begin(draft.sites))
    setRest(draft)
  }, [])

  const sites = history.present
  const draft = useMemo((): Draft => ({ ...rest, fields, sites }), [rest, fields, sites])
  return {
    draft,
    form,
    fields,
    sites,
    changeSites,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: useCallback(() => setHistory(undo<readonly DraftSite[]>), []),
    redo: useCallback(() => setHistory(redo<readonly DraftSite[]>), []),
    photos: rest.photos,
    changePhotos,
    settle,
    replace,
  }
}
