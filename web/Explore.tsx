import { lazy, Suspense, useCallback, useState } from 'react'
import type { ContextAnswer } from '../data/model/answers.ts'
import type { VerdictKind } from '../data/model/verdict.ts'
import type { Bbox } from './map/props.ts'
import type { ScreenPalette } from './palette.ts'
import { figureWords } from './panel/Answer.tsx'
import { Card } from './panel/card/Card.tsx'
import { LeftPanel } from './panel/LeftPanel.tsx'
import { Timeline } from './panel/Timeline.tsx'
import { useCoverage } from './queries.ts'
import { Boundary } from './shell/Boundary.tsx'
import { Footer } from './shell/Footer.tsx'
import { type LayerTrouble, Notices } from './shell/Notices.tsx'
import { useText } from './text/useText.ts'
import { changeView } from './useView.ts'
import type { Selection, View } from './view.ts'

/** The largest part by far: question, legend and figures stand before it arrives. */
const MapView = lazy(() => import('./map/MapView.tsx'))

type Props = {
  readonly view: View
  readonly repaired: readonly string[]
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
}

const PADDING = { top: 0, right: 0, bottom: 122, left: 0 }

/** Panel, map and timeline over one answer. */
export const Explore = ({ view, repaired, context, palette }: Props) => {
  const text = useText()
  const { say } = text
  const { data: coverage, error, refetch } = useCoverage(view)
  const [hovered, setHovered] = useState<Selection | null>(null)
  const [pointed, setPointed] = useState<VerdictKind | null>(null)
  const [flyTo, setFlyTo] = useState<{ readonly bbox: Bbox } | null>(null)
  const [troubles, setTroubles] = useState<readonly LayerTrouble[]>([])
  const [ready, setReady] = useState(false)
  const onZoom = useCallback((bbox: Bbox) => setFlyTo({ bbox }), [])
  const shown = pointed && view.only.length === 0 ? { ...view, only: [pointed] } : view

  return (
    <main className="explore">
      <LeftPanel
        view={view}
        context={context}
        coverage={coverage}
        changeView={changeView}
        palette={palette}
        trouble={error}
        onRetry={() => void refetch()}
        onZoom={onZoom}
        onPoint={setPointed}
      />
      <div className="stage" data-map-ready={ready}>
        <Boundary words={say('shell.mapTrouble')} retry={say('shell.retry')}>
          <Suspense>
            <MapView
              view={shown}
              palette={palette}
              context={context}
              coverage={coverage}
              hovered={hovered}
              padding={PADDING}
              flyTo={flyTo}
              onHover={setHovered}
              onSelect={(selection) => changeView((v) => ({ ...v, selection }))}
              onCamera={(camera) => changeView((v) => ({ ...v, camera }))}
              onLayerTrouble={(id, reason) =>
                setTroubles((known) => [...known.filter((one) => one.id !== id), { id, reason }])
              }
              onReady={() => setReady(true)}
            />
          </Suspense>
        </Boundary>
        <Notices
          repaired={repaired}
          troubles={troubles}
          onDismiss={(id) => setTroubles((known) => known.filter((one) => one.id !== id))}
        />
        <Timeline view={view} context={context} changeView={changeView} />
        <Card
          view={view}
          context={context}
          coverage={coverage}
          palette={palette}
          changeView={changeView}
          onZoom={onZoom}
        />
        <Footer context={context} />
      </div>
      <p className="unseen" role="status">
        {coverage && Object.values(figureWords(coverage, view, text)).join(' ')}
      </p>
    </main>
  )
}
