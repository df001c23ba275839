import type { ContextAnswer } from '../../data/model/answers.ts'
import type { StoryAnswer } from '../../data/model/story_answer.ts'
import { findingsOf } from '../../data/model/story_checks.ts'
import { Origin } from '../panel/card/Origin.tsx'
import { useText } from '../text/useText.ts'
import { parseView } from '../view.ts'
import { SceneList } from './SceneList.tsx'
import { ScenePane } from './ScenePane.tsx'
import { StoryFields } from './StoryFields.tsx'
import { changeStoryView, useStoryView } from './state.ts'
import { Tools } from './Tools.tsx'
import { type Desk, type Kept, useDesk } from './useDesk.ts'

type Props = {
  /** Its id, by which its draft is kept while another story is looked at. */
  readonly name: string
  /** Absent while nobody else may see it. */
  readonly answer: StoryAnswer | undefined
  readonly kept: Kept
  readonly context: ContextAnswer
  readonly mayChange: boolean
  readonly isSekber: boolean
}

/** What speaks against the story as it is on screen. */
const Findings = ({ desk }: { readonly desk: Desk }) => {
  const { say, language } = useText()
  const findings = findingsOf(desk.record, (search) => parseView(search).repaired)
  if (findings.length === 0) return null
  return (
    <section className="desk-findings" aria-label={say('stories.findings')}>
      <h2>{say('stories.findings')}</h2>
      <ul>
        {findings.map(({ field, name, words }) => (
          <li key={`${field} ${name} ${words.en}`}>{words[language]}</li>
        ))}
      </ul>
    </section>
  )
}

/** Who may change it takes its newest state along, with the notes for the presenter. */
const Ways = ({
  id,
  mayChange,
  isPublic,
}: {
  readonly id: string
  readonly mayChange: boolean
  readonly isPublic: boolean
}) => {
  const { say } = useText()
  const at = encodeURIComponent(id)
  const address = `${mayChange ? '/api/work/stories' : '/api/stories'}/${at}`
  return (
    <span className="desk-buttons">
      <a className="button-main" href={`/present/${at}`}>
        {say('stories.present')}
      </a>
      <a className="link" href={`${address}/pack.html`} download>
        {say('stories.pack')}
      </a>
      <a className="link" href={`${address}/slides.pptx`} download>
        {say('stories.slides')}
      </a>
      {isPublic && (
        <a className="link" href={`/api/stories/${at}/story.pdf`} download>
          {say('stories.paper')}
        </a>
      )}
    </span>
  )
}

/** One story: its scenes in their order, the one that is open with its map, and what can be changed on it. */
export const Opened = ({ name, answer, kept, context, mayChange, isSekber }: Props) => {
  const { say, date } = useText()
  const { scene: asked } = useStoryView()
  const desk = useDesk(name, kept, { mayChange, isSekber, onBegun: (id) => changeStoryView({ story: id }) })
  const { record: story } = desk
  const { verification } = story
  const scene = story.scenes.find(({ id }) => id === asked) ?? story.scenes[0]
  return (
    <article className="story">
      <div className="desk-top">
        <button type="button" className="link" onClick={() => changeStoryView({ story: null, scene: null })}>
          {say('stories.back')}
        </button>
        <Ways id={name} mayChange={mayChange} isPublic={answer?.story.verification === 'verified'} />
      </div>
      <p className="desk-badges">
        <Origin origin={story.origin} />
        {verification !== 'verified' && <span className="badge">{say(`stories.state.${verification}`)}</span>}
      </p>
      <h1>{story.name || say('stories.untitled')}</h1>
      <p className="page-about">
        {[story.subtitle, story.author, answer && say('stories.asOf', { date: date(answer.asOf.time) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {mayChange && <StoryFields desk={desk} />}
      {mayChange && <Findings desk={desk} />}
      <div className="story-desk" data-read={!mayChange}>
        <SceneList desk={desk} chosen={scene} />
        {scene ? (
          <ScenePane key={scene.id} desk={desk} scene={scene} context={context} />
        ) : (
          <p className="page-note">{say('stories.noScene')}</p>
        )}
      </div>
      {mayChange && <Tools desk={desk} />}
    </article>
  )
}
