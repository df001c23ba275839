import { useText } from '../text/useText.ts'
import { named } from './named.ts'
import type { PartProps } from './props.ts'

/** The question as the title of the page where its sentence is folded away. */
export const QuestionTitle = ({ view, context }: Pick<PartProps, 'view' | 'context'>) => {
  const text = useText()
  const words = { ...named(view, context, text), ask: text.say(`panel.ask.${view.ask}`) }
  return <h1 className="unseen">{text.say('panel.question', words)}</h1>
}
