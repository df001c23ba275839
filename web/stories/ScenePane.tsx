import { useCallback, useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { AnnotationKind, Position, Scene } from '../../data/model/story.ts'
import { bboxOf } from '../map/camera.ts'
import { usePalette } from '../palette.ts'
import { useText } from '../text/useText.ts'
import { useView } from '../useView.ts'
import type { Camera, View } from '../view.ts'
import { addAnnotation, changeAnnotation, changeScene } from './draft.ts'
import { makeMark, nextNumber } from './marks.ts'
import { SceneFields } from './SceneFields.tsx'
import { type Placing, SceneMap } from './SceneMap.tsx'
import { type MapSide, sceneSearch, viewOf } from './scene_view.ts'
import { Told, ToldParagraphs } from './Told.tsx'
import type { Desk } from './useDesk.ts'
import { useFigures } from './useFigures.ts'

type Props = { readonly desk: Desk; readonly scene: Scene; readonly context: ContextAnswer }

const middleOf = (view: View | null, context: ContextAnswer): Position => {
  const [west, south, east, north] = (view && bboxOf(view.region, context)) ?? [110, -1, 112, 1]
  return [(west + east) / 2, (south + north) / 2]
}

/** One scene: its map as it will be shown, what it says, and everything that can be changed on it. */
export const ScenePane = ({ desk, scene, context }: Props) => {
  const { say } = useText()
  const palette = usePalette(useView().view.palette)
  const { record: story, mayChange } = desk
  const figures = useFigures(scene)
  const [chosen, setSide] = useState<MapSide>('view')
  const [camera, setCamera] = useState<Camera | null>(null)
  const [placing, setPlacing] = useState<Placing | null>(null)
  const side = scene.kind === 'swipe' ? chosen : 'view'
  const view = viewOf(scene, side)
  const told = { figures, language: story.language }
  const placed = useCallback(
    (kind: AnnotationKind, positions: readonly Position[]) => {
      const given = { number: nextNumber(scene.annotations), text: say('stories.mark.new') }
      desk.change(addAnnotation(story, scene.id, makeMark(kind, positions, given)))
      setPlacing(null)
    },
    [desk, story, scene, say],
  )
  const keepCamera = () => {
    if (!view || !camera) return
    const at = (one: View) => sceneSearch({ ...one, camera })
    const other = viewOf(scene, 'after')
    // Both maps of a swipe lie over each other: they look at the same place.
    desk.change(
      changeScene(story, scene.id, {
        view: at(viewOf(scene, 'view') ?? view),
        ...(other ? { after: at(other) } : {}),
      }),
    )
    setCamera(null)
  }
  return (
    <>
      <div className="story-scene" lang={story.language}>
        <h2>{scene.title === '' ? say('stories.untitled') : <Told text={scene.title} {...told} />}</h2>
        {scene.kind === 'swipe' && (
          <div className="story-sides">
            {(['view', 'after'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={one === side} onClick={() => setSide(one)}>
                {say(`stories.side.${one}`)}
              </button>
            ))}
          </div>
        )}
        {view ? (
          <>
            <SceneMap
              key={side}
              scene={scene}
              view={view}
              context={context}
              palette={palette}
              placing={placing}
              onPlacing={setPlacing}
              onPlaced={placed}
              onMove={mayChange ? (at, next) => desk.change(changeAnnotation(story, scene.id, at, next)) : undefined}
              onCamera={setCamera}
            />
            {mayChange && (
              <div className="desk-buttons">
                <button type="button" className="button-quiet" aria-disabled={camera === null} onClick={keepCamera}>
                  {say('stories.camera.keep')}
                </button>
                <span className="quiet">{say(camera ? 'stories.camera.moved' : 'stories.camera.same')}</span>
              </div>
            )}
          </>
        ) : (
          <p className="page-note">{say('stories.noMap')}</p>
        )}
        <div className="story-told">
          <ToldParagraphs text={scene.text} {...told} />
        </div>
        {scene.annotations.some(({ text }) => text) && (
          <ul className="story-told-marks">
            {scene.annotations.map(
              (one) =>
                one.text && (
                  <li key={`${one.kind} ${one.text}`}>
                    {one.kind === 'number' ? `${one.number}. ` : ''}
                    {one.text}
                  </li>
                ),
            )}
          </ul>
        )}
      </div>
      {mayChange && (
        <SceneFields
          desk={desk}
          scene={scene}
          context={context}
          figures={figures}
          side={side}
          view={view}
          middle={middleOf(view, context)}
          placing={placing}
          onPlacing={setPlacing}
        />
      )}
    </>
  )
}
