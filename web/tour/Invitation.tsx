import { ChevronRight } from 'lucide-react'
import { useText } from '../text/useText.ts'
import type { ChangeView } from '../useView.ts'
import { DEFAULT_VIEW, type View } from '../view.ts'
import { endInvitation, useInvited } from './visit.ts'

/** Questions with an answer worth seeing; the first differs from the first screen, where it would do nothing. */
const SAMPLES = [
  { words: 'panel.sample.gap', view: { only: ['gap'] } },
  { words: 'panel.sample.overlap', view: { theme: 'education', ask: 'overlap' } },
  {
    words: 'panel.sample.sea',
    view: { region: '61.11', theme: 'marine_conservation', level: 'island', ask: 'coordinated' },
  },
] as const satisfies readonly { readonly words: string; readonly view: Partial<View> }[]

/** Offers the tour on a first visit, and stands in nobody's way. */
export const Invitation = ({ onTour }: { readonly onTour: () => void }) => {
  const { say } = useText()
  if (!useInvited()) return null
  return (
    <section className="invitation" aria-labelledby="invitation-title">
      <div className="section-head">
        <h2 id="invitation-title">{say('panel.invite')}</h2>
        <button type="button" className="link" aria-label={say('panel.invite.startAbout')} onClick={onTour}>
          {say('panel.invite.start')}
        </button>
        <button type="button" className="link" onClick={endInvitation}>
          {say('panel.invite.later')}
        </button>
      </div>
      <p>{say('panel.invite.text')}</p>
    </section>
  )
}

/** Whole questions to press, beside the invitation. */
export const Samples = ({ changeView }: { readonly changeView: ChangeView }) => {
  const { say } = useText()
  if (!useInvited()) return null
  return (
    <section className="samples" aria-label={say('panel.samples')}>
      <ul>
        {SAMPLES.map(({ words, view }) => (
          <li key={words}>
            <button
              type="button"
              className="closer-step"
              onClick={() => changeView(({ language, palette }) => ({ ...DEFAULT_VIEW, language, palette, ...view }))}
            >
              {say(words)}
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
