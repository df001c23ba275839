import { useLayoutEffect } from 'react'
import { PALETTES, type PaletteName as StyledPalette } from '../styles/palette.ts'
import { useMedia } from './useView.ts'
import type { PaletteName } from './view.ts'

/** The screen's palettes; `auto` was settled by the system's preference. */
export type ScreenPalette = Exclude<StyledPalette, 'print'>

/** Custom properties by meaning (`--gap`) and by ground (`--ink`), as every rule of styles/ui reads them. */
export const propertiesOf = (name: ScreenPalette): readonly (readonly [string, string])[] => {
  const { meanings, ground } = PALETTES[name]
  const dashed = (key: string) =>
    `--${key.replaceAll('_', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  return [...Object.entries(meanings), ...Object.entries(ground)].map(([key, colour]) => [dashed(key), colour] as const)
}

/** Settles the palette and sets its colours on the root element. */
export const usePalette = (chosen: PaletteName): ScreenPalette => {
  const dark = useMedia('(prefers-color-scheme: dark)')
  const palette = chosen === 'auto' ? (dark ? 'dark' : 'light') : chosen
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement
    for (const [name, colour] of propertiesOf(palette)) style.setProperty(name, colour)
    style.colorScheme = palette === 'dark' ? 'dark' : 'light'
    dataset.palette = palette
  }, [palette])
  return palette
}
