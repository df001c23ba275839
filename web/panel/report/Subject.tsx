import { useEffect, useId, useRef, useState } from 'react'
import { type Area, MOST_KM, parseKm } from '../../area/area.ts'
import { useText } from '../../text/useText.ts'
import type { ChangeView } from '../../useView.ts'
import { Units } from './Units.tsx'

const REST_MS = 400

type BufferProps = { readonly bufferKm: number; readonly onBuffer: (km: number) => void }

/** Kilometres around the area; asked for once the hand has rested. */
const Buffer = ({ bufferKm, onBuffer }: BufferProps) => {
  const { say } = useText()
  const id = useId()
  const [text, setText] = useState(String(bufferKm))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setText(String(bufferKm)), [bufferKm])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (typed: string) => {
    setText(typed)
    clearTimeout(timer.current)
    const km = parseKm(typed)
    if (km !== null) timer.current = setTimeout(() => onBuffer(km), REST_MS)
  }
  return (
    <div className="report-buffer">
      <label htmlFor={id}>{say('report.buffer')}</label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min={0}
        max={MOST_KM}
        step={0.5}
        value={text}
        onChange={({ target }) => type(target.value)}
      />
    </div>
  )
}

type Props = {
  readonly area: Area
  readonly bufferKm: number
  readonly changeView: ChangeView
  readonly onDraw: () => void
  readonly onEdit: () => void
}

/** What the report is about, and how to change it: the corners, the list, the buffer. */
export const Subject = ({ area, bufferKm, changeView, onDraw, onEdit }: Props) => {
  const { say } = useText()
  return (
    <div className="report-subject">
      {area.kind === 'units' && (
        <Units codes={area.codes} onCodes={(codes) => changeView((v) => ({ ...v, area: { kind: 'units', codes } }))} />
      )}
      <div className="report-change">
        {area.kind !== 'units' && (
          <button type="button" className="button-quiet" onClick={onEdit}>
            {say('report.edit')}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={onDraw}>
          {say('report.redraw')}
        </button>
        <Buffer bufferKm={bufferKm} onBuffer={(km) => changeView((v) => ({ ...v, bufferKm: km }))} />
      </div>
    </div>
  )
}
