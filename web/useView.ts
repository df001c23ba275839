import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { formatView, parseView, VIEW_NAMES, type View } from './view.ts'

export type ChangeView = (change: (view: View) => View) => void

/** Told when the address was rewritten from inside; the browser itself only tells of back and forward. */
const REWRITTEN = 'bentang:view'

const subscribe = (tell: () => void) => {
  for (const event of ['popstate', REWRITTEN]) addEventListener(event, tell)
  return () => {
    for (const event of ['popstate', REWRITTEN]) removeEventListener(event, tell)
  }
}

/** The view without what the hand slides through: camera, opacities and months make no steps in the history. */
const stepOf = (view: View): string =>
  formatView({
    ...view,
    camera: null,
    layers: view.layers.map(({ id }) => ({ id, opacity: 1 })),
    density: view.density && { ...view.density, month: null },
  })

/** Puts a search in the address, as a new step in the history or in place of the one that stands. */
export const rewriteSearch = (search: string, isStep: boolean): void => {
  if (search === location.search) return
  const address = `${location.pathname}${search}${location.hash}`
  if (isStep) history.pushState(null, '', address)
  else history.replaceState(history.state, '', address)
  dispatchEvent(new Event(REWRITTEN))
}

/** What a screen besides the map keeps in the address beside the view; the map itself keeps nothing foreign. */
const withOwn = (search: string): string => {
  if (location.pathname === '/') return search
  const own = [...new URLSearchParams(location.search)].filter(([name]) => !VIEW_NAMES.has(name))
  const text = new URLSearchParams(own).toString().replaceAll('%2C', ',')
  return text === '' ? search : `${search === '' ? '?' : `${search}&`}${text}`
}

/** Rewrites the address: a new step in the history for a new view, the same step for a moved camera. */
export const changeView: ChangeView = (change) => {
  const { view } = parseView(location.search)
  const next = change(view)
  rewriteSearch(withOwn(formatView(next)), stepOf(next) !== stepOf(view))
}

/** The part of the address after the question mark, followed. */
export const useSearch = (): string => useSyncExternalStore(subscribe, () => location.search)

/** The view that the address holds, and the names of the parameters that could not be read. */
export const useView = (): { view: View; repaired: readonly string[] } => {
  const search = useSearch()
  return useMemo(() => parseView(search), [search])
}

/** Whether a media query holds now. */
export const useMedia = (query: string): boolean => {
  const follow = useCallback(
    (tell: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', tell)
      return () => list.removeEventListener('change', tell)
    },
    [query],
  )
  return useSyncExternalStore(follow, () => matchMedia(query).matches)
}

export type Layout = 'phone' | 'tablet' | 'desk'

export const useLayout = (): Layout => {
  const phone = useMedia('(max-width: 767px)')
  const desk = useMedia('(min-width: 1280px)')
  return phone ? 'phone' : desk ? 'desk' : 'tablet'
}

/** The document's language follows the view, for screen readers and hyphenation. */
export const useDocumentLanguage = (language: View['language']): void => {
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
}
