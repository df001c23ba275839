import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import { PALETTES } from '../../styles/palette.ts'
import { patternPeriod, patternSvg } from '../../styles/patterns.ts'
import type { ScreenPalette } from '../palette.ts'
import { patternId } from './Stamp.tsx'

type Props = { readonly palette: ScreenPalette /** Patterns are finer on small maps. */; readonly scale: number }

/** The look of every verdict for the drawings of a page, to be filled with by `patternId`. */
export const VerdictPatterns = ({ palette, scale }: Props) => (
  <svg className="unseen" aria-hidden="true">
    <defs>
      {VERDICT_KINDS.map((kind) => {
        const look = PALETTES[palette]
        const size = patternPeriod(kind, look).sizePx * scale
        return (
          <pattern key={kind} id={patternId(kind)} width={size} height={size} patternUnits="userSpaceOnUse">
            <image href={patternSvg(kind, look)} width={size} height={size} />
          </pattern>
        )
      })}
    </defs>
  </svg>
)
