import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flagsOf } from '../../data/model/plan_figures.ts'
import { LOCALES } from '../text/index.ts'
import { useText } from '../text/useText.ts'
import { Arrows } from './Arrows.tsx'
import { Bar } from './Bar.tsx'
import { changeAction } from './draft.ts'
import type { FaceProps } from './Faces.tsx'
import { Flags } from './Flags.tsx'
import { type Scale, scaleOf } from './scale.ts'
import { changePlanView } from './state.ts'
import { Typed } from './Typed.tsx'

const ROW_PX = 52
const NAMES_PX = 260
const NAMES_NARROW_PX = 124
const NARROW_PX = 700

/** The width there is, followed. */
const useWidth = () => {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return { box, width }
}

const Head = ({ scale, on }: { readonly scale: Scale; readonly on: string }) => {
  const { say, language } = useText()
  const month = new Intl.DateTimeFormat(LOCALES[language], { month: 'narrow', timeZone: 'UTC' })
  return (
    <div className="plan-months" style={{ width: scale.widthPx }}>
      {scale.months.map(({ iso, xPx }, at) => (
        <span key={iso} style={{ left: xPx }} data-year={at === 0 || iso.slice(5, 7) === '01'}>
          {(at === 0 || iso.slice(5, 7) === '01') && <b>{iso.slice(0, 4)}</b>}
          <i aria-hidden="true">{month.format(new Date(iso))}</i>
        </span>
      ))}
      <span className="plan-today-word" style={{ left: scale.xOf(on) }}>
        {say('plans.timeline.today')}
      </span>
    </div>
  )
}

/** The chosen action's days as fields: for whoever does not drag. */
const Chosen = ({ actions, desk, chosen }: FaceProps) => {
  const { say } = useText()
  const action = actions.find(({ id }) => id === chosen)
  if (!action) return <p className="quiet plan-chosen">{say('plans.timeline.choose')}</p>
  const { id, what, period } = action
  const set = (next: typeof period) => desk.change(changeAction(desk.plan, id, { period: next }))
  return (
    <fieldset className="plan-chosen">
      <legend>{say('plans.timeline.chosen')}</legend>
      <strong>{what || '–'}</strong>
      <Typed
        label={say('plans.field.start')}
        type="date"
        value={period.start}
        onCommit={(start) => start && set({ ...period, start })}
      />
      <Typed
        label={say('plans.field.end')}
        type="date"
        value={period.end ?? ''}
        onCommit={(end) => set({ ...period, end: end || null })}
      />
      <button type="button" className="link" onClick={() => changePlanView({ face: 'table' })}>
        {say('plans.more')}
      </button>
    </fieldset>
  )
}

/** The actions in time: bars to be moved, what waits for what, and today. */
export const Timeline = (props: FaceProps) => {
  const { actions, desk, on, chosen } = props
  const { say } = useText()
  const { box, width } = useWidth()
  const namesPx = width < NARROW_PX ? NAMES_NARROW_PX : NAMES_PX
  const scale = scaleOf(actions, on, Math.max(0, width - namesPx))
  const isMeasured = width > 0
  // Once, where it opens: the chosen action, else today, with a third of the room before it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: later the hand decides
  useEffect(() => {
    const start = actions.find(({ id }) => id === chosen)?.period.start ?? on
    if (box.current && isMeasured) box.current.scrollLeft = scale.xOf(start) - (width - namesPx) / 3
  }, [isMeasured])
  return (
    <div className="plan-timeline">
      {desk.mayChange && (
        <>
          <p className="quiet">{say('plans.timeline.hint')}</p>
          <Chosen {...props} />
        </>
      )}
      <div className="plan-gantt" ref={box} style={{ '--row': `${ROW_PX}px`, '--names': `${namesPx}px` } as object}>
        <div className="plan-gantt-inner" style={{ width: namesPx + scale.widthPx }}>
          <div className="plan-gantt-head">
            <span className="plan-gantt-corner">{say('plans.field.part')}</span>
            <Head scale={scale} on={on} />
          </div>
          <ol className="plan-gantt-rows">
            {actions.map((action) => (
              <li key={action.id} data-chosen={action.id === chosen}>
                <span className="plan-gantt-name">
                  <span>{action.what || '–'}</span>
                  <Flags flags={flagsOf(action, on)} />
                </span>
                <span className="plan-gantt-lane" style={{ width: scale.widthPx }}>
                  <Bar
                    action={action}
                    scale={scale}
                    on={on}
                    isChosen={action.id === chosen}
                    mayChange={desk.mayChange}
                    onChoose={() => changePlanView({ action: action.id })}
                    onMove={(period) => desk.change(changeAction(desk.plan, action.id, { period }))}
                  />
                </span>
              </li>
            ))}
          </ol>
          <div className="plan-gantt-over" style={{ left: namesPx, width: scale.widthPx }}>
            <Arrows actions={actions} scale={scale} rowPx={ROW_PX} />
            <span className="plan-today" style={{ left: scale.xOf(on) }} />
          </div>
        </div>
      </div>
    </div>
  )
}
