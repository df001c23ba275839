import { useEffect, useId, useRef, useState } from 'react'
import { type Area, MOST_BUFFER_KM, MOST_RADIUS_KM, parseKm } from '../../area/area.ts'
import { useText } from '../../text/useText.ts'
import type { ChangeView } from '../../useView.ts'
import { Units } from './Units.tsx'

const REST_MS = 400

type KmProps = {
  readonly label: string
  readonly km: number
  readonly least: number
  readonly most: number
  readonly onKm: (km: number) => void
}

/** A distance in kilometres; it is asked for once the hand has rested. */
const Km = ({ label, km, least, most, onKm }: KmProps) => {
  const id = useId()
  const [text, setText] = useState(String(km))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setText(String(km)), [km])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (typed: string) => {
    setText(typed)
    clearTimeout(timer.current)
    const typedKm = parseKm(typed, most)
    if (typedKm !== null && typedKm >= least) timer.current = setTimeout(() => onKm(typedKm), REST_MS)
  }
  return (
    <div className="report-km">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min={least}
        max={most}
        step="any"
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
        {area.kind === 'circle' ? (
          <Km
            label={say('report.radius')}
            km={area.radiusKm}
            least={0.1}
            most={MOST_RADIUS_KM}
            onKm={(radiusKm) => changeView((v) => ({ ...v, area: { ...area, radiusKm } }))}
          />
        ) : (
          <Km
            label={say('report.buffer')}
            km={bufferKm}
            least={0}
            most={MOST_BUFFER_KM}
            onKm={(km) => changeView((v) => ({ ...v, bufferKm: km }))}
          />
        )}
      </div>
    </div>
  )
}
