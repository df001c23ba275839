import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { MatchedTarget } from '../../data/model/matching.ts'
import type { ScreenPalette } from '../palette.ts'
import { wear } from '../panel/Swatch.tsx'

type Props = { readonly target: Pick<MatchedTarget, 'counts' | 'units'>; readonly palette: ScreenPalette }

/** The villages of a target by verdict, as one bar; its words stand beside it. */
export const VerdictStrip = ({ target: { counts, units }, palette }: Props) => (
  <span className="matching-strip" aria-hidden="true">
    {VERDICT_LEGEND.filter(({ value }) => counts[value] > 0).map(({ value, meaning }) => (
      <span key={value} style={{ ...wear(meaning, palette), width: `${(counts[value] / units) * 100}%` }} />
    ))}
  </span>
)
