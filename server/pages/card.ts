import { textOf } from '../../data/model/fact_words.ts'
import { parseView } from '../../data/view/view.ts'
import { PALETTES } from '../../styles/palette.ts'
import { boxRing, type Item, type Page } from '../sheet/display.ts'
import { printable, textWidth } from '../sheet/fonts.ts'
import { picturePage, sceneryOf } from '../sheet/picture.ts'
import type { World } from '../world.ts'
import type { PublicPage } from './page.ts'
import { PAGE_WORDS } from './page_words.ts'
import { PICTURE } from './shell.ts'

const BAND_PX = 132
const SIDE_PX = 40
const TITLE_PX = 40
const ABOUT_PX = 20

/** As many words as fit a line; dots where some are left out. */
const lineOf = (text: string, face: 'serif' | 'medium', sizePx: number): string => {
  const room = PICTURE.widthPx - 2 * SIDE_PX
  const words = printable(text).split(' ')
  const lines = words.map((_, left) => (left === 0 ? words.join(' ') : `${words.slice(0, -left).join(' ')} ...`))
  return lines.find((line) => textWidth(line, face, sizePx) <= room) ?? `${printable(text).slice(0, 40)} ...`
}

const band = ({ title, description }: PublicPage): readonly Item[] => {
  const { ground } = PALETTES.light
  const line = (
    text: string,
    y: number,
    sizePx: number,
    face: 'serif' | 'medium',
    colour: typeof ground.ink,
  ): Item => ({
    kind: 'text',
    text: lineOf(text, face, sizePx),
    x: SIDE_PX,
    y,
    sizePx,
    face,
    colour,
    opacity: 1,
  })
  return [
    { kind: 'fill', rings: [boxRing(0, 0, PICTURE.widthPx, BAND_PX)], colour: ground.panel, opacity: 1 },
    line(title, 62, TITLE_PX, 'serif', ground.ink),
    line(description, 104, ABOUT_PX, 'medium', ground.ink2),
  ]
}

/** The picture of a page where it is shared: its title over the map that it is about. */
const drawCard = async (page: PublicPage, world: World): Promise<Page> => {
  const { view } = parseView(new URLSearchParams(page.view).toString())
  const [first] = world.geography.within('', 'regency')
  const region = world.geography.knows(view.region) ? view.region : (first?.code ?? view.region)
  const map = await picturePage(world, sceneryOf(world, { ...view, region }), {
    widthPx: PICTURE.widthPx,
    heightPx: PICTURE.heightPx - BAND_PX,
    language: page.language,
  })
  const { widthPx, heightPx } = PICTURE
  const below: Item = { kind: 'frame', x: 0, y: BAND_PX, width: widthPx, height: heightPx - BAND_PX, items: map.items }
  return { width: widthPx, height: heightPx, items: [below, ...band(page)] }
}

const LINE_PX = 40
const WORDS_PX = 28

/** Words broken into lines that fit, as many as there is room for. */
const wrap = (text: string, face: 'serif' | 'medium', sizePx: number, most: number): readonly string[] => {
  const lines: string[] = []
  for (const word of printable(text).split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    const fits = lines.length > 0 && textWidth(longer, face, sizePx) <= PICTURE.widthPx - 2 * SIDE_PX
    if (fits) lines[lines.length - 1] = longer
    else lines.push(lineOf(word, face, sizePx))
  }
  return lines.slice(0, most)
}

const drawPlain = ({ title, description, language }: PublicPage, world: World): Page => {
  const { ground } = PALETTES.light
  const { widthPx, heightPx } = PICTURE
  const { seq, time } = world.everyone.asOf()
  const heads = wrap(title, 'serif', TITLE_PX, 3)
  const line = (text: string, y: number, sizePx: number, face: 'serif' | 'medium'): Item => ({
    kind: 'text',
    text,
    x: SIDE_PX,
    y,
    sizePx,
    face,
    colour: face === 'serif' ? ground.ink : ground.ink2,
    opacity: 1,
  })
  const words = wrap(description, 'medium', WORDS_PX, 5)
  const foot = `Bentang · ${textOf(language).date(time)} · ${PAGE_WORDS.version[language]} ${seq}`
  return {
    width: widthPx,
    height: heightPx,
    items: [
      { kind: 'fill', rings: [boxRing(0, 0, widthPx, heightPx)], colour: ground.panel, opacity: 1 },
      ...heads.map((text, at) => line(text, 110 + at * 52, TITLE_PX, 'serif')),
      ...words.map((text, at) => line(text, 140 + heads.length * 52 + at * LINE_PX, WORDS_PX, 'medium')),
      line(printable(foot), heightPx - SIDE_PX, ABOUT_PX, 'medium'),
    ],
  }
}

/** A card of words alone. */
export const plainCardOf = (page: PublicPage, world: World): Promise<Uint8Array> =>
  world.press.png(drawPlain(page, world), 1)

/** The card with its map, as PNG. */
export const cardOf = async (page: PublicPage, world: World): Promise<Uint8Array> =>
  world.press.png(await drawCard(page, world), 1)
