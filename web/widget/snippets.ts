import { appAddress, DEFAULT_EMBED, formatEmbed } from '../../data/model/embed.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { Making } from './state.ts'

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!)
const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(`${value}`)}"`)
    .join(' ')

export const embedAddress = ({ embed }: Pick<Making, 'embed'>, origin: string): string =>
  `${origin}/embed${formatEmbed(embed)}`

const iframe = (making: Making, origin: string, title: string): string =>
  `<iframe ${attributes({
    src: embedAddress(making, origin),
    title,
    width: making.widthPx ?? '100%',
    height: making.heightPx,
    style: 'border:0;max-width:100%',
    loading: 'lazy',
  })}></iframe>`

/** Attributes of the component carry the names of the address. */
const component = ({ embed, widthPx }: Making, origin: string, title: string): string => {
  const named = Object.fromEntries([...new URLSearchParams(formatEmbed(embed))].filter(([name]) => name !== 'v'))
  const style = widthPx === null ? {} : { style: `max-width:${widthPx}px` }
  const link = `<a href="${escaped(`${origin}${appAddress(embed)}`)}">${escaped(title)}</a>`
  return `<script async src="${origin}/embed/bentang-map.js"></script>\n<bentang-map ${attributes({ ...named, title, ...style })}>${link}</bentang-map>`
}

const oembed = (making: Making, origin: string): string =>
  `${origin}/oembed?url=${encodeURIComponent(embedAddress(making, origin))}`

const picture = ({ embed, widthPx, heightPx }: Making, origin: string, title: string): string => {
  const { region, theme, period, level, ask, language, palette } = embed
  const width = widthPx ?? 800
  const parameters = new URLSearchParams({ region, theme, period: formatPeriod(period), level, ask, lang: language })
  if (palette !== DEFAULT_EMBED.palette) parameters.set('palette', palette)
  parameters.set('width', `${width}`)
  parameters.set('height', `${heightPx}`)
  const src = `${origin}/api/picture.png?${parameters.toString().replaceAll('%2F', '/')}`
  const image = `<img ${attributes({ src, alt: title, width, height: heightPx })} />`
  return `<a href="${escaped(`${origin}${appAddress(embed)}`)}">${image}</a>`
}

export const SNIPPETS = ['component', 'iframe', 'oembed', 'picture'] as const
export type Snippet = (typeof SNIPPETS)[number]

/** Four ways to take one widget along; every one of them names the version of its address. */
export const snippetsOf = (making: Making, origin: string, title: string): { readonly [S in Snippet]: string } => ({
  component: component(making, origin, title),
  iframe: iframe(making, origin, title),
  oembed: oembed(making, origin),
  picture: picture(making, origin, title),
})
