import { paragraphsOf } from '../../data/model/story_text.ts'
import type { SheetFacts } from './facts.ts'
import { EDGE, ground, ink, MAP, SANS, SERIF, SIDE, type Slide, type Telling, WIDE, words } from './slide_layout.ts'

export const addTitle = (slide: Slide, title: string): void => {
  slide.addText(title, {
    x: EDGE,
    y: 0.3,
    w: WIDE.width - 2 * EDGE,
    h: 0.95,
    fontFace: SERIF,
    fontSize: 26,
    bold: true,
    color: ink(ground.ink),
    valign: 'middle',
    fit: 'shrink',
    margin: 0,
  })
}

/** Source, date and version stand on every slide. */
export const addFooter = (slide: Slide, { answer, facts }: Telling): void => {
  const { story, asOf, sample } = answer
  const source = facts?.sources.slice(0, 2).join(' ') ?? `Bentang, ${asOf.time.slice(0, 10)}`
  const isIndonesian = story.language === 'id'
  const sampled = sample ? (isIndonesian ? 'DATA CONTOH. ' : 'SAMPLE DATA. ') : ''
  const drafted = story.verification === 'verified' ? '' : isIndonesian ? 'DRAF. ' : 'DRAFT. '
  const badge = `${drafted}${sampled}`
  slide.addText(`${badge}${source}`, {
    x: EDGE,
    y: 6.78,
    w: WIDE.width - 2 * EDGE,
    h: 0.5,
    fontFace: SANS,
    fontSize: 9,
    color: ink(ground.ink2),
    valign: 'top',
    margin: 0,
  })
}

export const addWords = (slide: Slide, telling: Telling, y: number, h: number): void => {
  const paragraphs = paragraphsOf(words(telling.scene.text, telling))
  if (paragraphs.length === 0) return
  slide.addText(
    paragraphs.map((text) => ({ text, options: { breakLine: true, paraSpaceAfter: 6 } })),
    {
      x: SIDE.x,
      y,
      w: SIDE.width,
      h,
      fontFace: SANS,
      fontSize: 14,
      color: ink(ground.ink),
      valign: 'top',
      fit: 'shrink',
      margin: 0,
    },
  )
}

export const addFigure = (slide: Slide, { figure }: SheetFacts): void => {
  slide.addText(
    [
      { text: `${figure.value} `, options: { fontFace: SERIF, fontSize: 32, bold: true, color: ink(ground.gaptext) } },
      { text: `${figure.counted} `, options: { bold: true } },
      { text: figure.denominator },
    ],
    {
      x: SIDE.x,
      y: MAP.y,
      w: SIDE.width,
      h: 0.85,
      fontFace: SANS,
      fontSize: 12,
      color: ink(ground.ink),
      valign: 'middle',
      margin: 0,
      fit: 'shrink',
    },
  )
}
