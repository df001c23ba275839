import pptx from 'pptxgenjs'
import type { Scene } from '../../data/model/story.ts'
import type { StoryAnswer } from '../../data/model/story_answer.ts'
import { parseView } from '../../data/view/view.ts'
import type { World } from '../world.ts'
import { bothLegends, factsOf, type SheetFacts } from './facts.ts'
import { mapPicture, sceneryOf } from './picture.ts'
import { addChart, addLegend, LEGEND_ROW, verdictsOf } from './slide_counts.ts'
import { ground, ink, MAP, SANS, type Slide, type Telling, words } from './slide_layout.ts'
import { addFigure, addFooter, addTitle, addWords } from './slide_words.ts'

// Bundlers and Node disagree on which of its two forms this package is.
const Presentation = ('default' in pptx ? pptx.default : pptx) as unknown as { new (): import('pptxgenjs').default }

const DOTS_PER_INCH = 160
const SCALE = 1.5
/** Of the two maps of a swipe the legend holds what is on either. */
const factsOfScene = (
  world: World,
  { view, after }: Scene,
  language: StoryAnswer['story']['language'],
): SheetFacts | null => {
  const factsIn = (search: string) => factsOf(world, sceneryOf(world, parseView(search).view), language)
  if (view === '') return null
  return after ? bothLegends(factsIn(view), factsIn(after)) : factsIn(view)
}

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

const addScene = async (slide: Slide, telling: Telling): Promise<void> => {
  const { scene, facts } = telling
  addTitle(slide, words(scene.title, telling))
  if (facts) {
    await addMap(slide, telling)
    // One figure cannot be true of the two maps of a swipe; the text of the scene tells theirs.
    if (scene.kind !== 'swipe') addFigure(slide, facts)
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
