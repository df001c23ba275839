import type { VerdictKind } from '../../data/model/verdict.ts'
import { Boundary } from '../shell/Boundary.tsx'
import { useText } from '../text/useText.ts'
import { Answer } from './Answer.tsx'
import { Filters } from './Filters.tsx'
import { Layers } from './Layers.tsx'
import { Legend } from './Legend.tsx'
import type { CardProps } from './props.ts'
import { Question } from './Question.tsx'
import { Trouble } from './Trouble.tsx'

type Props = CardProps & {
  readonly trouble: Error | null
  readonly onRetry: () => void
  readonly onPoint: (kind: VerdictKind | null) => void
}

/** From the question down to what is on the map. */
export const LeftPanel = (props: Props) => {
  const { say } = useText()
  const words = { words: say('shell.sectionTrouble'), retry: say('shell.retry') }
  return (
    <section className="panel" id="panel" aria-label={say('panel.name')}>
      <Boundary {...words}>
        <Question {...props} />
      </Boundary>
      {props.trouble && <Trouble error={props.trouble} onRetry={props.onRetry} />}
      <Boundary {...words}>
        <Answer {...props} />
      </Boundary>
      <Boundary {...words}>
        <Legend {...props} />
      </Boundary>
      <Boundary {...words}>
        <Filters {...props} />
      </Boundary>
      <Boundary {...words}>
        <Layers {...props} />
      </Boundary>
    </section>
  )
}
