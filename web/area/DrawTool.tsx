import '../../styles/ui/area.css'
import { Check, Undo2, X } from 'lucide-react'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { ScreenPalette } from '../palette.ts'
import { formatKm, formatRoughHa, lengthWords } from '../panel/report/figures.ts'
import type { TextKey } from '../text/index.ts'
import { type Text, useText } from '../text/useText.ts'
import { AreaTexts } from './AreaTexts.tsx'
import { type Area, MOST_POINTS } from './area.ts'
import type { Progress } from './session.ts'
import type { Tool } from './shape.ts'
import type { Drawing } from './useDrawing.ts'
import { useDrawingKeys } from './useDrawingKeys.ts'
import { useSession } from './useSession.ts'

type Props = {
  readonly map: MapLibreMap
  readonly palette: ScreenPalette
  readonly drawing: Drawing
  readonly onDrawing: (drawing: Drawing) => void
  readonly onUnits: () => void
  /** `leftOut` is the number of points that the link has no room for. */
  readonly onFinish: (area: Area, leftOut: number) => void
  readonly onCancel: () => void
}

const KINDS: readonly Tool[] = ['polygon', 'lasso', 'box', 'circle']

const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches

const hintOf = ({ kind, edited }: Drawing, { points, isEnded }: Progress): TextKey => {
  if (edited && kind !== 'lasso' && kind !== 'line') return `area.hint.edit.${kind}`
  if (isEnded) return 'area.hint.line.ended'
  if (points === 0) return `area.hint.${kind}.start`
  if (kind !== 'polygon' || points < 3) return `area.hint.${kind}.more`
  return isTouched() ? 'area.hint.polygon.closeTouch' : 'area.hint.polygon.close'
}

/** What stands already: points of a polygon, the length of a line, the radius of a circle, and roughly how large it is. */
const measuresOf = ({ kind }: Drawing, { points, area, areaHa, lengthM }: Progress, { say, language }: Text): string =>
  [
    ...((kind === 'polygon' || kind === 'line') && points > 0 ? [say('area.points', { count: points })] : []),
    ...(area?.kind === 'circle' ? [say('area.radius', { km: formatKm(area.radiusKm, language) })] : []),
    ...(lengthM > 0 ? [lengthWords(lengthM, language)] : []),
    ...(kind === 'line' && areaHa > 0 ? [say('area.closed', { ha: formatRoughHa(areaHa, language) })] : []),
    ...(area ? [say('area.rough', { ha: formatRoughHa(areaHa, language) })] : []),
  ].join(' · ')

const Strip = ({ map, palette, drawing, onDrawing, onUnits, onFinish, onCancel }: Props) => {
  const text = useText()
  const { say } = text
  const { kind, edited } = drawing
  const finish = (area: Area, points: number) =>
    onFinish(area, area.kind === 'polygon' ? Math.max(0, points - MOST_POINTS) : 0)
  const { progress, session } = useSession({ map, palette, kind, edited, onFinish: finish })
  useDrawingKeys(map, session, onCancel)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  const complete =
    kind === 'line'
      ? progress.points >= 2 && !progress.isEnded
      : progress.area !== null && (edited !== null || kind !== 'polygon' || progress.points >= 3)
  return (
    <>
      <span className="draw-middle" aria-hidden="true" />
      <section className="draw" aria-labelledby="draw-title">
        <h2 id="draw-title" ref={heading} tabIndex={-1} className={edited ? undefined : 'unseen'}>
          {say(edited ? 'area.edit' : kind === 'line' ? 'area.tool.line' : 'area.name')}
        </h2>
        {!edited && (
          <fieldset className="draw-kinds">
            <legend className="unseen">{say('area.tools')}</legend>
            {KINDS.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={kind === one}
                onClick={() => onDrawing({ kind: one, edited: null })}
              >
                {say(`area.tool.${one}`)}
              </button>
            ))}
            <button type="button" aria-pressed={false} onClick={onUnits}>
              {say('area.tool.units')}
            </button>
            <button
              type="button"
              aria-pressed={kind === 'line'}
              onClick={() => onDrawing({ kind: 'line', edited: null })}
            >
              {say('area.tool.line')}
            </button>
          </fieldset>
        )}
        <div className="draw-acts">
          <button
            type="button"
            className="button-plain"
            disabled={!progress.canUndo}
            aria-keyshortcuts="Control+Z"
            onClick={() => session.current?.undo()}
          >
            <Undo2 aria-hidden="true" />
            {say('area.undo')}
            <kbd>Ctrl Z</kbd>
          </button>
          <button type="button" className="button-plain" aria-keyshortcuts="Escape" onClick={onCancel}>
            <X aria-hidden="true" />
            {say('area.cancel')}
            <kbd>Esc</kbd>
          </button>
          <button
            type="button"
            className="button-primary"
            disabled={!complete}
            aria-keyshortcuts="Enter"
            onClick={() => session.current?.finish()}
          >
            <Check aria-hidden="true" />
            {say('area.finish')}
          </button>
        </div>
        <p className="draw-hint" aria-live="polite">
          {say(hintOf(drawing, progress))}
        </p>
        <output className="draw-measure" aria-live="off">
          {measuresOf(drawing, progress, text)}
        </output>
        {!edited && <p className="draw-keys">{say('area.hint.keys')}</p>}
      </section>
    </>
  )
}

/** The tools of drawing over the map: what to do now, what stands already, back, cancel and finish. */
const DrawTool = (props: Props) => (
  <AreaTexts>
    <Strip {...props} />
  </AreaTexts>
)

export default DrawTool
