import { lazy, Suspense } from 'react'
import type { ScreenPalette } from './palette.ts'
import type { SearchProps } from './search/SearchPalette.tsx'
import type { Opened } from './useShortcuts.ts'

const SearchPalette = lazy(() => import('./search/SearchPalette.tsx').then((part) => ({ default: part.SearchPalette })))
const About = lazy(() => import('./panel/about/About.tsx').then((part) => ({ default: part.About })))
const Shortcuts = lazy(() => import('./panel/about/Shortcuts.tsx').then((part) => ({ default: part.Shortcuts })))

const Share = lazy(() => import('./share/Share.tsx'))

type Props = SearchProps & { readonly opened: Opened | null; readonly palette: ScreenPalette }

/** What opens over the screen; none of it is loaded before it is asked for. */
export const Windows = ({ opened, palette, ...given }: Props) => {
  const { view, context, onClose } = given
  return (
    <Suspense>
      {opened === 'search' && <SearchPalette {...given} />}
      {opened === 'about' && <About context={context} palette={palette} onClose={onClose} />}
      {opened === 'share' && <Share view={view} context={context} palette={palette} onClose={onClose} />}
      {opened === 'shortcuts' && <Shortcuts open onClose={onClose} />}
    </Suspense>
  )
}
