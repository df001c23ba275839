import { contrastOf, READABLE_CONTRAST } from '../../data/model/contrast.ts'
import type { EmbedColours, EmbedView } from '../../data/model/embed.ts'
import { PALETTES, type Palette } from '../../styles/palette.ts'

/** The palette of the widget; `auto` follows the reader's device. */
export const paletteOf = ({ palette }: Pick<EmbedView, 'palette'>): Palette => {
  if (palette !== 'auto') return PALETTES[palette]
  return matchMedia('(prefers-color-scheme: dark)').matches ? PALETTES.dark : PALETTES.light
}

export type Frame = { readonly paper: string; readonly ink: string; readonly ink2: string; readonly accent: string }

/** The colours of the frame: those that were chosen as far as words stay readable on the chosen paper, else the palette's own. */
export const frameOf = ({ paper, ink, accent }: EmbedColours, { ground }: Palette): Frame => {
  const chosenPaper = paper ? `#${paper}` : ground.panel
  const readable = (colour: string | null) => colour !== null && contrastOf(colour, chosenPaper) >= READABLE_CONTRAST
  const chosenInk = readable(ink) ? `#${ink}` : ground.ink
  const own = { paper: ground.panel, ink: ground.ink, ink2: ground.ink2, accent: ground.accent }
  if (!readable(chosenInk)) return own
  return {
    paper: chosenPaper,
    ink: chosenInk,
    ink2: readable(ground.ink2) && !ink ? ground.ink2 : chosenInk,
    accent: readable(accent) ? `#${accent}` : readable(ground.accent) ? ground.accent : chosenInk,
  }
}

/** Hands the colours to the style sheet. */
export const wearColours = (view: EmbedView, palette: Palette): void => {
  const { style } = document.documentElement
  const { ground } = palette
  for (const [name, colour] of Object.entries(frameOf(view, palette))) style.setProperty(`--${name}`, colour)
  style.setProperty('--sea', ground.sea)
  style.setProperty('--map-ink', ground.ink)
  style.setProperty('--map-paper', ground.panel)
  style.setProperty(
    '--gaptext',
    contrastOf(ground.gaptext, frameOf(view, palette).paper) >= 3 ? ground.gaptext : frameOf(view, palette).ink,
  )
  style.colorScheme = palette.name === 'dark' ? 'dark' : 'light'
}
