import { lazy, Suspense, useState } from 'react'
import type { ScreenPalette } from './palette.ts'
import type { SearchProps } from './search/SearchPalette.tsx'
import { SearchWaiting } from './search/SearchWaiting.tsx'
import type { Opened } from './useShortcuts.ts'

const SearchPalette = lazy(() => import('./search/SearchPalette.tsx').then((part) => ({ default: part.SearchPalette })))
const About = lazy(() => import('./panel/about/About.tsx').then((part) => ({ default: part.About })))
const Shortcuts = lazy(() => import('./panel/about/Shortcuts.tsx').then((part) => ({ default: part.Shortcuts })))

const Flows = lazy(() => import('./flows/Flows.tsx'))
const Multiples = lazy(() => import('./multiples/Multiples.tsx'))
const Saved = lazy(() => import('./saved/Saved.tsx'))
const Tour = lazy(() => import('./tour/Tour.tsx'))
const Share = lazy(() => import('./share/Share.tsx'))

type Props = Omit<SearchProps, 'early'> & { readonly opened: Opened | null; readonly palette: ScreenPalette }

/** What opens over the screen; none of it is loaded before it is asked for. */
export const Windows = ({ opened, palette, ...given }: Props) => {
  const { view, context, onOpen, onClose } = given
  const [early, setEarly] = useState('')
  if (opened !== 'search' && early !== '') setEarly('')
  return (
    <Suspense>
      {opened === 'search' && (
        <Suspense fallback={<SearchWaiting text={early} onText={setEarly} onClose={onClose} />}>
          <SearchPalette {...given} early={early} />
        </Suspense>
      )}
      {opened === 'about' && (
        <About context={context} palette={palette} onTour={() => onOpen('tour')} onClose={onClose} />
      )}
      {opened === 'share' && <Share view={view} context={context} palette={palette} onClose={onClose} />}
      {opened === 'multiples' && <Multiples {...given} palette={palette} />}
      {opened === 'flows' && <Flows {...given} palette={palette} />}
      {opened === 'saved' && <Saved {...given} />}
      {opened === 'tour' && <Tour onClose={onClose} />}
      {opened === 'shortcuts' && <Shortcuts open onClose={onClose} />}
    </Suspense>
  )
}
