import { type EmbedView, formatEmbed, parseEmbed } from '../../data/model/embed.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { escaped } from '../pages/html.ts'
import type { World } from '../world.ts'

/** https://oembed.com, type rich. */
export type OembedAnswer = {
  readonly version: '1.0'
  readonly type: 'rich'
  readonly provider_name: 'Bentang'
  readonly provider_url: string
  readonly title: string
  readonly html: string
  readonly width: number
  readonly height: number
  readonly cache_age: number
  readonly thumbnail_url: string
  readonly thumbnail_width: number
  readonly thumbnail_height: number
}

const SIZE = { width: 800, height: 560 } as const
const LEAST = { width: 280, height: 320 } as const
const CACHE_S = 3_600

/** The view of an address of this Bentang; null for another host or a page that is no view. */
export const viewOfAddress = (text: string, base: string): EmbedView | null => {
  if (!URL.canParse(text)) return null
  const { origin, pathname, search } = new URL(text)
  const isView = pathname === '/' || /^\/embed\/?$/.test(pathname)
  return origin === new URL(base).origin && isView ? parseEmbed(search) : null
}

const within = (most: number | undefined, own: number, least: number): number =>
  Math.max(least, Math.min(own, most ?? own))

/** "Stunting di Sintang, 2026" */
export const titleOf = ({ region, theme, period, language }: EmbedView, { geography, themes }: World): string => {
  const label = themes.find(({ id }) => id === theme)?.label[language] ?? theme
  const name = geography.nameOf(region).replace(/^(Kabupaten|Kota) /, '')
  const years = formatPeriod(period).replace('/', '–')
  return `${label.charAt(0).toUpperCase()}${label.slice(1)} ${language === 'id' ? 'di' : 'in'} ${name}, ${years}`
}

/** A still picture of the view, for places that take no widget. */
export const pictureAddress = (view: EmbedView, base: string, size: { width: number; height: number }): string => {
  const { region, theme, period, level, ask, language, palette } = view
  const parameters = new URLSearchParams({ region, theme, period: formatPeriod(period), level, ask, lang: language })
  if (palette !== 'auto') parameters.set('palette', palette)
  for (const [name, value] of Object.entries(size)) parameters.set(name, `${value}`)
  return `${base}/api/picture.png?${parameters.toString().replaceAll('%2F', '/')}`
}

type Most = { readonly width?: number | undefined; readonly height?: number | undefined }

export const answerOembed = (world: World, view: EmbedView, base: string, most: Most): OembedAnswer => {
  const width = within(most.width, SIZE.width, LEAST.width)
  const height = within(most.height, SIZE.height, LEAST.height)
  const title = titleOf(view, world)
  const thumbnail = { width: 600, height: 400 }
  const source = `${base}/embed${formatEmbed(view)}`
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Bentang',
    provider_url: base,
    title,
    html: `<iframe src="${escaped(source)}" title="${escaped(title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`,
    width,
    height,
    cache_age: CACHE_S,
    thumbnail_url: pictureAddress(view, base, thumbnail),
    thumbnail_width: thumbnail.width,
    thumbnail_height: thumbnail.height,
  }
}
