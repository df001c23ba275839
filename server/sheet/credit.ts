import type { CoverageAnswer } from '../../data/model/answers.ts'
import type { Language } from '../../data/model/words.ts'
import type { Palette } from '../../styles/palette.ts'
import type { World } from '../world.ts'
import { boxRing, type Item } from './display.ts'
import { fontOf, printable, textWidth } from './fonts.ts'
import { dateText } from './numbers.ts'
import type { Room } from './room.ts'
import { SHEET_TEXT } from './text.ts'

const SIZE_PX = 10.5
const HEIGHT_PX = 18
const SIDE_PX = 8

type Asked = {
  readonly width: number
  readonly height: number
  readonly language: Language
  readonly palette: Palette
  readonly room: Room
}

/** Who says this, as of when, and what kind of data and boundaries it is: no picture travels without it. */
export const creditWords = (world: World, { asOf, sample }: CoverageAnswer, language: Language): readonly string[] => {
  const text = SHEET_TEXT[language]
  return [
    'Bentang',
    dateText(asOf.time, language),
    text.version(asOf.seq),
    text.boundaries[world.boundaries.kind],
    ...(sample ? [text.sample] : []),
  ]
}

/** As much of it as fits a line at the foot of a picture; names keep off it. */
export const creditStrip = (world: World, coverage: CoverageAnswer, asked: Asked): readonly Item[] => {
  const { width, height, language, palette, room } = asked
  const words = creditWords(world, coverage, language)
  const widthOf = (line: string) => textWidth(printable(line), 'medium', SIZE_PX)
  const lines = words.map((_, leftOut) =>
    words.filter((_word, at) => at === 0 || at > leftOut || leftOut === 0).join(' · '),
  )
  const line = printable(lines.find((one) => widthOf(one) <= width - 2 * SIDE_PX) ?? 'Bentang')
  const boxWidth = widthOf(line) + 2 * SIDE_PX
  const [left, top] = [width - boxWidth, height - HEIGHT_PX]
  room.take({ left, top, right: width, bottom: height })
  return [
    { kind: 'fill', rings: [boxRing(left, top, boxWidth, HEIGHT_PX)], colour: palette.ground.panel, opacity: 0.88 },
    {
      kind: 'text',
      text: line,
      x: left + SIDE_PX,
      y: top + HEIGHT_PX / 2 + (fontOf('medium').capShare * SIZE_PX) / 2,
      sizePx: SIZE_PX,
      face: 'medium',
      colour: palette.ground.ink2,
      opacity: 1,
    },
  ]
}
