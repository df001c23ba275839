import { useText } from '../../text/useText.ts'

const SECTIONS = ['target', 'partners', 'history'] as const

/** Keeps the room of a card whose answer is on its way. */
export const Skeleton = () => {
  const { say } = useText()
  return (
    <div className="skeleton" role="status" aria-label={say('card.loading')}>
      <span className="skeleton-chip" />
      <span className="skeleton-title" />
      <span className="skeleton-line" />
      {SECTIONS.map((section) => (
        <div key={section} className="card-section">
          <span className="skeleton-line" />
          <span className="skeleton-line" />
          <span className="skeleton-line" />
        </div>
      ))}
    </div>
  )
}
