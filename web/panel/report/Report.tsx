import '../../../styles/ui/report.css'
import { X } from 'lucide-react'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useMemo, useRef } from 'react'
import { AreaTexts } from '../../area/AreaTexts.tsx'
import type { Area } from '../../area/area.ts'
import { ringOf } from '../../area/shape.ts'
import { useAreaOnMap } from '../../area/useAreaOnMap.ts'
import type { MapProps } from '../../map/props.ts'
import { Boundary } from '../../shell/Boundary.tsx'
import { useText } from '../../text/useText.ts'
import { Skeleton } from '../card/Skeleton.tsx'
import type { CardProps } from '../props.ts'
import { Trouble } from '../Trouble.tsx'
import { Body } from './Body.tsx'
import { Downloads } from './Downloads.tsx'
import { Head } from './Head.tsx'
import { Subject } from './Subject.tsx'
import { useAreaReport } from './useAreaReport.ts'
import { usePrint } from './usePrint.ts'
import { useShowArea } from './useShowArea.ts'

type Props = CardProps & {
  readonly area: Area
  readonly map: MapLibreMap | null
  /** Points of the drawing that the link had no room for. */
  readonly leftOut: number
  /** A card lies over the report; it waits below. */
  readonly covered: boolean
  readonly padding: MapProps['padding']
  readonly onDraw: () => void
  readonly onEdit: () => void
}

/** While the answer is on its way the map shows the shape as it was drawn. */
const useDrawnShape = (area: Area) =>
  useMemo(() => {
    const ring = ringOf(area)
    return ring && { type: 'Polygon' as const, coordinates: [[...ring]] }
  }, [area])

const Sheet = (props: Props) => {
  const { area, view, context, palette, changeView, map, leftOut, covered, padding, onZoom, onDraw, onEdit } = props
  const { say } = useText()
  const { asked, answer, error, stopped, stop, again } = useAreaReport(view)
  const drawn = useDrawnShape(area)
  useAreaOnMap(map, answer?.geometry ?? drawn, palette)
  useShowArea(map, answer, padding, onZoom)
  const image = useRef<HTMLImageElement>(null)
  const { picture, printReport } = usePrint(map, image)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  return (
    <aside className="report" aria-label={say('report.name')} hidden={covered}>
      <button
        type="button"
        className="card-close"
        aria-label={say('report.close')}
        onClick={() => changeView((v) => ({ ...v, area: null, bufferKm: 0 }))}
      >
        <X aria-hidden="true" />
      </button>
      <div className="card-body">
        <Head area={area} bufferKm={view.bufferKm} answer={answer} leftOut={leftOut} heading={heading} />
        {picture && <img ref={image} className="report-map" src={picture} alt={say('report.map')} />}
        <Subject area={area} bufferKm={view.bufferKm} changeView={changeView} onDraw={onDraw} onEdit={onEdit} />
        {!asked && <p className="report-note">{say('report.unit.first')}</p>}
        {error && (
          <>
            <Trouble error={error} onRetry={again} />
            <p className="report-note">{say('report.kept')}</p>
          </>
        )}
        {stopped && (
          <div className="notice" role="status">
            <p>{say('report.stopped')}</p>
            <button type="button" className="button-quiet" onClick={again}>
              {say('report.again')}
            </button>
          </div>
        )}
        {asked && !answer && !error && !stopped && (
          <>
            <div className="report-waiting" role="status">
              <span>{say('report.loading')}</span>
              <button type="button" className="button-quiet" onClick={stop}>
                {say('report.stop')}
              </button>
            </div>
            <Skeleton />
          </>
        )}
        {answer && (
          <Boundary words={say('shell.sectionTrouble')} retry={say('shell.retry')}>
            <Body answer={answer} context={context} palette={palette} />
          </Boundary>
        )}
      </div>
      {answer && asked && <Downloads asked={asked} answer={answer} context={context} onPrint={printReport} />}
    </aside>
  )
}

/** Everything known of an area that was drawn or listed, beside the map. */
const Report = (props: Props) => (
  <AreaTexts>
    <Sheet {...props} />
  </AreaTexts>
)

export default Report
