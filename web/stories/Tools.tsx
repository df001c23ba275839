import { Steps } from '../desk/Steps.tsx'
import { Told } from '../desk/Told.tsx'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { Conflict } from './Conflict.tsx'
import type { Desk } from './useDesk.ts'

/** Undo, redo, and save: as a draft, or on to the review that every record goes through. */
export const Tools = ({ desk }: { readonly desk: Desk }) => {
  const { say } = useText()
  const { changes, isSaving, error, conflict, isReviewed, record } = desk
  const isIdle = isSaving || conflict !== null
  // Never truly disabled: what is being typed becomes a change by the very click that leaves it.
  const isUnchanged = changes === 0 || isIdle
  const isPublishable = !isIdle && (changes > 0 || record.verification !== 'verified')
  return (
    <div className="desk-tools">
      <div className="desk-buttons">
        <Steps desk={desk} />
        <button
          type="button"
          className="button-quiet"
          aria-disabled={isUnchanged}
          onClick={() => {
            if (!isUnchanged) desk.save(false)
          }}
        >
          {say(isSaving ? 'pages.busy' : 'desk.keep')}
        </button>
        <button
          type="button"
          className="button-main"
          aria-disabled={!isPublishable}
          onClick={() => {
            if (isPublishable) desk.save(true)
          }}
        >
          {say(isReviewed ? 'stories.send' : 'stories.publish')}
        </button>
        {changes > 0 && (
          <button type="button" className="link" disabled={isSaving} onClick={desk.discard}>
            {say('desk.discard')}
          </button>
        )}
      </div>
      <Told desk={desk} />
      <Refused error={error} />
      {conflict && <Conflict desk={desk} />}
    </div>
  )
}
