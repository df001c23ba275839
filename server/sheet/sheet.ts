import type { Annotation } from '../../data/model/story.ts'
import type { Language } from '../../data/model/words.ts'
import { PALETTES, type Palette } from '../../styles/palette.ts'
import type { World } from '../world.ts'
import { annotate } from './annotations.ts'
import { type Block, badge, beside, lineItem, paragraph, rule, space, stack, type Type } from './blocks.ts'
import type { Frame } from './camera.ts'
import { boxRing, type Item, type Page } from './display.ts'
import { drawMap } from './draw_map.ts'
import { factsOf, type SheetFacts, visibleLegend } from './facts.ts'
import { printable, textWidth } from './fonts.ts'
import { insetItems } from './inset.ts'
import { legendBlock } from './legend_block.ts'
import { type Logo, logoItem } from './logo.ts'
import { MARGIN_PX, neatline } from './neatline.ts'
import { northArrow } from './north.ts'
import { numberText } from './numbers.ts'
import { type Orientation, type PaperName, paperPx } from './paper.ts'
import { frameOf, type Scenery, sourcesIn } from './picture.ts'
import { createRoom } from './room.ts'
import { atRoundScale, type Bar, barItems, barOf } from './scale.ts'
import { SHEET_TEXT } from './text.ts'

export type SheetAsked = {
  readonly paper: PaperName
  readonly orientation: Orientation
  readonly language: Language
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly logo?: Logo | undefined
  readonly annotations?: readonly Annotation[]
}

export type Sheet = {
  readonly page: Page
  readonly facts: SheetFacts
  /** n of 1:n. */
  readonly scale: number
  readonly bar: Bar
}

const EDGE_PX = 38
const SIDE_PX = 232
const GAP_PX = 16
const INSET = { width: 150, height: 112 } as const
const LOGO = { width: 130, height: 44 } as const
const SCALE_PX = 52

type Types = Readonly<
  Record<'title' | 'value' | 'counted' | 'denominator' | 'head' | 'small' | 'badge' | 'caption', Type>
>

const typesOf = ({ ground }: Palette): Types => ({
  title: { face: 'serif', sizePx: 23, linePx: 28, colour: ground.ink },
  value: { face: 'serif', sizePx: 40, linePx: 40, colour: ground.gaptext },
  counted: { face: 'semibold', sizePx: 12.5, linePx: 16, colour: ground.ink },
  denominator: { face: 'regular', sizePx: 11.5, linePx: 15, colour: ground.ink2 },
  head: { face: 'semibold', sizePx: 11.5, linePx: 18, colour: ground.ink },
  small: { face: 'regular', sizePx: 8.5, linePx: 11.5, colour: ground.ink2 },
  badge: { face: 'semibold', sizePx: 9.5, linePx: 13, colour: ground.ink2 },
  caption: { face: 'regular', sizePx: 9, linePx: 12, colour: ground.ink2 },
})

const figureBlock = ({ figure }: SheetFacts, widthPx: number, types: Types): Block => {
  const valuePx = textWidth(printable(figure.value), 'serif', types.value.sizePx) + 10
  const words = stack(
    paragraph(figure.counted, types.counted, widthPx - valuePx, 2),
    paragraph(figure.denominator, types.denominator, widthPx - valuePx, 3),
  )
  return beside(
    [0, { height: 40, draw: (x, y) => [lineItem(printable(figure.value), x, y, types.value)] }],
    [valuePx, stack(space(Math.max(0, (40 - words.height) / 2)), words)],
  )
}

const scaleBlock = (scale: number, bar: Bar, palette: Palette, types: Types, language: Language): Block => {
  const text = SHEET_TEXT[language]
  const { ink, panel } = palette.ground
  return stack(
    paragraph(`${text.scale} 1 : ${numberText(scale, language)}`, types.head, SIDE_PX),
    { height: 24, draw: (x, y) => barItems(bar, x, y, ink, panel, language) },
    paragraph(text.scaleHere, types.caption, SIDE_PX),
  )
}

const insetBlock = (items: readonly Item[], caption: string, { ground }: Palette, types: Types): Block => {
  const { width, height } = INSET
  const edge = { colour: ground.ink, widthPx: 0.8, opacity: 1, cap: 'butt', join: 'miter' } as const
  return stack(
    {
      height: height + 3,
      draw: (x, y) => [
        { kind: 'frame', x, y, width, height, items },
        { kind: 'stroke', paths: [boxRing(x, y, width, height)], closed: true, stroke: edge },
      ],
    },
    paragraph(caption, types.caption, width, 2),
  )
}

const insetOf = async (
  world: World,
  { view }: Scenery,
  frame: Frame,
  palette: Palette,
  types: Types,
  language: Language,
): Promise<Block> => {
  const { geography } = world
  const province = view.region.split('.')[0]!
  const boxes = [...geography.within(province, 'regency').map(({ code }) => geography.boundsOf(code)!)]
  const items = await insetItems({ subject: view, sources: sourcesIn(world), palette, ...INSET, boxes, shown: frame })
  return insetBlock(
    items,
    SHEET_TEXT[language].inset(geography.nameOf(view.region), geography.nameOf(province)),
    palette,
    types,
  )
}

const legendWithHead = (
  facts: SheetFacts,
  widthPx: number,
  columns: number,
  palette: Palette,
  types: Types,
  head: string,
  rowPx?: number,
): Block => stack(paragraph(head, types.head, widthPx), legendBlock(facts.legend, widthPx, columns, palette, rowPx))

type Laid = Sheet & { readonly classes: ReadonlySet<string> }

const layOut = async (world: World, scenery: Scenery, asked: SheetAsked, facts: SheetFacts): Promise<Laid> => {
  const { language, logo, annotations = [] } = asked
  const palette = PALETTES.print
  const types = typesOf(palette)
  const text = SHEET_TEXT[language]
  const { width, height, enlargement } = paperPx(asked.paper, asked.orientation)
  const inner = width - 2 * EDGE_PX
  const isUpright = asked.orientation === 'portrait'

  const sampleBadge = facts.isSample ? badge(text.sampleBadge, types.badge) : null
  const title = paragraph(asked.title ?? facts.title, types.title, inner - (logo ? LOGO.width + GAP_PX : 0), 2)
  const figure = figureBlock(facts, isUpright ? inner - 130 : SIDE_PX, types)
  const top = EDGE_PX + title.height + 6 + (isUpright ? figure.height + 10 : 8)
  const sources = stack(
    rule(inner, palette.ground.contextLine),
    space(4),
    ...facts.sources.map((line) => paragraph(line, types.small, inner)),
    ...(asked.author ? [paragraph(`${text.author(asked.author)}.`, types.small, inner)] : []),
  )
  const sourcesTop = height - EDGE_PX - sources.height

  // The legend's height decides how much is left for an upright map, so it is laid out first.
  const legendPx = isUpright ? inner - INSET.width - 2 * GAP_PX : SIDE_PX
  const columns = isUpright ? (legendPx > 560 ? 3 : 2) : 1
  const roomy = legendWithHead(facts, legendPx, columns, palette, types, text.legend)
  const footPx = isUpright ? Math.max(roomy.height, INSET.height + 30 + SCALE_PX) + GAP_PX : 0
  const mapBox = {
    x: EDGE_PX + MARGIN_PX,
    y: top + MARGIN_PX,
    width: inner - 2 * MARGIN_PX - (isUpright ? 0 : SIDE_PX + GAP_PX),
    height: sourcesTop - footPx - top - 2 * MARGIN_PX - (isUpright ? 0 : 6),
  }
  const { frame, scale } = atRoundScale(frameOf(world, scenery.view, mapBox.width, mapBox.height), enlargement)
  const room = createRoom()
  const north = northArrow(mapBox.width - 30, 12, palette, text.north, room)
  const over = annotate(annotations, frame, palette, room)
  const map = await drawMap(world, { ...scenery, palette: 'print', frame, room, finestPx: 0.2 }, sourcesIn(world))
  const inset = await insetOf(world, scenery, frame, palette, types, language)
  const bar = barOf(frame, INSET.width)
  const scaleWords = scaleBlock(scale, bar, palette, types, language)

  const sideX = width - EDGE_PX - SIDE_PX
  const sideRoom = sourcesTop - top - MARGIN_PX - figure.height - inset.height - scaleWords.height - 40
  const tight = legendWithHead(facts, SIDE_PX, 1, palette, types, text.legend, 16)
  const legend = isUpright || roomy.height <= sideRoom ? roomy : tight
  const footTop = sourcesTop - footPx + 4
  const furniture = isUpright
    ? [
        ...figure.draw(EDGE_PX, EDGE_PX + title.height + 6),
        ...legend.draw(EDGE_PX, footTop),
        ...stack(inset, space(4), scaleWords).draw(width - EDGE_PX - INSET.width, footTop),
      ]
    : [
        ...stack(figure, space(12), legend).draw(sideX, top + MARGIN_PX),
        ...stack(inset, space(4), scaleWords).draw(sideX, sourcesTop - inset.height - scaleWords.height - 14),
      ]
  const badgeItems = sampleBadge
    ? sampleBadge.draw(
        width - EDGE_PX - sampleBadge.width,
        isUpright ? EDGE_PX + title.height + 18 : top + MARGIN_PX - sampleBadge.height - 6,
      )
    : []
  const paper: Item = { kind: 'fill', rings: [boxRing(0, 0, width, height)], colour: palette.ground.panel, opacity: 1 }
  const items: readonly Item[] = [
    paper,
    ...title.draw(EDGE_PX, EDGE_PX),
    ...(logo ? [logoItem(logo, width - EDGE_PX, EDGE_PX, LOGO.width, LOGO.height)] : []),
    { kind: 'frame', ...mapBox, items: [...map.items, ...over, ...north] },
    ...neatline(frame, mapBox.x, mapBox.y, palette, language),
    ...furniture,
    ...badgeItems,
    ...sources.draw(EDGE_PX, sourcesTop),
  ]
  return { page: { width, height, enlargement, items }, facts, scale, bar, classes: map.classes }
}

/** A view as a sheet of paper: the map at a round scale, with everything that makes it citable. */
export const createSheet = async (world: World, scenery: Scenery, asked: SheetAsked): Promise<Sheet> => {
  const all = factsOf(world, scenery, asked.language)
  const tried = await layOut(world, scenery, asked, all)
  const facts = visibleLegend(all, tried.classes)
  // A shorter legend leaves the map more room.
  return facts.legend.length === all.legend.length ? tried : layOut(world, scenery, asked, facts)
}
