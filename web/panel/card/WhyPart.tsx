import { ChevronDown } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { UnitLevel } from '../../../data/model/answers.ts'
import { useText } from '../../text/useText.ts'
import type { PartProps } from '../props.ts'

const Why = lazy(() => import('../../analysis/Why.tsx'))

type Props = PartProps & { readonly code: string; readonly level: UnitLevel }

/** Opens everything a verdict stands on; fetched when somebody asks. */
export const WhyPart = (props: Props) => {
  const { say } = useText()
  const { why } = props.view
  return (
    <>
      <button
        type="button"
        className="link card-why-open"
        aria-expanded={why}
        onClick={() => props.changeView((v) => ({ ...v, why: !v.why }))}
      >
        {say('card.why.name')}
        <ChevronDown aria-hidden="true" />
      </button>
      {why && (
        <Suspense>
          <Why {...props} />
        </Suspense>
      )}
    </>
  )
}
