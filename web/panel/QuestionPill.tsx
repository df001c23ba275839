import { ChevronDown } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useOpening } from '../shell/useOpening.ts'
import { useText } from '../text/useText.ts'
import { named } from './named.ts'
import type { PartProps } from './props.ts'

const fetchSheet = () => import('./QuestionSheet.tsx')
const QuestionSheet = lazy(fetchSheet)

/** The question above a phone's map; touched, it opens as the sentence with its pick-lists. */
export const QuestionPill = (props: Omit<PartProps, 'coverage'>) => {
  const text = useText()
  const { view, context } = props
  const { opened, handlers } = useOpening(fetchSheet)
  const { theme, region, period } = named(view, context, text)
  const line = (
    <>
      <span>{[theme, `${region} ${period}`, text.say(`panel.ask.${view.ask}`)].join(' · ')}</span>
      <ChevronDown aria-hidden="true" />
    </>
  )
  const closed = (
    <button type="button" className="question-pill" aria-haspopup="dialog" {...handlers}>
      {line}
    </button>
  )
  if (!opened) return closed
  return (
    <Suspense fallback={closed}>
      <QuestionSheet {...props} line={line} />
    </Suspense>
  )
}
