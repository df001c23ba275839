import { type EmbedView, formatEmbed, parseEmbed } from '../../data/model/embed.ts'
import { rewriteSearch } from '../useView.ts'

/** The widget that is being made, with the size of its frame in pixels; no width fills its place. */
export type Making = { readonly embed: EmbedView; readonly widthPx: number | null; readonly heightPx: number }

const HEIGHT_PX = 560
const SIZES = { least: 240, most: 2_400 } as const

/** The page's own language and palette keep their names in the address; the widget's go by these. */
const RENAMED = { lang: 'widget_lang', palette: 'widget_palette' } as const

const readSize = (text: string | null): number | null => {
  const size = /^\d{1,4}$/.test(text ?? '') ? Number(text) : Number.NaN
  return size >= SIZES.least && size <= SIZES.most ? size : null
}

export const parseMaking = (search: string): Making => {
  const parameters = new URLSearchParams(search)
  const [widthPx, heightPx] = [readSize(parameters.get('width')), readSize(parameters.get('height'))]
  const language = parameters.get(RENAMED.lang) ?? parameters.get('lang')
  parameters.delete('palette')
  if (language !== null) parameters.set('lang', language)
  const palette = parameters.get(RENAMED.palette)
  if (palette !== null) parameters.set('palette', palette)
  return { embed: parseEmbed(`${parameters}`), widthPx, heightPx: heightPx ?? HEIGHT_PX }
}

/** `before` keeps what the page itself has in the address. */
export const formatMaking = ({ embed, widthPx, heightPx }: Making, before: string): string => {
  const parameters = new URLSearchParams(formatEmbed(embed))
  const page = new URLSearchParams(before)
  parameters.set(RENAMED.lang, embed.language)
  if (embed.palette !== 'auto') parameters.set(RENAMED.palette, embed.palette)
  for (const name of ['lang', 'palette'] as const) {
    parameters.delete(name)
    const own = page.get(name)
    if (own !== null) parameters.set(name, own)
  }
  if (widthPx !== null) parameters.set('width', `${widthPx}`)
  if (heightPx !== HEIGHT_PX) parameters.set('height', `${heightPx}`)
  return `?${parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')}`
}

export const changeMaking = (change: (making: Making) => Making): void => {
  const next = change(parseMaking(location.search))
  rewriteSearch(formatMaking(next, location.search), false)
}
