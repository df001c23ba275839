import { type ReactNode, useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { BESIDE, type Beside, type Position, SCENE_KINDS, type Scene } from '../../data/model/story.ts'
import type { SceneFigures } from '../../data/model/story_answer.ts'
import { LONGEST_TITLE } from '../../data/model/story_checks.ts'
import { useText } from '../text/useText.ts'
import type { View } from '../view.ts'
import { Choose } from './Choose.tsx'
import { changeScene, type SceneChange } from './draft.ts'
import { FigureFields } from './FigureFields.tsx'
import { MarkFields } from './MarkFields.tsx'
import { PictureField } from './PictureField.tsx'
import type { Placing } from './SceneMap.tsx'
import { type MapSide, sceneSearch } from './scene_view.ts'
import { Typing } from './Typing.tsx'
import type { Desk } from './useDesk.ts'
import { ViewFields } from './ViewFields.tsx'

type PartProps = { readonly title: string; readonly isOpen?: boolean; readonly children: ReactNode }

/** It begins as told, and then follows the hand. */
const Part = ({ title, isOpen = false, children }: PartProps) => {
  const [isNow, setNow] = useState(isOpen)
  return (
    <details className="story-part" open={isNow} onToggle={({ currentTarget }) => setNow(currentTarget.open)}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  )
}

type Props = {
  readonly desk: Desk
  readonly scene: Scene
  readonly context: ContextAnswer
  readonly figures: SceneFigures
  readonly side: MapSide
  readonly view: View | null
  readonly middle: Position
  readonly placing: Placing | null
  readonly onPlacing: (placing: Placing | null) => void
}

/** Everything that a scene says and shows, in the order in which it is read. */
export const SceneFields = (props: Props) => {
  const { desk, scene, context, figures, side, view, middle, placing, onPlacing } = props
  const { say } = useText()
  const [inserted, setInserted] = useState<{ readonly text: string } | null>(null)
  const change = (changes: SceneChange) => desk.change(changeScene(desk.record, scene.id, changes))
  const becomes = (kind: Scene['kind']) =>
    change({ kind, ...(kind === 'swipe' ? { after: scene.after ?? scene.view } : { after: undefined }) })
  return (
    <div className="story-fields">
      <Typing
        label={say('stories.field.title')}
        hint={say('stories.field.title.hint')}
        rows={2}
        maxLength={LONGEST_TITLE}
        value={scene.title}
        onCommit={(title) => change({ title: title.replaceAll(/\s+/g, ' ') })}
      />
      <Typing
        label={say('stories.field.text')}
        hint={say('stories.field.text.hint')}
        rows={6}
        maxLength={4000}
        value={scene.text}
        inserted={inserted}
        onCommit={(text) => change({ text })}
      />
      <div className="story-grid">
        <Choose
          label={say('stories.field.kind')}
          value={scene.kind}
          options={SCENE_KINDS.map((kind) => [kind, say(`stories.kind.${kind}`)] as const)}
          onChange={becomes}
        />
        <Choose<Beside | 'none'>
          label={say('stories.field.beside')}
          value={scene.beside ?? 'none'}
          options={(['none', ...BESIDE] as const).map((one) => [one, say(`stories.beside.${one}`)] as const)}
          onChange={(one) => change({ beside: one === 'none' ? undefined : one })}
        />
      </div>
      <Part title={say('stories.part.figures', { count: Object.keys(scene.figures).length })} isOpen>
        <FigureFields desk={desk} scene={scene} figures={figures} onInsert={(text) => setInserted({ text })} />
      </Part>
      <Part title={say('stories.part.map')}>
        {view ? (
          <>
            <ViewFields view={view} context={context} onChange={(next) => change({ [side]: sceneSearch(next) })} />
            {(scene.kind === 'title' || scene.kind === 'closing') && (
              <button type="button" className="link" onClick={() => change({ view: '' })}>
                {say('stories.view.none')}
              </button>
            )}
          </>
        ) : (
          <button
            type="button"
            className="button-quiet"
            onClick={() => change({ view: `?region=${desk.record.region}` })}
          >
            {say('stories.view.give')}
          </button>
        )}
      </Part>
      {view && (
        <Part title={say('stories.part.marks', { count: scene.annotations.length })}>
          <MarkFields desk={desk} scene={scene} view={view} middle={middle} placing={placing} onPlacing={onPlacing} />
        </Part>
      )}
      <Part title={say('stories.part.picture')} isOpen={scene.picture !== undefined}>
        <PictureField desk={desk} scene={scene} />
      </Part>
      <Typing
        label={say('stories.field.notes')}
        hint={say('stories.field.notes.hint')}
        rows={3}
        maxLength={4000}
        value={scene.notes ?? ''}
        onCommit={(notes) => change({ notes: notes === '' ? undefined : notes })}
      />
    </div>
  )
}
