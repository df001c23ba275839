import './flows.css'
import { useMemo, useRef, useState } from 'react'
import type { ContextAnswer, UnitLevel } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import { type FlowCounting, type FlowsAnswer, measureOf } from '../../data/model/flows.ts'
import { regionBox } from '../multiples/region_box.ts'
import { VerdictPatterns } from '../multiples/VerdictPatterns.tsx'
import type { ScreenPalette } from '../palette.ts'
import { Window } from '../panel/about/Window.tsx'
import { named } from '../panel/named.ts'
import { Trouble } from '../panel/Trouble.tsx'
import { selectionOf } from '../panel/table/rows.ts'
import { useSize } from '../present/useSize.ts'
import type { Bbox } from '../sketch/projection.ts'
import { useText } from '../text/useText.ts'
import { type ChangeView, useLayout } from '../useView.ts'
import type { View } from '../view.ts'
import { Controls, measuresOf, type Shown } from './Controls.tsx'
import { FlowsTexts } from './FlowsTexts.tsx'
import { FlowTable } from './FlowTable.tsx'
import { Legend } from './Legend.tsx'
import { roomBelow, roomBeside } from './layout.ts'
import { isSame, type Lifted, type LiftProps } from './lifted.ts'
import { PartnerList } from './PartnerList.tsx'
import { Picture } from './Picture.tsx'
import { districtOf, flowsQuestion } from './question.ts'
import { countingOf, type Rows, rowsOf } from './rows.ts'
import { Told } from './Told.tsx'
import { flowsDownload, useFlows } from './useFlows.ts'
import { useShapes } from './useShapes.ts'
import { leadWords } from './words.ts'

/** As many partners stand by name beside the smallest drawing. */
const FIRST = 10
/** Patterns are finer than on the great map. */
const PATTERN_SCALE = 0.7

type Props = {
  readonly view: View
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly changeView: ChangeView
  readonly onClose: () => void
}

type DrawnProps = LiftProps & {
  readonly answer: FlowsAnswer
  readonly rows: Rows
  readonly counting: FlowCounting
  readonly measure: Shown['measure']
  readonly bbox: Bbox
  readonly palette: ScreenPalette
}

/** The sketch map with its legend, as wide as there is room. */
const Drawn = ({ answer, rows: { rows }, counting, measure, bbox, palette, ...lift }: DrawnProps) => {
  const hasCurves = useLayout() !== 'phone'
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const { shapes, ground, error } = useShapes(answer.level, bbox)
  const width = size?.width ?? 0
  const room = useMemo(
    () => (hasCurves ? roomBeside(width, rows.length) : roomBelow(width)),
    [hasCurves, width, rows.length],
  )
  const values = rows.flatMap(({ flows }) => flows.map((flow) => measureOf(flow, measure, counting)))
  const most = Math.max(0, ...values.map((value) => value ?? 0))
  return (
    <div className="flows-drawn">
      {error && <Trouble error={error} onRetry={() => location.reload()} />}
      <div ref={box} className="flows-box" style={{ minHeight: room.height }}>
        {width > 0 && shapes && (
          <Picture {...{ answer, counting, rows, measure, most, shapes, ground, room, hasCurves, ...lift }} />
        )}
      </div>
      <Legend
        measure={measure}
        most={hasCurves || lift.shown?.kind === 'partner' ? most : 0}
        hasUnstated={values.includes(null)}
        as={hasCurves ? 'line' : 'disc'}
        places={answer.places}
        palette={palette}
      />
    </div>
  )
}

const Answered = ({
  answer,
  bbox,
  palette,
  pinned,
  onPin,
  onMap,
  onVillages,
}: Pick<DrawnProps, 'answer' | 'bbox' | 'palette'> & {
  readonly pinned: Lifted | null
  readonly onPin: (lifted: Lifted | null) => void
  readonly onMap: (lifted: Lifted, level: UnitLevel) => void
  readonly onVillages: (district: Code) => void
}) => {
  const text = useText()
  const { say, count } = text
  const [chosen, setChosen] = useState<Shown>({ form: 'picture', ranking: 'places', measure: 'activities' })
  const [isOpen, setOpen] = useState(false)
  const [hovered, setHovered] = useState<Lifted | null>(null)
  const measure = measuresOf(answer).includes(chosen.measure) ? chosen.measure : 'activities'
  const isTable = chosen.form === 'table'
  const counting = useMemo(() => countingOf(answer), [answer])
  const rows = useMemo(
    () => rowsOf(answer, chosen.ranking, FIRST, isOpen || isTable),
    [answer, chosen.ranking, isOpen, isTable],
  )
  const shown = hovered ?? pinned
  const press = (lifted: Lifted) => {
    setHovered(null)
    onPin(isSame(lifted, pinned) ? null : lifted)
  }
  const { level, unaccompanied, partners } = answer
  const units = say(`panel.unit.${level}`, { count: unaccompanied.places })
  return (
    <>
      <p className="about-lead">
        {leadWords(answer, text)}{' '}
        {unaccompanied.activities > 0 &&
          say('flows.alone', { count: unaccompanied.activities, places: count(unaccompanied.places), units })}
      </p>
      {partners.length > 0 && (
        <>
          <Controls
            answer={answer}
            shown={{ ...chosen, measure }}
            onChange={(change) => setChosen((before) => ({ ...before, ...change }))}
            pinned={pinned}
            onPin={onPin}
          />
          {isTable ? (
            <>
              <FlowTable
                answer={answer}
                rows={rows.rows}
                measure={measure}
                counting={counting}
                onMap={(lifted) => onMap(lifted, level)}
              />
              <p className="quiet">{say('flows.table.once')}</p>
            </>
          ) : (
            <>
              <Told
                answer={answer}
                rows={rows.rows}
                shown={shown}
                pinned={pinned}
                onFree={() => onPin(null)}
                onMap={(lifted) => onMap(lifted, level)}
                onVillages={level === 'district' ? onVillages : null}
              />
              <div className="flows-picture">
                <PartnerList
                  {...{ answer, rows, isOpen, pinned, shown }}
                  ranking={chosen.ranking}
                  first={FIRST}
                  onOpen={setOpen}
                  onHover={setHovered}
                  onPress={press}
                />
                <Drawn
                  {...{ answer, rows, counting, measure, bbox, palette, shown }}
                  onHover={setHovered}
                  onPress={press}
                />
              </div>
            </>
          )}
        </>
      )}
    </>
  )
}

const Page = ({ view, context, palette, changeView, onClose }: Props) => {
  const text = useText()
  const { say, date, count } = text
  const [district, setDistrict] = useState(() => districtOf(view))
  const [pinned, setPinned] = useState<Lifted | null>(null)
  const question = flowsQuestion(view, district)
  const { data, error, refetch, isPlaceholderData } = useFlows(question)
  const names = named(view, context, text)
  const region = data?.places.find(({ code }) => district !== null && code.startsWith(`${district}.`))?.within
  const move = (to: Code | null) => {
    setPinned(null)
    setDistrict(to)
  }
  const goToMap = ({ kind, id }: Lifted, level: UnitLevel) => {
    onClose()
    changeView((v) =>
      kind === 'partner' ? { ...v, organisations: [id] } : { ...v, selection: selectionOf({ code: id, level }) },
    )
  }
  const release = (): boolean => {
    if (pinned === null) return false
    setPinned(null)
    return true
  }
  const title = say('flows.title', { ...names, region: district === null ? names.region : (region ?? district) })
  return (
    <Window open onClose={onClose} onEscape={release} title={title} close={say('shell.close')} look="wide">
      <VerdictPatterns palette={palette} scale={PATTERN_SCALE} />
      {district !== null && (
        <p>
          <button type="button" className="link" onClick={() => move(null)}>
            {say('flows.toWhole', names)}
          </button>
        </p>
      )}
      {(view.organisations.length > 0 || view.statuses.length > 0) && <p>{say('flows.filtered')}</p>}
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {data ? (
        <div className="flows" aria-busy={isPlaceholderData}>
          <Answered
            answer={data}
            bbox={regionBox(data.region, context)}
            palette={palette}
            pinned={pinned}
            onPin={setPinned}
            onMap={goToMap}
            onVillages={move}
          />
          <p className="flows-foot quiet">
            {say('about.asOf', { seq: count(data.asOf.seq), date: date(data.asOf.time) })}{' '}
            <a className="link" href={flowsDownload(question)} download="">
              {say('flows.csv')}
            </a>
          </p>
        </div>
      ) : (
        !error && <p className="flows-wait">{say('flows.loading')}</p>
      )}
    </Window>
  )
}

/** Which partners work in which places, for the question of the screen: as curves to a sketch map, and as a table. */
const Flows = (props: Props) => (
  <FlowsTexts>
    <Page {...props} />
  </FlowsTexts>
)
export default Flows
