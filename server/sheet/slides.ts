import pptx from 'pptxgenjs'
import type { Scene } from '../../data/model/story.ts'
import type { StoryAnswer } from '../../data/model/story_answer.ts'
import { paragraphsOf, tellText } from '../../data/model/story_text.ts'
import { parseView } from '../../data/view/view.ts'
import { PALETTES } from '../../styles/palette.ts'
import type { World } from '../world.ts'
import { factsOf, type SheetFacts } from './facts.ts'
import { mapPicture, sceneryOf } from './picture.ts'

// Bundlers and Node disagree on which of its two forms this package is.
const Presentation = ('default' in pptx ? pptx.default : pptx) as unknown as { new (): import('pptxgenjs').default }

type Slide = ReturnType<InstanceType<typeof Presentation>['addSlide']>

/** Inches of a wide slide, 16 to 9. */
const WIDE = { width: 13.333, height: 7.5 } as const
const EDGE = 0.5
/** What the map takes, and what is beside it. */
const MAP = { x: EDGE, y: 1.35, width: 7.9, height: 5.2 } as const
const SIDE = { x: MAP.x + MAP.width + 0.35, width: WIDE.width - MAP.x - MAP.width - 0.35 - EDGE } as const
const DOTS_PER_INCH = 160
const SCALE = 1.5
const SANS = 'Calibri'
const SERIF = 'Georgia'

const { ground, meanings } = PALETTES.light
const ink = (colour: string): string => colour.slice(1)

type Telling = {
  readonly world: World
  readonly answer: StoryAnswer
  readonly scene: Scene
  readonly facts: SheetFacts | null
}

const words = (text: string, { answer, scene }: Telling): string =>
  tellText(text, answer.figures[scene.id] ?? {}, answer.story.language)

const factsOfScene = (world: World, { view }: Scene, language: StoryAnswer['story']['language']): SheetFacts | null =>
  view === '' ? null : factsOf(world, sceneryOf(world, parseView(view).view), language)

const picture = async (
  { world, answer, scene }: Telling,
  view: string,
  width: number,
  height: number,
): Promise<string> => {
  const png = await mapPicture(world, view, {
    widthPx: Math.round(width * DOTS_PER_INCH),
    heightPx: Math.round(height * DOTS_PER_INCH),
    scale: SCALE,
    language: answer.story.language,
    annotations: scene.annotations,
    credit: false,
  })
  return `image/png;base64,${Buffer.from(png).toString('base64')}`
}

const addTitle = (slide: Slide, title: string): void => {
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
const addFooter = (slide: Slide, { answer, facts }: Telling): void => {
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

const addWords = (slide: Slide, telling: Telling, y: number, h: number): void => {
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

const verdictsOf = ({ legend }: SheetFacts) => legend.filter(({ layer }) => layer === 'villages')

/** The verdicts on the map with how many units wear each, as a table that can be edited. */
const addLegend = (slide: Slide, facts: SheetFacts, y: number): void => {
  const rows = verdictsOf(facts).map(({ words: name, countWords, meaning }) => [
    { text: ' ', options: { fill: { color: ink(meanings[meaning]) } } },
    { text: name },
    { text: countWords, options: { align: 'right' as const, bold: true } },
  ])
  if (rows.length === 0) return
  slide.addTable(rows, {
    x: SIDE.x,
    y,
    w: SIDE.width,
    colW: [0.35, SIDE.width - 1.15, 0.8],
    rowH: 0.27,
    fontFace: SANS,
    fontSize: 11,
    color: ink(ground.ink),
    border: { type: 'solid', pt: 0.5, color: 'DCD7CA' },
    margin: 0.04,
  })
}

/** A chart of the program that opens the slides, its numbers in a sheet behind it. */
const addChart = (slide: Slide, facts: SheetFacts, y: number, h: number): void => {
  const verdicts = verdictsOf(facts).toReversed()
  slide.addChart(
    'bar',
    [
      {
        name: facts.title,
        labels: verdicts.map(({ words: name }) => name),
        values: verdicts.map(({ count = 0 }) => count),
      },
    ],
    {
      x: SIDE.x,
      y,
      w: SIDE.width,
      h,
      barDir: 'bar',
      chartColors: verdicts.map(({ meaning }) => ink(meanings[meaning])),
      showValue: true,
      showLegend: false,
      valAxisHidden: true,
      valGridLine: { style: 'none' },
      catAxisLabelFontFace: SANS,
      catAxisLabelFontSize: 11,
      dataLabelFontFace: SANS,
      dataLabelFontSize: 11,
      barGapWidthPct: 40,
    },
  )
}

const addFigure = (slide: Slide, { figure }: SheetFacts): void => {
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

const addMap = async (slide: Slide, telling: Telling): Promise<void> => {
  const { scene } = telling
  const altText = words(scene.title, telling)
  if (scene.kind !== 'swipe' || !scene.after) {
    slide.addImage({
      data: await picture(telling, scene.view, MAP.width, MAP.height),
      x: MAP.x,
      y: MAP.y,
      w: MAP.width,
      h: MAP.height,
      altText,
    })
    return
  }
  // What is swiped on the screen stands side by side on paper.
  const w = (MAP.width - 0.15) / 2
  for (const [at, view] of [scene.view, scene.after].entries()) {
    const x = MAP.x + at * (w + 0.15)
    const { from, to } = parseView(view).view.period
    slide.addImage({
      data: await picture(telling, view, w, MAP.height - 0.35),
      x,
      y: MAP.y + 0.35,
      w,
      h: MAP.height - 0.35,
      altText,
    })
    slide.addText(from === to ? `${from}` : `${from}-${to}`, {
      x,
      y: MAP.y,
      w,
      h: 0.32,
      fontFace: SANS,
      fontSize: 13,
      bold: true,
      color: ink(ground.ink),
      margin: 0,
    })
  }
}

const LEGEND_ROW = 0.27

const addScene = async (slide: Slide, telling: Telling): Promise<void> => {
  const { scene, facts } = telling
  addTitle(slide, words(scene.title, telling))
  if (facts) {
    await addMap(slide, telling)
    addFigure(slide, facts)
    const rows = verdictsOf(facts).length
    const listed = scene.beside ? 2.6 : rows * LEGEND_ROW
    const listTop = MAP.y + MAP.height - listed
    addWords(slide, telling, MAP.y + 0.95, listTop - MAP.y - 1.1)
    if (scene.beside === 'chart') addChart(slide, facts, listTop, listed)
    else addLegend(slide, facts, MAP.y + MAP.height - rows * LEGEND_ROW)
  } else addWords(slide, telling, MAP.y, MAP.height)
  addFooter(slide, telling)
  if (scene.notes) slide.addNotes(scene.notes)
}

/** A story as slides (PPTX): titles, texts, tables and charts that can be edited, maps as pictures with their annotations. */
export const writeSlides = async (world: World, answer: StoryAnswer): Promise<Uint8Array> => {
  const { story } = answer
  const show = new Presentation()
  show.layout = 'LAYOUT_WIDE'
  show.title = story.name
  show.company = 'Bentang'
  if (story.author) show.author = story.author
  for (const scene of story.scenes) {
    const slide = show.addSlide()
    slide.background = { color: ink(ground.panel) }
    await addScene(slide, { world, answer, scene, facts: factsOfScene(world, scene, story.language) })
  }
  return (await show.write({ outputType: 'uint8array' })) as Uint8Array
}
