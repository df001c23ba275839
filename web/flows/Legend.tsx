import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { FlowMeasure, FlowPlace } from '../../data/model/flows.ts'
import { formatRupiahShort } from '../dashboard/money.ts'
import type { ScreenPalette } from '../palette.ts'
import { Swatch } from '../panel/Swatch.tsx'
import { useText } from '../text/useText.ts'
import { discFor, LEAST_PX, stepsUpTo, widthFor } from './widths.ts'

type Props = {
  readonly measure: FlowMeasure
  readonly most: number
  readonly hasUnstated: boolean
  /** What a value is drawn as. */
  readonly as: 'line' | 'disc'
  readonly places: readonly FlowPlace[]
  readonly palette: ScreenPalette
}

const LINE_PX = 36

/** What the widths say, and the verdicts of the places that nobody works in: nothing that is not in the picture. */
export const Legend = ({ measure, most, hasUnstated, as, places, palette }: Props) => {
  const { say, count, language } = useText()
  const [widthOf, radiusOf] = [widthFor(measure, most), discFor(most)]
  const words = (value: number) => (measure === 'budget' ? formatRupiahShort(value, language) : count(value))
  const empty = new Set(places.filter(({ partners }) => partners === 0).map(({ verdict }) => verdict))
  const isOfLines = as === 'line'
  return (
    <div className="flows-legend">
      {most > 0 && (
        <div>
          <p>{say(`flows.legend.${measure}`)}</p>
          <ul>
            {stepsUpTo(most).map((value) => {
              const [width, height] = isOfLines ? [LINE_PX, 14] : [2 * radiusOf(value) + 2, 2 * radiusOf(value) + 2]
              return (
                <li key={value}>
                  <svg
                    width={width}
                    height={height}
                    aria-hidden="true"
                    className={isOfLines ? 'flows-curves' : 'flows-own'}
                  >
                    {isOfLines ? (
                      <path className="flows-curve" d={`M0 7H${LINE_PX}`} strokeWidth={widthOf(value)} />
                    ) : (
                      <circle cx={width / 2} cy={height / 2} r={radiusOf(value)} />
                    )}
                  </svg>
                  {words(value)}
                </li>
              )
            })}
            {hasUnstated && isOfLines && (
              <li>
                <svg width={LINE_PX} height={14} aria-hidden="true" className="flows-curves">
                  <path className="flows-curve" data-stated={false} d={`M0 7H${LINE_PX}`} strokeWidth={LEAST_PX} />
                </svg>
                {say('flows.legend.unstated')}
              </li>
            )}
          </ul>
        </div>
      )}
      <ul>
        <li>
          <span className="flows-worked" aria-hidden="true" /> {say('flows.legend.worked')}
        </li>
        {VERDICT_LEGEND.filter(({ value }) => empty.has(value)).map(({ value, meaning, label }) => (
          <li key={value}>
            <Swatch meaning={meaning} palette={palette} /> {say('flows.legend.empty', { verdict: label[language] })}
          </li>
        ))}
      </ul>
    </div>
  )
}
