import { type CSSProperties, lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import type { LayerId } from '../data/layers/layer.ts'
import type { ContextAnswer } from '../data/model/answers.ts'
import type { Code } from '../data/model/codes.ts'
import type { VerdictKind } from '../data/model/verdict.ts'
import { isOtherRight } from '../data/view/versus.ts'
import { useSubset } from './analysis/useSubset.ts'
import { DrawButton } from './area/DrawButton.tsx'
import { useDrawing } from './area/useDrawing.ts'
import { MarkButton } from './edit/MarkButton.tsx'
import { onReconnected } from './live/live.ts'
import type { Bbox } from './map/props.ts'
import type { ScreenPalette } from './palette.ts'
import { figureWords } from './panel/Answer.tsx'
import { Card, fetchCards } from './panel/card/Card.tsx'
import { named } from './panel/named.ts'
import { PhonePanel } from './panel/PhonePanel.tsx'
import { SidePanel } from './panel/SidePanel.tsx'
import { LOW_PX } from './panel/sheetStops.ts'
import { Timeline } from './panel/Timeline.tsx'
import { useCoverage } from './queries.ts'
import { useSession } from './session.ts'
import { Boundary } from './shell/Boundary.tsx'
import { Footer } from './shell/Footer.tsx'
import { type LayerTrouble, Notices } from './shell/Notices.tsx'
import { useText } from './text/useText.ts'
import { useSettled } from './useSettled.ts'
import type { Opened } from './useShortcuts.ts'
import { changeView, useLayout } from './useView.ts'
import type { Selection, View } from './view.ts'
import { Windows } from './Windows.tsx'

/** The largest part by far, on its way from the start: question, legend and figures stand before it arrives. */
const mapPart = import('./map/MapView.tsx')
const MapView = lazy(() => mapPart)
const TableView = lazy(() => import('./panel/table/TableView.tsx').then((part) => ({ default: part.TableView })))
const fetchDrawTool = () => import('./area/DrawTool.tsx')
const DrawTool = lazy(fetchDrawTool)
const Report = lazy(() => import('./panel/report/Report.tsx'))
const VersusMap = lazy(() => import('./versus/VersusMap.tsx'))
const DensityOnMap = lazy(() => import('./density/DensityOnMap.tsx'))
const Months = lazy(() => import('./density/Months.tsx'))
const Members = lazy(() => import('./members/Members.tsx'))
const fetchEditor = () => import('./edit/Editor.tsx')
const Editor = lazy(fetchEditor)

type Props = {
  readonly view: View
  readonly repaired: readonly string[]
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly opened: Opened | null
  readonly onOpen: (opened: Opened) => void
  readonly onClose: () => void
}

const DESK = { top: 0, right: 0, bottom: 122, left: 0 }
/** The years with their margins, where they are set larger. */
const PROJECTED_YEARS_PX = 140
/** The card with its margins. */
const CARD_PX = 362
/** The report with its margins. */
const REPORT_PX = { desk: 452, tablet: 392 }
/** Below the button that draws, with the gap between them. */
const NEXT_BUTTON_PX = 50
/** The map's controls with their margins. */
const CONTROLS_PX = 62
/** The question above the map and the sheet at its lowest below it. */
const PHONE = { top: 56, right: 0, bottom: LOW_PX + 18, left: 0 }

/** What would say the same as a density again, or lie over it; edges of villages are many, and cross hexagons. */
const WITHOUT: readonly LayerId[] = ['activities', 'gaps', 'overlaps', 'authority']
const WITHOUT_BY_HEXAGONS: readonly LayerId[] = [...WITHOUT, 'villages']
const NO_VERDICTS = { units: [] }

/** A pointer on its way across the legend lifts nothing. */
const REST_MS = 140

/** Panel, map, timeline and card over one answer, laid out for the room there is. */
export const Explore = ({ view, repaired, context, palette, opened, onOpen, onClose }: Props) => {
  const text = useText()
  const { say } = text
  const layout = useLayout()
  const { data: coverage, error, refetch } = useCoverage(view)
  const [hovered, setHovered] = useState<Selection | null>(null)
  const [pointed, setPointed] = useState<VerdictKind | null>(null)
  const lifted = useSettled(pointed, REST_MS)
  const [flyTo, setFlyTo] = useState<{ readonly bbox: Bbox } | null>(null)
  const [troubles, setTroubles] = useState<readonly LayerTrouble[]>([])
  const [ready, setReady] = useState(false)
  const tellTrouble = useCallback(
    (id: LayerTrouble['id'], reason: string) =>
      setTroubles((known) => [...known.filter((one) => one.id !== id), { id, reason }]),
    [],
  )
  const onZoom = useCallback((bbox: Bbox) => setFlyTo({ bbox }), [])
  const onReady = useCallback(() => {
    setReady(true)
    // The first choice on the map waits for its answer alone.
    void fetchCards()
  }, [])
  useEffect(() => onReconnected(() => setTroubles([])), [])
  const { among, lookAt, drawable } = useSubset(view, coverage)
  const shown = useMemo((): View => {
    if (view.density) {
      const without = view.density.km === null ? WITHOUT : WITHOUT_BY_HEXAGONS
      return { ...view, only: [], layers: view.layers.filter(({ id }) => !without.includes(id)) }
    }
    if (view.corridor) return { ...view, level: 'village', only: [] }
    return lifted && view.only.length === 0 ? { ...view, only: [lifted] } : view
  }, [view, lifted])
  const area = useDrawing(view)
  const { map, drawing } = area
  const { edit } = view
  const { data: session } = useSession()
  const isIdle = !drawing && !edit
  const [looked, setLooked] = useState<readonly Code[] | null>(null)
  const [outlined, setOutlined] = useState<readonly Code[] | null>(null)
  const reportPx = view.area || edit ? (layout === 'tablet' ? REPORT_PX.tablet : REPORT_PX.desk) : 0
  const coveredPx = drawing || layout === 'phone' ? 0 : view.selection ? CARD_PX : reportPx
  const isOfAnswer = !view.pairs && !view.compare && !view.corridor && !view.density
  const versus = isIdle && isOfAnswer ? view.versus : null
  const isHalved = versus?.form === 'halves' && layout !== 'phone'
  const half =
    isHalved && versus.against.kind !== 'scenario' ? (isOtherRight(view, versus.against) ? 'left' : 'right') : undefined
  const padding = useMemo(
    () =>
      layout === 'phone'
        ? PHONE
        : {
            ...DESK,
            right: isHalved ? 0 : coveredPx,
            bottom: palette === 'projector' ? PROJECTED_YEARS_PX : DESK.bottom,
          },
    [layout, coveredPx, isHalved, palette],
  )
  const parts = { view, context, coverage, changeView, palette, onZoom }
  const panel = {
    ...parts,
    trouble: error,
    onRetry: () => void refetch(),
    onPoint: setPointed,
    onOpen,
  }
  const { density } = view
  const years = density ? (
    <Suspense>
      <Months view={view} density={density} context={context} changeView={changeView} />
    </Suspense>
  ) : (
    <Timeline view={view} context={context} changeView={changeView} />
  )
  const card = (
    <>
      {view.area && (
        <Suspense>
          <Report
            {...parts}
            area={view.area}
            map={map}
            leftOut={area.leftOut}
            covered={view.selection !== null}
            padding={padding}
            onDraw={area.draw}
            onEdit={area.edit}
          />
        </Suspense>
      )}
      <Card {...parts} />
    </>
  )
  const table = view.table && (
    <Boundary words={say('shell.sectionTrouble')} retry={say('shell.retry')}>
      <Suspense>
        <TableView {...parts} hovered={hovered} onHover={setHovered} />
      </Suspense>
    </Boundary>
  )

  return (
    <main className="explore" data-layout={layout} data-table={view.table}>
      {layout !== 'phone' && <SidePanel key={layout} {...panel} overMap={layout === 'tablet'} />}
      <div
        className="stage"
        data-map-ready={ready}
        data-half={half}
        style={{ '--covered': `${coveredPx}px` } as CSSProperties}
      >
        <Boundary words={say('shell.mapTrouble')} retry={say('shell.retry')}>
          <Suspense>
            <MapView
              view={shown}
              palette={palette}
              context={context}
              coverage={density ? NO_VERDICTS : drawable}
              among={looked ?? outlined ?? among}
              lookAt={looked ?? lookAt ?? (layout === 'phone' ? among : null)}
              hovered={hovered}
              padding={padding}
              flyTo={flyTo}
              drawing={!isIdle || density !== null}
              onMap={area.setMap}
              onHover={setHovered}
              onSelect={(selection) => changeView((v) => ({ ...v, selection }))}
              onCamera={(camera) => changeView((v) => ({ ...v, camera }))}
              onLayerTrouble={tellTrouble}
              onReady={onReady}
            />
          </Suspense>
        </Boundary>
        <Notices
          repaired={repaired}
          onAccept={() => changeView(() => view)}
          troubles={troubles}
          onDismiss={(ids) => setTroubles((known) => known.filter(({ id }) => !ids.includes(id)))}
        />
        {drawing && map && (
          <Suspense>
            <DrawTool
              map={map}
              palette={palette}
              drawing={drawing}
              onDrawing={area.setDrawing}
              onUnits={area.list}
              onFinish={area.finish}
              onCancel={area.cancel}
            />
          </Suspense>
        )}
        {versus && map && (
          <Boundary words={say('shell.mapTrouble')} retry={say('shell.retry')}>
            <Suspense>
              <VersusMap
                main={map}
                view={view}
                shown={shown}
                versus={versus}
                coverage={coverage}
                context={context}
                palette={palette}
                padding={padding}
                coveredPx={coveredPx}
                hovered={hovered}
                hasHalves={layout !== 'phone'}
                changeView={changeView}
                onHover={setHovered}
                onOutlined={setOutlined}
                onLayerTrouble={tellTrouble}
              />
            </Suspense>
          </Boundary>
        )}
        {density && map && isIdle && (
          <Boundary words={say('shell.sectionTrouble')} retry={say('shell.retry')}>
            <Suspense>
              <DensityOnMap
                map={map}
                view={view}
                density={density}
                context={context}
                palette={palette}
                changeView={changeView}
              />
            </Suspense>
          </Boundary>
        )}
        {isIdle && !versus && (
          <>
            <DrawButton
              right={padding.right + CONTROLS_PX}
              top={padding.top + 20}
              onDraw={area.draw}
              onNear={() => void fetchDrawTool()}
            />
            <MarkButton
              right={padding.right + CONTROLS_PX}
              top={padding.top + 20 + NEXT_BUTTON_PX}
              onMark={() => changeView((v) => ({ ...v, edit: 'new', selection: null, area: null, table: false }))}
              onNear={() => void fetchEditor()}
            />
            {map && session?.person && (
              <Suspense>
                <Members
                  map={map}
                  view={view}
                  palette={palette}
                  right={padding.right + CONTROLS_PX}
                  top={padding.top + 20 + 2 * NEXT_BUTTON_PX}
                />
              </Suspense>
            )}
          </>
        )}
        {edit && (
          <Boundary words={say('shell.sectionTrouble')} retry={say('shell.retry')}>
            <Suspense>
              <Editor
                edit={edit}
                map={map}
                context={context}
                palette={palette}
                layout={layout}
                covered={view.selection !== null}
                changeView={changeView}
                onZoom={onZoom}
                onLook={setLooked}
              />
            </Suspense>
          </Boundary>
        )}
        {layout !== 'phone' && isIdle && years}
        {layout !== 'phone' && isIdle && card}
        {edit && layout !== 'phone' && <Card {...parts} />}
        {layout === 'phone' && !drawing && (isIdle || view.selection) && (
          <PhonePanel {...panel} touring={opened === 'tour'} years={years} card={card} table={table} />
        )}
        <Footer context={context} />
      </div>
      {layout !== 'phone' && table && <div className="dock">{table}</div>}
      <Windows
        view={view}
        opened={opened}
        context={context}
        palette={palette}
        changeView={changeView}
        onZoom={onZoom}
        onDraw={area.draw}
        onMeasure={area.measure}
        onOpen={onOpen}
        onClose={onClose}
      />
      <p className="unseen" role="status">
        {coverage &&
          !density &&
          say('panel.announce', { ...figureWords(coverage, view, text), ...named(view, context, text) })}
      </p>
    </main>
  )
}
