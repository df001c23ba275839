import './analysis.css'
import { ArrowLeft } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import type { CardProps } from '../panel/props.ts'
import { useText } from '../text/useText.ts'
import { AnalysisTexts } from './AnalysisTexts.tsx'
import { closeAnalysis } from './open.ts'
import { PairsPanel } from './PairsPanel.tsx'

const ChangePanel = lazy(() => import('./ChangePanel.tsx'))
const CorridorPanel = lazy(() => import('./CorridorPanel.tsx'))
const DensityPanel = lazy(() => import('../density/DensityPanel.tsx'))

/** Back among the steps that led here, the keyboard goes on from the first of them. */
const leave = (changeView: CardProps['changeView']) => {
  changeView(closeAnalysis)
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.closer-step')?.focus({ preventScroll: true }))
}

/** The way back, and what is being looked at; it takes the focus that the step pressed before has lost. */
const Head = ({ view, context, changeView }: CardProps) => {
  const { say } = useText()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true })
  }, [])
  const { corridor, compare, density } = view
  const nameOf = (code: string) => context.regencies.find((one) => one.code === code)?.name ?? code
  return (
    <>
      <button type="button" className="analysis-back" onClick={() => leave(changeView)}>
        <ArrowLeft aria-hidden="true" />
        {say('analysis.back')}
      </button>
      <h2 ref={title} tabIndex={-1} className="analysis-title">
        {corridor
          ? say('panel.closer.corridor', { a: nameOf(corridor.a), b: nameOf(corridor.b) })
          : say(density ? 'panel.density' : compare ? 'change.title' : 'panel.closer.pairs')}
      </h2>
    </>
  )
}

type Props = CardProps & {
  /** Stands beneath the figure of what has months. */
  readonly months?: ReactNode
}

/** What stands in the panel instead of the answer while an analysis is open, and the way back. */
const AnalysisPanel = ({ months, ...props }: Props) => {
  const { compare, corridor, density } = props.view
  return (
    <AnalysisTexts>
      <section className="analysis">
        <Head {...props} />
        <Suspense>
          {density ? (
            <DensityPanel {...props} density={density}>
              {months}
            </DensityPanel>
          ) : corridor ? (
            <CorridorPanel {...props} corridor={corridor} />
          ) : compare ? (
            <ChangePanel {...props} compare={compare} />
          ) : (
            <PairsPanel {...props} />
          )}
        </Suspense>
      </section>
    </AnalysisTexts>
  )
}

export default AnalysisPanel
