import { useId } from 'react'
import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { FigureSubject, Scene, Story, StoryFigure } from '../../data/model/story.ts'
import type { SceneFigures } from '../../data/model/story_answer.ts'
import { figureInWords } from '../../data/model/story_text.ts'
import { useText } from '../text/useText.ts'
import { Choose } from './Choose.tsx'
import { changeFigure, freeName } from './draft.ts'
import type { Desk } from './useDesk.ts'

type Props = {
  readonly desk: Desk
  readonly scene: Scene
  readonly figures: SceneFigures
  readonly onInsert: (text: string) => void
}

type OneProps = Omit<Props, 'desk'> & {
  readonly name: string
  readonly figure: StoryFigure
  readonly language: Story['language']
  readonly onChange: (figure: StoryFigure | null) => void
}

const useSubjects = (): readonly (readonly [FigureSubject, string])[] => {
  const { say, language } = useText()
  return [
    ...VERDICT_LEGEND.map(({ value, label }) => [value as FigureSubject, label[language]] as const),
    ['targeted', say('stories.subject.targeted')],
    ['all', say('stories.subject.all')],
  ]
}

const One = ({ name, figure, figures, language, onChange, onInsert }: OneProps) => {
  const { say } = useText()
  const subjects = useSubjects()
  const freezes = useId()
  const counted = figures[name]
  const told = counted && figureInWords(counted, language)
  const { frozen, ...live } = figure
  const freeze = (isFrozen: boolean) => {
    if (!isFrozen) onChange(live)
    else if (counted) onChange({ ...live, frozen: { value: counted.value, of: counted.of, date: counted.date } })
  }
  return (
    <li className="story-figure-one">
      <p>
        <code>{`{${name}}`}</code> {told ? `${told.value} ${told.detail}` : say('stories.figure.waiting')}
      </p>
      <div className="story-grid">
        <Choose
          label={say('stories.figure.subject')}
          value={figure.subject}
          options={subjects}
          onChange={(subject) => onChange({ ...live, subject })}
        />
        <Choose
          label={say('stories.figure.as')}
          value={figure.as}
          options={[
            ['count', say('stories.figure.count')],
            ['share', say('stories.figure.share')],
          ]}
          onChange={(as) => onChange({ ...figure, as })}
        />
      </div>
      <div className="desk-buttons">
        <label className="story-check" htmlFor={freezes}>
          <input
            id={freezes}
            type="checkbox"
            checked={frozen !== undefined}
            disabled={!frozen && !counted}
            onChange={({ target }) => freeze(target.checked)}
          />
          {say('stories.figure.frozen')}
        </label>
        <button type="button" className="button-quiet" onClick={() => onInsert(`{${name}}`)}>
          {say('stories.figure.insert')}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => onChange(null)}
          aria-label={say('stories.figure.removeOf', { name })}
        >
          {say('stories.figure.remove')}
        </button>
      </div>
    </li>
  )
}

/** The figures of a scene: what is counted, as it is now or as it was today. */
export const FigureFields = ({ desk, scene, figures, onInsert }: Props) => {
  const { say } = useText()
  const { record: story } = desk
  const add = () => {
    const name = freeName('gap', scene.figures)
    desk.change(changeFigure(story, scene.id, name, { subject: 'gap', as: 'count' }))
  }
  return (
    <>
      <p className="quiet">{say('stories.figures.about')}</p>
      <ul className="story-figures">
        {Object.entries(scene.figures).map(([name, figure]) => (
          <One
            key={name}
            name={name}
            figure={figure}
            figures={figures}
            scene={scene}
            language={story.language}
            onInsert={onInsert}
            onChange={(next) => desk.change(changeFigure(story, scene.id, name, next))}
          />
        ))}
      </ul>
      <button type="button" className="button-quiet" onClick={add}>
        {say('stories.figure.add')}
      </button>
    </>
  )
}
