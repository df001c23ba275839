import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useText } from '../text/useText.ts'
import type { PartProps } from './props.ts'
import { Question } from './Question.tsx'

type Props = Omit<PartProps, 'coverage'> & { readonly line: ReactNode }

/** The question of a phone as a sentence on a sheet, open from the start. */
const QuestionSheet = ({ line, ...props }: Props) => {
  const { say } = useText()
  return (
    <Dialog.Root defaultOpen>
      <Dialog.Trigger className="question-pill">{line}</Dialog.Trigger>
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

export default QuestionSheet
