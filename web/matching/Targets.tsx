import type { MatchDeskAnswer, MatchedTarget } from '../../data/model/matching.ts'
import type { ScreenPalette } from '../palette.ts'
import { Swatch } from '../panel/Swatch.tsx'
import { useText } from '../text/useText.ts'
import { formatPoints, standingOf, verdictName } from './names.ts'
import { VerdictStrip } from './VerdictStrip.tsx'

type Props = {
  readonly targets: readonly MatchedTarget[]
  readonly total: number
  readonly chosen: string | undefined
  readonly palette: ScreenPalette
  readonly side: MatchDeskAnswer['side']
  readonly onChoose: (id: string) => void
}

/** The targets, what asks for most first; of a partner, what suits it best first. */
export const Targets = ({ targets, total, chosen, palette, side, onChoose }: Props) => {
  const text = useText()
  const { say, count, language } = text
  if (targets.length === 0)
    return total > 0 ? <p className="matching-empty">{say('matching.noneShown', { total: count(total) })}</p> : null
  return (
    <nav className="matching-targets" aria-label={say('matching.targets')}>
      <ol>
        {targets.map((target) => {
          const { id, title, verdict, partners, department } = target
          const score = partners[0]?.score ?? 0
          return (
            <li key={id}>
              <button type="button" aria-current={id === chosen ? 'true' : undefined} onClick={() => onChoose(id)}>
                <Swatch meaning={verdict} palette={palette} />
                <span className="matching-target">
                  <strong>{title}</strong>
                  {side === 'partner' && <small>{department}</small>}
                  <small>
                    <span className="unseen">{verdictName(verdict, language)}: </span>
                    {standingOf(target, text)}
                  </small>
                  <VerdictStrip target={target} palette={palette} />
                </span>
                {side === 'partner' && (
                  <span className="matching-score">
                    <span className="unseen">{say('matching.score')} </span>
                    {formatPoints(score, language)}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
