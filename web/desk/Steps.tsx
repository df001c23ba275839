import { Redo2, Undo2 } from 'lucide-react'
import { useText } from '../text/useText.ts'
import type { RecordDesk } from './useRecordDesk.ts'

type Props = {
  readonly desk: Pick<RecordDesk<never>, 'changes' | 'canRedo' | 'isSaving' | 'conflict' | 'undo' | 'redo'>
}

/** One step back, one step forth; neither while a save or a question is open. */
export const Steps = ({ desk: { changes, canRedo, isSaving, conflict, undo, redo } }: Props) => {
  const { say } = useText()
  const isIdle = isSaving || conflict !== null
  return (
    <>
      <button type="button" className="button-quiet" disabled={changes === 0 || isIdle} onClick={undo}>
        <Undo2 aria-hidden="true" size={16} /> {say('desk.undo')}
      </button>
      <button type="button" className="button-quiet" disabled={!canRedo || isIdle} onClick={redo}>
        <Redo2 aria-hidden="true" size={16} /> {say('desk.redo')}
      </button>
    </>
  )
}
