import { Redo2, Undo2 } from 'lucide-react'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { Conflict } from './Conflict.tsx'
import type { Desk } from './useDesk.ts'

/** What became of the last save. */
const Told = ({ desk }: { readonly desk: Desk }) => {
  const { say } = useText()
  const { told, mergedWith, changes } = desk
  const words =
    told !== null
      ? say(`stories.${told}`)
      : mergedWith !== null
        ? say('stories.conflict.merged', { name: mergedWith || say('stories.conflict.somebody') })
        : say('stories.changes', { count: changes })
  return (
    <p role="status" className={mergedWith !== null && told === null ? 'page-note' : 'quiet'}>
      {words}
    </p>
  )
}

/** Undo, redo, and save: as a draft, or on to the review that every record goes through. */
export const Tools = ({ desk }: { readonly desk: Desk }) => {
  const { say } = useText()
  const { changes, canRedo, isSaving, error, conflict, isReviewed, record } = desk
  const isIdle = isSaving || conflict !== null
  // Never truly disabled: what is being typed becomes a change by the very click that leaves it.
  const isUnchanged = changes === 0 || isIdle
  const isPublishable = !isIdle && (changes > 0 || record.verification !== 'verified')
  return (
    <div className="story-tools">
      <div className="story-buttons">
        <button type="button" className="button-quiet" disabled={changes === 0 || isIdle} onClick={desk.undo}>
          <Undo2 aria-hidden="true" size={16} /> {say('stories.undo')}
        </button>
        <button type="button" className="button-quiet" disabled={!canRedo || isIdle} onClick={desk.redo}>
          <Redo2 aria-hidden="true" size={16} /> {say('stories.redo')}
        </button>
        <button
          type="button"
          className="button-quiet"
          aria-disabled={isUnchanged}
          onClick={() => {
            if (!isUnchanged) desk.save(false)
          }}
        >
          {say(isSaving ? 'pages.busy' : 'stories.keep')}
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
            {say('stories.discard')}
          </button>
        )}
      </div>
      <Told desk={desk} />
      <Refused error={error} />
      {conflict && <Conflict desk={desk} />}
    </div>
  )
}
