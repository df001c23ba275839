import type { ContextAnswer } from '../../data/model/answers.ts'
import { Steps } from '../desk/Steps.tsx'
import { Told } from '../desk/Told.tsx'
import { newId } from '../edit/new_id.ts'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { Conflict } from './Conflict.tsx'
import { addAction } from './draft.ts'
import { changePlanView } from './state.ts'
import type { Desk } from './useDesk.ts'
import type { Names } from './useNames.ts'

type Props = { readonly desk: Desk; readonly names: Names; readonly context: ContextAnswer }

/** One draft for all three views: add, undo, redo, and save once. */
export const Tools = ({ desk, names, context }: Props) => {
  const { say } = useText()
  const { plan, changes, isSaving, error, conflict, isReviewed } = desk
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
    <div className="desk-tools">
      <div className="desk-buttons">
        <button type="button" className="button-quiet" onClick={add}>
          {say('plans.add')}
        </button>
        <Steps desk={desk} />
        <button type="button" className="button-main" aria-disabled={isUnchanged} onClick={() => save(true)}>
          {say(isSaving ? 'pages.busy' : isReviewed ? 'plans.saveAndSend' : 'plans.save')}
        </button>
        <button type="button" className="button-quiet" aria-disabled={isUnchanged} onClick={() => save(false)}>
          {say('desk.keep')}
        </button>
        {changes > 0 && (
          <button type="button" className="link" disabled={isSaving} onClick={desk.discard}>
            {say('desk.discard')}
          </button>
        )}
      </div>
      <Told desk={desk} />
      <Refused error={error} />
      {conflict && <Conflict desk={desk} names={names} />}
    </div>
  )
}
