import type { CSSProperties } from 'react'
import type { Meaning } from '../../data/layers/layer.ts'
import { PALETTES } from '../../styles/palette.ts'
import { patternSvg } from '../../styles/patterns.ts'
import type { ScreenPalette } from '../palette.ts'

/** The look of a meaning as a CSS background: colour and pattern together, as on the map. */
export const wear = (meaning: Meaning, palette: ScreenPalette): CSSProperties => ({
  backgroundColor: PALETTES[palette].meanings[meaning],
  backgroundImage: `url("${patternSvg(meaning, PALETTES[palette])}")`,
})

/** Hands a meaning's colour to the style sheet as `--worn`. */
export const worn = (meaning: Meaning, palette: ScreenPalette): CSSProperties =>
  ({ '--worn': PALETTES[palette].meanings[meaning] }) as CSSProperties

export const Swatch = ({ meaning, palette }: { readonly meaning: Meaning; readonly palette: ScreenPalette }) => (
  <span className="swatch" style={wear(meaning, palette)} aria-hidden="true" />
)
