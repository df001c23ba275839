import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { formatView, parseView, type View } from './view.ts'

export type ChangeView = (change: (view: View) => View) => void

/** Told when the address was rewritten from inside; the browser itself only tells of back and forward. */
const REWRITTEN = 'bentang:view'

const subscribe = (tell: () => void) => {
  for (const event of ['popstate', REWRITTEN]) addEventListener(event, tell)
  return () => {
    for (const event of ['popstate', REWRITTEN]) removeEventListener(event, tell)
  }
}

/** The view without what the hand slides through: camera and opacities make no steps in the history. */
const stepOf = (view: View): string =>
  formatView({ ...view, camera: null, layers: view.layers.map(({ id }) => ({ id, opacity: 1 })) })

/** Rewrites the address: a new step in the history for a new view, the same step for a moved camera. */
export const changeView: ChangeView = (change) => {
  const { view } = parseView(location.search)
  const next = change(view)
  const search = formatView(next)
  if (search === location.search) return
  const address = `${location.pathname}${search}${location.hash}`
  if (stepOf(next) === stepOf(view)) history.replaceState(history.state, '', address)
  else history.pushState(null, '', address)
  dispatchEvent(new Event(REWRITTEN))
}

/** The view that the address holds, and the names of the parameters that could not be read. */
export const useView = (): { view: View; repaired: readonly string[] } => {
  const search = useSyncExternalStore(subscribe, () => location.search)
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
