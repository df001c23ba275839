import { lazy, Suspense } from 'react'
import type { ContextAnswer, SearchHit } from '../data/model/answers.ts'
import type { ScreenPalette } from './palette.ts'
import type { Opened } from './useShortcuts.ts'
import type { View } from './view.ts'

const SearchPalette = lazy(() =>
  import('./panel/search/SearchPalette.tsx').then((part) => ({ default: part.SearchPalette })),
)
const About = lazy(() => import('./panel/about/About.tsx').then((part) => ({ default: part.About })))
const Shortcuts = lazy(() => import('./panel/about/Shortcuts.tsx').then((part) => ({ default: part.Shortcuts })))

const Share = lazy(() => import('./share/Share.tsx'))

type Props = {
  readonly view: View
  readonly opened: Opened | null
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly onClose: () => void
  readonly onPick: (hit: SearchHit) => void
}

/** What opens over the screen; none of it is loaded before it is asked for. */
export const Windows = ({ view, opened, context, palette, onClose, onPick }: Props) => (
  <Suspense>
    {opened === 'search' && <SearchPalette open onClose={onClose} onPick={onPick} />}
    {opened === 'about' && <About context={context} palette={palette} onClose={onClose} />}
    {opened === 'share' && <Share view={view} context={context} palette={palette} onClose={onClose} />}
    {opened === 'shortcuts' && <Shortcuts open onClose={onClose} />}
  </Suspense>
)
