import type { Scene } from '../../../data/model/story.ts'
import type { StoryAnswer } from '../../../data/model/story_answer.ts'
import { paragraphsOf, tellText } from '../../../data/model/story_text.ts'
import { parseView } from '../../../data/view/view.ts'
import { PALETTES } from '../../../styles/palette.ts'
import type { World } from '../../world.ts'
import { type Block, badge, beside, paragraph, space, stack, type Type } from '../blocks.ts'
import { boxRing, type Item } from '../display.ts'
import { bothLegends, factsOf, type SheetFacts, visibleLegend } from '../facts.ts'
import { legendBlock } from '../legend_block.ts'
import { drawPicture, sceneryOf } from '../picture.ts'
import { SHEET_TEXT } from '../text.ts'
import { type Leaf, layPages, type Piece } from './pages.ts'
import { A4, figurePieces } from './parts.ts'
import { REPORT_TYPES } from './types.ts'
import { asOfWords, type Report, writingIn } from './writing.ts'

const LEAF: Leaf = { width: A4.height, height: A4.width, edge: 40 }
const INNER = LEAF.width - 2 * LEAF.edge
const MAP = { width: 690, height: 540 } as const
const GAP = 20
const SIDE = INNER - MAP.width - GAP
const { ground } = PALETTES.print

type Told = { readonly world: World; readonly answer: StoryAnswer; readonly scene: Scene }
type Drawn = { readonly block: Block; readonly facts: SheetFacts }

const wordsIn = (text: string, { answer, scene }: Told): string =>
  tellText(text, answer.figures[scene.id] ?? {}, answer.story.language)

/** The map of a view with its annotations, and the facts whose legend is what it shows. */
const drawView = async ({ world, answer, scene }: Told, search: string, width: number): Promise<Drawn> => {
  const { language } = answer.story
  const scenery = sceneryOf(world, parseView(search).view)
  const { page, classes } = await drawPicture(world, scenery, {
    widthPx: width,
    heightPx: MAP.height,
    language,
    palette: 'print',
    annotations: scene.annotations,
    credit: false,
  })
  const edge = { colour: ground.ink, widthPx: 0.8, opacity: 1, cap: 'butt', join: 'miter' } as const
  const block: Block = {
    height: MAP.height,
    draw: (x, y): readonly Item[] => [
      { kind: 'frame', x, y, width, height: MAP.height, items: page.items },
      { kind: 'stroke', paths: [boxRing(x, y, width, MAP.height)], closed: true, stroke: edge },
    ],
  }
  return { block, facts: visibleLegend(factsOf(world, scenery, language), classes) }
}

const yearsIn = (search: string): string => {
  const { from, to } = parseView(search).view.period
  return from === to ? `${from}` : `${from}-${to}`
}

/** What is swiped on a screen stands side by side on paper, each under its years. */
const drawScene = async (told: Told): Promise<Drawn | null> => {
  const { view, after, kind } = told.scene
  if (view === '') return null
  if (kind !== 'swipe' || !after) return drawView(told, view, MAP.width)
  const width = (MAP.width - GAP / 2) / 2
  const [first, second] = [await drawView(told, view, width), await drawView(told, after, width)]
  const under = ({ block }: Drawn, search: string) =>
    stack(paragraph(yearsIn(search), REPORT_TYPES.label, width), block)
  return {
    block: beside([0, under(first, view)], [width + GAP / 2, under(second, after)]),
    facts: bothLegends(first.facts, second.facts),
  }
}

const SIZES = [13, 12, 11, 10, 9, 8] as const

/** As large as the height allows. */
const fitted = (texts: readonly string[], widthPx: number, heightPx: number): Block => {
  const blockOf = (sizePx: number) => {
    const type: Type = { ...REPORT_TYPES.body, sizePx, linePx: sizePx * 1.4 }
    return stack(...texts.flatMap((text) => [paragraph(text, type, widthPx), space(sizePx * 0.6)]))
  }
  const tried = SIZES.map(blockOf)
  return tried.find(({ height }) => height <= heightPx) ?? tried.at(-1)!
}

const figureBlock = ({ figure }: SheetFacts): Block =>
  stack(
    ...figurePieces([{ value: figure.value, label: figure.counted, of: figure.denominator }], SIDE, 1).map(
      ({ block }) => block,
    ),
  )

const besideMap = (told: Told, { facts }: Drawn): Block => {
  const { language } = told.answer.story
  const isSwipe = told.scene.kind === 'swipe'
  const legend = stack(
    paragraph(SHEET_TEXT[language].legend, REPORT_TYPES.label, SIDE),
    legendBlock(facts.legend, SIDE, 1, PALETTES.print, 16),
  )
  const figure = isSwipe ? space(0) : figureBlock(facts)
  const texts = paragraphsOf(wordsIn(told.scene.text, told))
  return stack(figure, fitted(texts, SIDE, MAP.height - figure.height - legend.height - 8), space(8), legend)
}

const scenePiece = async (told: Told): Promise<Piece> => {
  const { answer, scene } = told
  const mark = answer.sample ? badge(SHEET_TEXT[answer.story.language].sampleBadge, REPORT_TYPES.badge) : null
  const title = paragraph(wordsIn(scene.title, told), REPORT_TYPES.title, INNER - (mark ? mark.width + GAP : 0))
  const head = mark ? beside([0, title], [INNER - mark.width, mark]) : title
  const drawn = await drawScene(told)
  if (!drawn) {
    const byline = [answer.story.subtitle, answer.story.author].filter(Boolean).join(' · ')
    const texts = [...paragraphsOf(wordsIn(scene.text, told)), ...(scene.kind === 'title' && byline ? [byline] : [])]
    return { startsPage: true, block: stack(head, space(16), fitted(texts, MAP.width, MAP.height)) }
  }
  const source = drawn.facts.sources.map((line) =>
    paragraph(line, { ...REPORT_TYPES.note, sizePx: 9, linePx: 12 }, INNER),
  )
  return {
    startsPage: true,
    block: stack(
      head,
      space(10),
      beside([0, drawn.block], [MAP.width + GAP, besideMap(told, drawn)]),
      space(8),
      ...source,
    ),
  }
}

/** A story on paper: a scene a page, its map as vectors with the annotations. */
export const writeStory = async (world: World, answer: StoryAnswer): Promise<Report> => {
  const { story, asOf } = answer
  const writing = writingIn(world, story.language)
  const foot = `Bentang. ${story.name}. ${asOfWords(writing, asOf)}`
  const pieces: Piece[] = []
  for (const scene of story.scenes) pieces.push(await scenePiece({ world, answer, scene }))
  const pages = layPages(pieces, LEAF, foot)
  const { name: title, author, language } = story
  return { pages, facts: { title, subject: foot, language, created: asOf.time, ...(author ? { author } : {}) } }
}
