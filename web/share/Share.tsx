import './share.css'
import { ChevronDown } from 'lucide-react'
import { Suspense, useId, useState } from 'react'
import { Window } from '../panel/about/Window.tsx'
import { useText } from '../text/useText.ts'
import { SHARE_ENTRIES } from './entries.ts'
import type { SharePartProps } from './part.ts'
import { ShareTexts } from './ShareTexts.tsx'

type EntryId = (typeof SHARE_ENTRIES)[number]['id']

const Entries = (given: SharePartProps) => {
  const { say } = useText()
  const id = useId()
  const [opened, setOpened] = useState<EntryId | null>(SHARE_ENTRIES[0].id)
  return (
    <Window open onClose={given.onClose} title={say('share.title')} close={say('share.close')} look="page">
      <ul className="share">
        {SHARE_ENTRIES.map((entry) => {
          const isOpen = entry.id === opened
          return (
            <li key={entry.id}>
              <h3>
                <button
                  type="button"
                  aria-expanded={isOpen}
                  aria-controls={`${id}-${entry.id}`}
                  onClick={() => setOpened(isOpen ? null : entry.id)}
                >
                  <span className="share-name">{say(`share.${entry.id}`)}</span>
                  <span className="quiet">{say(`share.${entry.id}.lead`)}</span>
                  <ChevronDown aria-hidden="true" />
                </button>
              </h3>
              <div id={`${id}-${entry.id}`} className="share-part" hidden={!isOpen}>
                {isOpen && (
                  <Suspense>
                    <entry.Part {...given} />
                  </Suspense>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Window>
  )
}

/** Every way of taking a view along: each a line that opens. */
const Share = (given: SharePartProps) => (
  <ShareTexts>
    <Entries {...given} />
  </ShareTexts>
)
export default Share
