import { Redo2, Undo2 } from 'lucide-react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { newId } from '../edit/new_id.ts'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { Conflict } from './Conflict.tsx'
import { addAction } from './draft.ts'
import { changePlanView } from './state.ts'
import type { Desk } from './useDesk.ts'
import type { Names } from './useNames.ts'

type Props = { readonly desk: Desk; readonly names: Names; readonly context: ContextAnswer }

/** What became of the last save. */
const Told = ({ desk }: Pick<Props, 'desk'>) => {
  const { say } = useText()
  const { told, mergedWith, changes } = desk
  const words =
    told !== null
      ? say(`plans.${told}`)
      : mergedWith !== null
        ? say('plans.conflict.merged', { name: mergedWith || say('plans.conflict.somebody') })
        : say('plans.changes', { count: changes })
  return (
    <p role="status" className={mergedWith !== null && told === null ? 'page-note' : 'quiet'}>
      {words}
    </p>
  )
}

/** One draft for all three views: add, undo, redo, and save once. */
export const Tools = ({ desk, names, context }: Props) => {
  const { say } = useText()
  const { plan, changes, canRedo, isSaving, error, conflict, isReviewed } = desk
  const isIdle = isSaving || conflict !== null
  // Never truly disabled: what is being typed becomes a change by the very click that leaves it.
  const isUnchanged = changes === 0 || isIdle
  const save = (submit: boolean) => {
    if (!isUnchanged) desk.save(submit)
  }
  const add = () => {
    const id = newId()
    desk.change(addAction(plan, id, context.themes[0]?.id ?? '', new Date().toLocaleDateString('sv')))
    changePlanView({ action: id, face: 'table', only: null })
  }
  return (
    <div className="plan-tools">
      <div className="plan-buttons">
        <button type="button" className="button-quiet" onClick={add}>
          {say('plans.add')}
        </button>
        <button type="button" className="button-quiet" disabled={changes === 0 || isIdle} onClick={desk.undo}>
          <Undo2 aria-hidden="true" size={16} /> {say('plans.undo')}
        </button>
        <button type="button" className="button-quiet" disabled={!canRedo || isIdle} onClick={desk.redo}>
          <Redo2 aria-hidden="true" size={16} /> {say('plans.redo')}
        </button>
        <button type="button" className="button-main" aria-disabled={isUnchanged} onClick={() => save(true)}>
          {say(isSaving ? 'pages.busy' : isReviewed ? 'plans.saveAndSend' : 'plans.save')}
        </button>
        <button type="button" className="button-quiet" aria-disabled={isUnchanged} onClick={() => save(false)}>
          {say('plans.keep')}
        </button>
        {changes > 0 && (
          <button type="button" className="link" disabled={isSaving} onClick={desk.discard}>
            {say('plans.discard')}
          </button>
        )}
      </div>
      <Told desk={desk} />
      <Refused error={error} />
      {conflict && <Conflict desk={desk} names={names} />}
    </div>
  )
}
