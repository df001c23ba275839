import './saved.css'
import { type FormEvent, useId, useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { Window } from '../panel/about/Window.tsx'
import { named } from '../panel/named.ts'
import { useCoverage } from '../queries.ts'
import { useText } from '../text/useText.ts'
import type { ChangeView } from '../useView.ts'
import type { View } from '../view.ts'
import { SavedRow } from './Row.tsx'
import { SavedTexts } from './SavedTexts.tsx'
import { LONGEST_NAME, MOST_SAVED, remove, save, searchOf, useSaved } from './shelf.ts'

type Props = {
  readonly view: View
  readonly context: ContextAnswer
  readonly changeView: ChangeView
  readonly onClose: () => void
}

/** The form that keeps what is on the screen, or says under which name it is kept. */
export const Keep = ({ view, context }: Pick<Props, 'view' | 'context'>) => {
  const text = useText()
  const { say } = text
  const id = useId()
  const saved = useSaved()
  const { data: coverage } = useCoverage(view)
  const proposed = say('panel.question', { ...named(view, context, text), ask: say(`panel.ask.${view.ask}`) })
  const [name, setName] = useState(proposed.slice(0, LONGEST_NAME))
  const [isRefused, setRefused] = useState(false)
  const already = saved.find(({ search }) => search === searchOf(view))
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (coverage) setRefused(!save(name.trim() || proposed, view, coverage))
  }
  if (already) return <p className="saved-already">{say('saved.already', { name: already.name })}</p>
  if (saved.length >= MOST_SAVED) return <p className="saved-already">{say('saved.full', { most: MOST_SAVED })}</p>
  return (
    <form className="saved-keep" onSubmit={keep}>
      <div className="field">
        <label htmlFor={id}>{say('saved.name')}</label>
        <div className="copy">
          <input id={id} value={name} maxLength={LONGEST_NAME} onChange={(event) => setName(event.target.value)} />
          <button type="submit" className="button-quiet" disabled={!coverage}>
            {say('saved.save')}
          </button>
        </div>
      </div>
      {isRefused && <p role="alert">{say('saved.refused')}</p>}
    </form>
  )
}

const Shelf = (props: Props) => {
  const { say } = useText()
  const saved = useSaved()
  const [removed, setRemoved] = useState<{ readonly name: string; readonly restore: () => void } | null>(null)
  return (
    <Window open onClose={props.onClose} title={say('saved.title')} close={say('shell.close')} look="page">
      <p className="about-lead">{say('saved.lead')}</p>
      <Keep {...props} />
      <div role="status">
        {removed && (
          <p className="saved-removed">
            {say('saved.removed', { name: removed.name })}{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                removed.restore()
                setRemoved(null)
              }}
            >
              {say('saved.restore')}
            </button>
          </p>
        )}
      </div>
      {saved.length === 0 && !removed && <p className="quiet">{say('saved.none')}</p>}
      <ul className="saved-list">
        {saved.map((one) => (
          <SavedRow
            key={one.id}
            {...props}
            saved={one}
            onRemove={() => setRemoved({ name: one.name, restore: remove(one.id) })}
          />
        ))}
      </ul>
    </Window>
  )
}

/** Views this device keeps, each with its figure now and what changed since somebody last looked. */
const Saved = (props: Props) => (
  <SavedTexts>
    <Shelf {...props} />
  </SavedTexts>
)
export default Saved
