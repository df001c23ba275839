import './analysis.css'
import { ArrowLeft } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { CardProps } from '../panel/props.ts'
import { useText } from '../text/useText.ts'
import { AnalysisTexts } from './AnalysisTexts.tsx'
import { closeAnalysis } from './open.ts'
import { PairsPanel } from './PairsPanel.tsx'

const ChangePanel = lazy(() => import('./ChangePanel.tsx'))
const CorridorPanel = lazy(() => import('./CorridorPanel.tsx'))

const Way = ({ changeView }: Pick<CardProps, 'changeView'>) => {
  const { say } = useText()
  return (
    <button type="button" className="analysis-back" onClick={() => changeView(closeAnalysis)}>
      <ArrowLeft aria-hidden="true" />
      {say('analysis.back')}
    </button>
  )
}

/** What stands in the panel instead of the answer while an analysis is open, and the way back. */
const AnalysisPanel = (props: CardProps) => {
  const { compare, corridor } = props.view
  return (
    <AnalysisTexts>
      <section className="analysis">
        <Way {...props} />
        <Suspense>
          {corridor ? (
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
