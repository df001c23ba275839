import type { RefObject } from 'react'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { measureOf } from '../site_words.ts'
import { codeOf } from '../sites.ts'
import { PLACE_LEVELS, type Task } from '../task.ts'
import { Corners } from './Corners.tsx'
import { DrawStrip } from './DrawStrip.tsx'
import type { Progress, Session } from './session.ts'

type Props = {
  readonly task: NonNullable<Task>
  readonly progress: Progress
  readonly session: RefObject<Session | null>
  readonly sticks: boolean
  readonly onSticks: (sticks: boolean) => void
  readonly trouble: string | null
  readonly isBusy: boolean
  readonly acts: {
    readonly undo: () => void
    readonly redo: () => void
    readonly cancel: () => void
    readonly finish: () => void
  }
}

const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches

/** Enough points to be a shape. */
const isWhole = (task: NonNullable<Task>, { geometry, points }: Progress): boolean => {
  if (task.kind === 'places') return true
  if (task.kind === 'move') return geometry !== null
  const tool = task.kind === 'draw' ? task.tool : task.how === 'split' ? 'line' : 'polygon'
  if (tool === 'point') return true
  if (tool === 'line') return points >= 2
  return tool === 'polygon' ? points >= 3 : geometry !== null
}

/** The strip over the map for whatever the hand is doing. */
export const Strip = ({ task, progress, session, sticks, onSticks, trouble, isBusy, acts }: Props) => {
  const text = useText()
  const { say } = text
  const { marking, setTask } = useEditing()
  const chosen = marking.sites.filter((site) => codeOf(site) !== null).length
  const isLoose = task.kind === 'draw' && (task.tool === 'point' || progress.points === 0)
  const { geometry } = progress
  const title =
    task.kind === 'draw'
      ? say(`edit.drawing.${task.tool}`)
      : task.kind === 'cut'
        ? say(`edit.drawing.${task.how}`)
        : say(`edit.drawing.${task.kind}`)
  const hint =
    task.kind === 'draw'
      ? say(`edit.hint.${task.tool}`)
      : task.kind === 'cut'
        ? say(`edit.hint.${task.how}`)
        : task.kind === 'places'
          ? say('edit.hint.places', { count: chosen })
          : say(isTouched() ? 'edit.hint.moveTouch' : 'edit.hint.move')
  const snaps = task.kind === 'move' || task.kind === 'cut' || (task.kind === 'draw' && /line|polygon/.test(task.tool))
  return (
    <DrawStrip
      title={title}
      hint={isBusy ? say('edit.cut.busy') : hint}
      measure={geometry && geometry.type !== 'Point' ? measureOf(geometry, text) : ''}
      keys={say(
        task.kind === 'move' ? 'edit.keys.move' : task.kind === 'places' ? 'edit.keys.places' : 'edit.keys.draw',
      )}
      canUndo={progress.canUndo || ((isLoose || task.kind === 'places') && marking.canUndo)}
      canRedo={progress.canRedo || ((isLoose || task.kind === 'places') && marking.canRedo)}
      canFinish={!isBusy && isWhole(task, progress)}
      finishWords={say(task.kind === 'cut' ? `edit.finish.${task.how}` : 'edit.finish')}
      showsMiddle={progress.corner !== null}
      onUndo={acts.undo}
      onRedo={acts.redo}
      onCancel={acts.cancel}
      onFinish={acts.finish}
    >
      {trouble && (
        <p className="edit-remark" data-severity="error" role="alert">
          {trouble}
        </p>
      )}
      {task.kind === 'places' && (
        <fieldset className="edit-levels">
          <legend className="unseen">{say('edit.levels')}</legend>
          {PLACE_LEVELS.map((level) => (
            <button
              key={level}
              type="button"
              aria-pressed={task.level === level}
              onClick={() => setTask({ kind: 'places', level })}
            >
              {say(`edit.level.${level}`)}
            </button>
          ))}
        </fieldset>
      )}
      {task.kind === 'move' && (
        <details className="edit-corners-fold">
          <summary>{say('edit.corners')}</summary>
          <Corners corner={progress.corner} grip={session.current?.grip} isPoint={geometry?.type === 'Point'} />
        </details>
      )}
      <div className="edit-strip-foot">
        {task.kind !== 'move' && task.kind !== 'places' && (
          <button type="button" className="button-plain edit-middle-set" onClick={() => session.current?.setPoint()}>
            {say('edit.middle')}
          </button>
        )}
        {snaps && (
          <label className="edit-switch">
            <input type="checkbox" checked={sticks} onChange={({ target }) => onSticks(target.checked)} />
            {say('edit.sticks')}
          </label>
        )}
      </div>
    </DrawStrip>
  )
}
