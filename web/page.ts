import { PAGES, type PageName } from '../data/model/pages.ts'

export type { PageName } from '../data/model/pages.ts'

export type Page =
  | { readonly name: 'explore' }
  | { readonly name: PageName }
  | { readonly name: 'profile'; readonly kind: string; readonly id: string }
  | { readonly name: 'present'; readonly id: string }

const EXPLORE: Page = { name: 'explore' }

/** The screen of an address; everything unknown is the map. */
export const pageOf = (pathname: string): Page => {
  const [, first = '', kind, id] = pathname.split('/')
  if (first === 'p' && kind && id) return { name: 'profile', kind, id: decodeURIComponent(id) }
  if (first === 'present' && kind) return { name: first, id: decodeURIComponent(kind) }
  const name = PAGES.find((one) => one === first)
  return name && kind === undefined ? { name } : EXPLORE
}

/** Where to go on after signing in: only an address of our own. */
export const nextOf = (search: string): string => {
  const next = new URLSearchParams(search).get('next') ?? ''
  return /^\/(?![/\\])/.test(next) ? next : '/work'
}

/** The sign-in screen, which comes back here. */
export const signInAddress = ({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string =>
  `/sign-in?next=${encodeURIComponent(`${pathname}${search}`)}`
