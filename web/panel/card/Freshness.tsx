import { useText } from '../../text/useText.ts'

/** A quarter is fresh; within a year it is ageing; then old. */
const ageOf = (days: number): 'fresh' | 'ageing' | 'old' => (days <= 90 ? 'fresh' : days <= 365 ? 'ageing' : 'old')

/** A dot and the days since somebody last stood by it. */
export const Freshness = ({ words, days }: { readonly words: string; readonly days: number }) => {
  const { say } = useText()
  return (
    <span className="freshness" data-age={ageOf(days)}>
      <span className="freshness-words">{words}</span> · <span className="quiet">{say('card.days', { days })}</span>
    </span>
  )
}
