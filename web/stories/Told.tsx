import type { Story } from '../../data/model/story.ts'
import type { SceneFigures } from '../../data/model/story_answer.ts'
import { paragraphsOf, partsOfText } from '../../data/model/story_text.ts'

type Props = { readonly text: string; readonly figures: SceneFigures; readonly language: Story['language'] }

/** A text with its figures put in; what is missing is said where the number would stand. */
export const Told = ({ text, figures, language }: Props) => (
  <>
    {partsOfText(text, figures, language).map((part, at) => {
      // Pieces of one text never change places.
      const key = `${at}`
      if (part.kind === 'words') return <span key={key}>{part.text}</span>
      if (part.kind === 'missing')
        return (
          <mark key={key} className="story-missing">
            {part.text}
          </mark>
        )
      return (
        <span key={key} className="story-figure">
          <strong>{part.value}</strong> {part.detail}
        </span>
      )
    })}
  </>
)

export const ToldParagraphs = ({ text, ...rest }: Props) => (
  <>
    {paragraphsOf(text).map((paragraph) => (
      <p key={paragraph}>
        <Told text={paragraph} {...rest} />
      </p>
    ))}
  </>
)
