import type { Palette } from '../../styles/palette.ts'
import type { Item } from './display.ts'
import { textWidth } from './fonts.ts'
import type { Room } from './room.ts'

const WIDTH_PX = 18
const HEIGHT_PX = 34
const TEXT_PX = 12

/** An arrow that points up the sheet, its upper left corner at x, y; names keep off it. */
export const northArrow = (x: number, y: number, { ground }: Palette, letter: string, room: Room): readonly Item[] => {
  room.take({ left: x - 4, top: y - 4, right: x + WIDTH_PX + 4, bottom: y + HEIGHT_PX + 4 })
  const middle = x + WIDTH_PX / 2
  const [tip, foot, notch] = [y + 14, y + HEIGHT_PX, y + HEIGHT_PX - 5]
  const whole = Float64Array.of(middle, tip, x + WIDTH_PX - 2, foot, middle, notch, x + 2, foot)
  const edge = { widthPx: 0.8, opacity: 1, cap: 'butt', join: 'miter' } as const
  return [
    {
      kind: 'text',
      text: letter,
      x: middle - textWidth(letter, 'semibold', TEXT_PX) / 2,
      y: y + 10,
      sizePx: TEXT_PX,
      face: 'semibold',
      colour: ground.ink,
      opacity: 1,
      halo: { colour: ground.halo, widthPx: 1.6 },
    },
    { kind: 'stroke', paths: [whole], closed: true, stroke: { ...edge, colour: ground.halo, widthPx: 3 } },
    { kind: 'fill', rings: [whole], colour: ground.panel, opacity: 1 },
    { kind: 'fill', rings: [Float64Array.of(middle, tip, middle, notch, x + 2, foot)], colour: ground.ink, opacity: 1 },
    { kind: 'stroke', paths: [whole], closed: true, stroke: { ...edge, colour: ground.ink } },
  ]
}
