import { PALETTES } from '../../../styles/palette.ts'
import type { Type } from '../blocks.ts'

const { ground } = PALETTES.print

/** The type of what is read on paper at arm's length; a pixel is 1/96 inch. */
export const REPORT_TYPES = {
  title: { face: 'serif', sizePx: 25, linePx: 31, colour: ground.ink },
  heading: { face: 'serif', sizePx: 16, linePx: 21, colour: ground.ink },
  body: { face: 'regular', sizePx: 12, linePx: 17, colour: ground.ink },
  note: { face: 'regular', sizePx: 10.5, linePx: 14, colour: ground.ink2 },
  value: { face: 'serif', sizePx: 21, linePx: 26, colour: ground.ink },
  label: { face: 'semibold', sizePx: 11, linePx: 15, colour: ground.ink },
  cell: { face: 'regular', sizePx: 10.5, linePx: 14, colour: ground.ink },
  head: { face: 'semibold', sizePx: 10, linePx: 13, colour: ground.ink2 },
  badge: { face: 'semibold', sizePx: 10, linePx: 14, colour: ground.ink2 },
} as const satisfies Readonly<Record<string, Type>>

export const RULE = ground.contextLine
