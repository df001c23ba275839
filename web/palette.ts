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

/** For eyes that ask for more contrast: every word in ink, every line as strong as a word was. */
const contrastedOf = (name: ScreenPalette): readonly (readonly [string, string])[] => {
  const { ink, ink2 } = PALETTES[name].ground
  return [
    ['--ink2', ink],
    ['--ink3', ink],
    ['--rule', ink2],
  ]
}

/** Settles the palette and sets its colours on the root element. */
export const usePalette = (chosen: PaletteName): ScreenPalette => {
  const dark = useMedia('(prefers-color-scheme: dark)')
  const palette = chosen === 'auto' ? (dark ? 'dark' : 'light') : chosen
  const isContrasted = useMedia('(prefers-contrast: more)')
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement
    const contrasted = isContrasted ? contrastedOf(palette) : []
    style.removeProperty('--rule')
    for (const [name, colour] of [...propertiesOf(palette), ...contrasted]) style.setProperty(name, colour)
    style.colorScheme = palette === 'dark' ? 'dark' : 'light'
    dataset.palette = palette
  }, [palette, isContrasted])
  return palette
}
