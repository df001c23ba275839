import { CircleHelp } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ScreenPalette } from '../palette.ts'
import { useText } from '../text/useText.ts'
import type { Opened } from '../useShortcuts.ts'
import type { PartProps } from './props.ts'

const Meaning = lazy(() => import('./about/Meaning.tsx'))

type Props = PartProps & { readonly palette: ScreenPalette; readonly onOpen: (opened: Opened) => void }

/** Asks what the large figure means. */
export const MeaningButton = ({ coverage, onOpen, ...given }: Props) => {
  const { say } = useText()
  const [isAsked, setAsked] = useState(false)
  if (!coverage) return null
  const words = say('panel.meaning')
  return (
    <>
      <button type="button" className="figure-meaning" aria-label={words} title={words} onClick={() => setAsked(true)}>
        <CircleHelp aria-hidden="true" />
      </button>
      {isAsked && (
        <Suspense>
          <Meaning
            {...given}
            coverage={coverage}
            onTour={() => {
              setAsked(false)
              onOpen('tour')
            }}
            onClose={() => setAsked(false)}
          />
        </Suspense>
      )}
    </>
  )
}
