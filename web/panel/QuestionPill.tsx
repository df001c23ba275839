import { Dialog } from '@base-ui/react/dialog'
import { ChevronDown } from 'lucide-react'
import { formatPeriod } from '../../data/model/period.ts'
import { useText } from '../text/useText.ts'
import type { PartProps } from './props.ts'
import { Question } from './Question.tsx'

/** The question on one line above a phone's map; touched, it opens as the sentence with its pick-lists. */
export const QuestionPill = (props: Omit<PartProps, 'coverage'>) => {
  const { say, language } = useText()
  const { view, context } = props
  const theme = context.themes.find(({ id }) => id === view.theme)?.label[language] ?? view.theme
  const region = context.regencies.find(({ code }) => code === view.region)?.name ?? view.region
  return (
    <Dialog.Root>
      <Dialog.Trigger className="question-pill">
        <span>{[theme, `${region} ${formatPeriod(view.period)}`, say(`panel.ask.${view.ask}`)].join(' · ')}</span>
        <ChevronDown aria-hidden="true" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="question-sheet" aria-label={say('panel.name')}>
          <Question {...props} />
          <Dialog.Close className="button-firm">{say('panel.answer')}</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
