import { parseView } from '../../data/view/view.ts'
import { PALETTES } from '../../styles/palette.ts'
import { boxRing, type Item, type Page } from '../sheet/display.ts'
import { printable, textWidth } from '../sheet/fonts.ts'
import { picturePage, sceneryOf } from '../sheet/picture.ts'
import type { World } from '../world.ts'
import type { PublicPage } from './page.ts'
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
  const search = new URLSearchParams(page.view).toString()
  const map = await picturePage(world, sceneryOf(world, parseView(search).view), {
    widthPx: PICTURE.widthPx,
    heightPx: PICTURE.heightPx - BAND_PX,
    language: page.language,
  })
  const { widthPx, heightPx } = PICTURE
  const below: Item = { kind: 'frame', x: 0, y: BAND_PX, width: widthPx, height: heightPx - BAND_PX, items: map.items }
  return { width: widthPx, height: heightPx, items: [below, ...band(page)] }
}

/** The same as PNG. */
export const cardOf = async (page: PublicPage, world: World): Promise<Uint8Array> =>
  world.press.png(await drawCard(page, world), 1)
