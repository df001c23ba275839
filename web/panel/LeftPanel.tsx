import { PanelLeftClose } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import type { VerdictKind } from '../../data/model/verdict.ts'
import { Boundary } from '../shell/Boundary.tsx'
import { useText } from '../text/useText.ts'
import { Invitation, Samples } from '../tour/Invitation.tsx'
import type { Opened } from '../useShortcuts.ts'
import { Answer } from './Answer.tsx'
import { Closer } from './Closer.tsx'
import { Empty } from './Empty.tsx'
import { Filters } from './Filters.tsx'
import { Layers } from './Layers.tsx'
import { Legend } from './Legend.tsx'
import { levelsOf } from './levels.ts'
import { MeaningButton } from './MeaningButton.tsx'
import type { CardProps } from './props.ts'
import { Question } from './Question.tsx'
import { Trouble } from './Trouble.tsx'

const AnalysisPanel = lazy(() => import('../analysis/AnalysisPanel.tsx'))

export type PanelProps = CardProps & {
  readonly trouble: Error | null
  readonly onRetry: () => void
  readonly onPoint: (kind: VerdictKind | null) => void
  readonly onOpen: (opened: Opened) => void
}

/** From the answer, or an analysis in its place, down to what is on the map; `between` stands under the answer where there is no room elsewhere, and the legend before whole questions. */
export const PanelBody = ({ between, ...props }: PanelProps & { readonly between?: ReactNode }) => {
  const { say } = useText()
  const words = { words: say('shell.sectionTrouble'), retry: say('shell.retry') }
  const { pairs, compare, corridor, density } = props.view
  if (pairs || compare || corridor || density)
    return (
      <>
        <Boundary {...words}>
          <Suspense>
            <AnalysisPanel {...props} months={between} />
          </Suspense>
        </Boundary>
        <Boundary {...words}>
          <Layers {...props} />
        </Boundary>
      </>
    )
  return (
    <>
      <Boundary {...words}>
        {props.trouble ? (
          <Trouble error={props.trouble} onRetry={props.onRetry} />
        ) : (
          <Answer {...props}>
            <MeaningButton {...props} />
          </Answer>
        )}
        <Empty {...props} />
      </Boundary>
      {between}
      <Invitation onTour={() => props.onOpen('tour')} />
      {!between && <Samples {...props} />}
      <Boundary {...words}>
        <Legend {...props} levels={levelsOf(props.context, props.view)} />
      </Boundary>
      {between && <Samples {...props} />}
      <Boundary {...words}>
        <Closer {...props} />
      </Boundary>
      <Boundary {...words}>
        <Filters {...props} />
      </Boundary>
      <Boundary {...words}>
        <Layers {...props} />
      </Boundary>
    </>
  )
}

/** The panel beside the map; `onHide` where it lies over the map instead. */
export const LeftPanel = ({ onHide, ...props }: PanelProps & { readonly onHide?: () => void }) => {
  const { say } = useText()
  return (
    <section className="panel" id="panel" aria-label={say('panel.name')}>
      {onHide && (
        <button type="button" className="panel-hide" onClick={onHide}>
          <PanelLeftClose aria-hidden="true" />
          {say('panel.hide')}
        </button>
      )}
      <Boundary words={say('shell.sectionTrouble')} retry={say('shell.retry')}>
        <Question {...props} />
      </Boundary>
      <PanelBody {...props} />
    </section>
  )
}
