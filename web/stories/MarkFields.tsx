import { ANNOTATION_KINDS, type AnnotationKind, type Position, type Scene } from '../../data/model/story.ts'
import { Typed, TypedNumber } from '../plans/Typed.tsx'
import { useText } from '../text/useText.ts'
import type { View } from '../view.ts'
import { addAnnotation, changeAnnotation } from './draft.ts'
import { makeMark, movedPosition, nextNumber, placedAround, positionsOf, withPositions, withText } from './marks.ts'
import type { Placing } from './SceneMap.tsx'
import type { Desk } from './useDesk.ts'

type Props = {
  readonly desk: Desk
  readonly scene: Scene
  readonly view: View
  /** The middle of the region, where the view has no camera of its own. */
  readonly middle: Position
  readonly placing: Placing | null
  readonly onPlacing: (placing: Placing | null) => void
}

/** At zoom 10 a mark around the middle is some ten kilometres wide. */
const reachAt = (zoom: number): number => 50 / 2 ** zoom

type CornerProps = {
  readonly label: string
  readonly position: Position
  readonly onChange: (position: Position) => void
}

const Corner = ({ label, position: [lng, lat], onChange }: CornerProps) => {
  const { say } = useText()
  return (
    <span className="story-corner">
      <span className="story-corner-name">{label}</span>
      <TypedNumber
        aria-label={`${label}: ${say('stories.mark.lng')}`}
        step="any"
        value={lng}
        onCommit={(value) => value !== undefined && onChange([value, lat])}
      />
      <TypedNumber
        aria-label={`${label}: ${say('stories.mark.lat')}`}
        step="any"
        value={lat}
        onCommit={(value) => value !== undefined && onChange([lng, value])}
      />
    </span>
  )
}

/** What is drawn over the map: placed by hand, or by typing where it stands. */
export const MarkFields = ({ desk, scene, view, middle, placing, onPlacing }: Props) => {
  const { say } = useText()
  const { record: story } = desk
  const { annotations } = scene
  const made = (kind: AnnotationKind, positions: readonly Position[]) =>
    makeMark(kind, positions, { number: nextNumber(annotations), text: say('stories.mark.new') })
  const put = (kind: AnnotationKind) => {
    const { lng, lat, zoom } = view.camera ?? { lng: middle[0], lat: middle[1], zoom: 8 }
    onPlacing(null)
    desk.change(addAnnotation(story, scene.id, made(kind, placedAround(kind, [lng, lat], reachAt(zoom)))))
  }
  const finish = () => {
    if (!placing) return
    desk.change(addAnnotation(story, scene.id, made(placing.kind, placing.positions)))
    onPlacing(null)
  }
  const cornerName = (kind: AnnotationKind, at: number) =>
    kind === 'arrow'
      ? say(at === 0 ? 'stories.mark.from' : 'stories.mark.to')
      : kind === 'area'
        ? say('stories.mark.corner', { number: at + 1 })
        : say('stories.mark.at')
  return (
    <>
      <div className="desk-buttons">
        {ANNOTATION_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="button-quiet"
            aria-pressed={placing?.kind === kind}
            onClick={() => onPlacing(placing?.kind === kind ? null : { kind, positions: [] })}
          >
            {say(`stories.mark.${kind}`)}
          </button>
        ))}
      </div>
      {placing && (
        <div className="story-placing" role="status">
          <p>{say(`stories.mark.${placing.kind}.how`)}</p>
          <div className="desk-buttons">
            {placing.kind === 'area' && (
              <button type="button" className="button-main" disabled={placing.positions.length < 3} onClick={finish}>
                {say('stories.mark.finish')}
              </button>
            )}
            <button type="button" className="button-quiet" onClick={() => put(placing.kind)}>
              {say('stories.mark.middle')}
            </button>
            <button type="button" className="link" onClick={() => onPlacing(null)}>
              {say('stories.cancel')}
            </button>
          </div>
        </div>
      )}
      <ol className="story-mark-list">
        {annotations.map((annotation, at) => {
          const change = (next: typeof annotation | null) => desk.change(changeAnnotation(story, scene.id, at, next))
          const positions = positionsOf(annotation)
          return (
            // Its place in the list is the only name that an annotation has.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={at}>
              <Typed
                label={`${at + 1}. ${say(`stories.mark.${annotation.kind}`)}`}
                aria-label={say('stories.mark.text', { number: at + 1 })}
                maxLength={160}
                value={annotation.text ?? ''}
                onCommit={(text) => change(withText(annotation, text))}
              />
              {annotation.kind === 'number' && (
                <TypedNumber
                  label={say('stories.mark.digit')}
                  value={annotation.number}
                  step={1}
                  min={1}
                  onCommit={(number) => number !== undefined && change({ ...annotation, number: Math.round(number) })}
                />
              )}
              <details>
                <summary>{say('stories.mark.positions')}</summary>
                {positions.map((position, corner) => (
                  <Corner
                    // biome-ignore lint/suspicious/noArrayIndexKey: corners have no other name
                    key={corner}
                    label={cornerName(annotation.kind, corner)}
                    position={position}
                    onChange={(next) => change(movedPosition(annotation, corner, next))}
                  />
                ))}
                {annotation.kind === 'area' && (
                  <button
                    type="button"
                    className="link"
                    onClick={() => change(withPositions(annotation, [...positions, positions[0]!]))}
                  >
                    {say('stories.mark.addCorner')}
                  </button>
                )}
              </details>
              <button type="button" className="link" onClick={() => change(null)}>
                {say('stories.mark.remove', { number: at + 1 })}
              </button>
            </li>
          )
        })}
      </ol>
    </>
  )
}
