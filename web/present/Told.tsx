import type { StoryAnswer } from '../../data/model/story_answer.ts'
import { paragraphsOf, partsOfText } from '../../data/model/story_text.ts'
import { useText } from '../text/useText.ts'
import { AnnotationWords } from './Annotations.tsx'
import type { Staged } from './pieces.ts'

type Text = { readonly text: string; readonly answer: StoryAnswer; readonly scene: string }

/** A text with its figures put in: the number stands out, its denominator and date stand with it. */
const Figured = ({ text, answer, scene }: Text) => (
  <>
    {partsOfText(text, answer.figures[scene] ?? {}, answer.story.language).map((part, at) => {
      // Pieces of one text never change places.
      const key = `${at}`
      if (part.kind === 'figure')
        return (
          <span key={key} className="present-figure">
            <strong>{part.value}</strong> <span>{part.detail}</span>
          </span>
        )
      return <span key={key}>{part.text}</span>
    })}
  </>
)

/** The finding as one sentence in large words; what its figures are of, and when, stands in a line of its own below. */
const Headline = ({ text, answer, scene }: Text) => {
  const parts = partsOfText(text, answer.figures[scene] ?? {}, answer.story.language)
  const figures = parts.filter((part) => part.kind === 'figure')
  return (
    <>
      <h1>{parts.map((part) => (part.kind === 'figure' ? part.value : part.text)).join('')}</h1>
      {figures.length > 0 && (
        <p className="present-counted">{figures.map(({ value, detail }) => `${value} ${detail}`).join('; ')}</p>
      )}
    </>
  )
}

type Props = {
  readonly staged: Staged
  readonly answer: StoryAnswer
  /** The address of the scene's photo; null where it has none to show. */
  readonly photo: string | null
}

/** What a scene says: the finding as a headline, then why. */
export const Told = ({ staged: { scene }, answer, photo }: Props) => {
  const { say, date } = useText()
  const { story } = answer
  const text = { answer, scene: scene.id }
  const opens = scene.kind === 'title'
  return (
    <div className="present-told" lang={story.language}>
      <Headline text={scene.title} {...text} />
      {opens && story.subtitle && <p className="present-subtitle">{story.subtitle}</p>}
      {paragraphsOf(scene.text).map((paragraph) => (
        <p key={paragraph}>
          <Figured text={paragraph} {...text} />
        </p>
      ))}
      {scene.picture && photo && (
        <figure className="present-picture">
          <img src={photo} alt={scene.picture.alt} />
        </figure>
      )}
      {opens && (
        <p className="present-author">
          {story.author && <span>{say('present.author', { author: story.author })}</span>}
          <span>{date(answer.asOf.time)}</span>
        </p>
      )}
      <AnnotationWords annotations={scene.annotations} />
    </div>
  )
}
