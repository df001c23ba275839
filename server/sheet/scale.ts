import type { Language } from '../../data/model/words.ts'
import type { Colour } from '../../styles/palette.ts'
import { createFrame, type Frame, metresPerPixel, scaleOf, zoomOfScale } from './camera.ts'
import { boxRing, type Item } from './display.ts'
import { textWidth } from './fonts.ts'
import { numberText } from './numbers.ts'

/** Numbers that a scale may have, times a power of ten. */
const ROUND_SCALES = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8] as const
const ROUND_LENGTHS = [1, 2, 5] as const

/** The next round n of 1:n that shows at least as much as this. */
export const roundScale = (n: number): number => {
  const power = 10 ** Math.floor(Math.log10(n))
  return (ROUND_SCALES.find((one) => one * power >= n * 0.9999) ?? 10) * power
}

/** The frame drawn back to the next round scale, its north up; `scale` is n of 1:n. */
export const atRoundScale = (frame: Frame, enlargement = 1): { readonly frame: Frame; readonly scale: number } => {
  const { lng, lat } = frame.camera
  const scale = roundScale(scaleOf(frame, enlargement))
  const zoom = zoomOfScale(scale, lat, enlargement)
  return { scale, frame: createFrame(frame.width, frame.height, { lng, lat, zoom, bearing: 0 }) }
}

/** The longest round length that is no longer. */
export const roundLength = (mostM: number): number => {
  const power = 10 ** Math.floor(Math.log10(mostM))
  return (ROUND_LENGTHS.findLast((one) => one * power <= mostM) ?? 1) * power
}

export type Bar = { readonly lengthM: number; readonly widthPx: number }

/** The bar that fits a width, true at the middle of the frame. */
export const barOf = (frame: Frame, mostPx: number): Bar => {
  const metres = metresPerPixel(frame, frame.camera.lat)
  const lengthM = roundLength(mostPx * metres)
  return { lengthM, widthPx: lengthM / metres }
}

const BAR_PX = 5
const TEXT_PX = 10

/** Two halves, dark and light, with 0, the half and the whole above; the corner at x, y is the bar's own left end. */
export const barItems = (
  { lengthM, widthPx }: Bar,
  x: number,
  y: number,
  ink: Colour,
  paper: Colour,
  language: Language,
): readonly Item[] => {
  const [divisor, unit] = lengthM >= 1000 ? [1000, 'km'] : [1, 'm']
  const marks = [
    ['0', 0],
    [numberText(lengthM / 2 / divisor, language, 1), widthPx / 2],
    [`${numberText(lengthM / divisor, language, 1)} ${unit}`, widthPx],
  ] as const
  const outline = boxRing(x, y + 14, widthPx, BAR_PX)
  return [
    ...marks.map(([text, at], index): Item => {
      const own = textWidth(text, 'medium', TEXT_PX)
      const left =
        index === 0 ? x : x + at - (index === 2 ? textWidth(text.split(' ')[0]!, 'medium', TEXT_PX) : own) / 2
      return { kind: 'text', text, x: left, y: y + 10, sizePx: TEXT_PX, face: 'medium', colour: ink, opacity: 1 }
    }),
    { kind: 'fill', rings: [outline], colour: paper, opacity: 1 },
    { kind: 'fill', rings: [boxRing(x, y + 14, widthPx / 2, BAR_PX)], colour: ink, opacity: 1 },
    {
      kind: 'stroke',
      paths: [outline],
      closed: true,
      stroke: { colour: ink, widthPx: 0.8, opacity: 1, cap: 'butt', join: 'miter' },
    },
  ]
}
