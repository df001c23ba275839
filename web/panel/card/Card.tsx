import { X } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Boundary } from '../../shell/Boundary.tsx'
import { useText } from '../../text/useText.ts'
import type { CardProps } from '../props.ts'
import { Trouble } from '../Trouble.tsx'
import { usePlace, useRecord } from './queries.ts'
import { Skeleton } from './Skeleton.tsx'

/** What a card is made of; the first screen has none. */
export const fetchCards = () => import('./cards.ts')
const PlaceCard = lazy(() => fetchCards().then((part) => ({ default: part.PlaceCard })))
const RecordCard = lazy(() => fetchCards().then((part) => ({ default: part.RecordCard })))

type Asked<Answer> = {
  readonly data: Answer | undefined
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}

/** The answer, its absence with the remedy, or the room it will take. */
const show = <Answer,>({ data, error, refetch }: Asked<Answer>, render: (answer: Answer) => ReactNode): ReactNode => {
  if (data) return render(data)
  return error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton />
}

const Place = ({ id, ...props }: CardProps & { readonly id: string }) =>
  show(usePlace(id), (place) => <PlaceCard key={id} {...props} place={place} />)

type RecordProps = CardProps & { readonly kind: Parameters<typeof useRecord>[0]; readonly id: string }

const Chosen = ({ kind, id, ...props }: RecordProps) =>
  show(useRecord(kind, id), (answer) => <RecordCard key={`${kind} ${id}`} {...props} answer={answer} />)

/** Everything known of what is selected, beside the map. */
export const Card = (props: CardProps) => {
  const { say } = useText()
  const { changeView } = props
  const { selection } = props.view

  useEffect(() => {
    if (!selection) return
    // On its way together with the answer it shows.
    void fetchCards()
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.target instanceof HTMLInputElement) return
      if (document.querySelector('[role="dialog"], [role="listbox"]')) return
      changeView((view) => ({ ...view, selection: null }))
    }
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [selection, changeView])

  if (!selection) return null
  const { kind, id } = selection
  return (
    <aside className="card" aria-label={say('card.name')}>
      <button
        type="button"
        className="card-close"
        aria-label={say('card.close')}
        onClick={() => changeView((view) => ({ ...view, selection: null }))}
      >
        <X aria-hidden="true" />
      </button>
      <Boundary key={`${kind} ${id}`} words={say('shell.sectionTrouble')} retry={say('shell.retry')}>
        <Suspense fallback={<Skeleton />}>
          {kind === 'place' ? <Place {...props} id={id} /> : <Chosen {...props} kind={kind} id={id} />}
        </Suspense>
      </Boundary>
    </aside>
  )
}
