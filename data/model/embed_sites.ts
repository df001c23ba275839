import { parseSiteKey } from './embed.ts'

/** The sites that may frame the widgets of one key. */
export type SiteList = {
  readonly key: string
  /** Whose site it is, for those who keep the lists. */
  readonly name: string
  /** `https://sintang.go.id`, without a path. */
  readonly origins: readonly string[]
}

/** Who may frame widgets. Without a key any site may, unless that was closed; with a key the sites of its list alone. */
export type EmbedSites = { readonly isOpen: boolean; readonly lists: readonly SiteList[] }

export const OPEN_TO_ALL: EmbedSites = { isOpen: true, lists: [] }
export const MOST_LISTS = 200
export const MOST_ORIGINS = 50

/** An origin as browsers name it; null for anything with a path, a wildcard or another scheme. */
export const parseOrigin = (text: string): string | null => {
  const given = text.trim().toLowerCase().replace(/\/$/, '')
  if (!/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/.test(given) || !URL.canParse(given)) return null
  return new URL(given).origin
}

/** Null where the key is none or an origin cannot be read. */
export const readSiteList = (key: string, name: string, origins: readonly string[]): SiteList | null => {
  const read = origins.map(parseOrigin)
  if (parseSiteKey(key) === null || origins.length === 0 || origins.length > MOST_ORIGINS || read.includes(null))
    return null
  return { key, name: name.trim().slice(0, 120), origins: [...new Set(read as string[])] }
}

/** Origins that may frame a widget of this key, `*` for all; empty for none. An unknown key opens nothing. */
export const sitesFor = ({ isOpen, lists }: EmbedSites, key: string | null): readonly string[] => {
  if (key === null) return isOpen ? ['*'] : []
  return lists.find((list) => list.key === key)?.origins ?? []
}
