import type { MemberFeature } from '../../data/model/work.ts'
import { useText } from '../text/useText.ts'

type Props = { readonly chosen: MemberFeature['properties']; readonly onClose: () => void }

const yearsOf = ({ start, end }: MemberFeature['properties']['period']): string => {
  const [from, to] = [start.slice(0, 4), end?.slice(0, 4)]
  return from === to ? from : `${from}–${to ?? ''}`
}

/** One activity that the public map does not have: what it is, how far it has come, who may see it. */
export const Chosen = ({ chosen, onClose }: Props) => {
  const { say } = useText()
  const { id, title, keeper, period, status, verification, visibility, isOwn, place } = chosen
  return (
    <section className="member-chosen" aria-label={say('members.title')}>
      <header>
        <p className="member-kind">{say('members.title')}</p>
        <button type="button" className="member-close" aria-label={say('members.close')} onClick={onClose}>
          ×
        </button>
      </header>
      <h2>{title}</h2>
      <p>{[keeper, yearsOf(period), say(`panel.status.${status}`)].filter(Boolean).join(' · ')}</p>
      <p>
        {verification === 'archived' ? '' : `${say(`members.${verification}`)} · `}
        {say(`members.${visibility}`)}
      </p>
      {place !== null && <p className="member-note">{say('members.place', { place })}</p>}
      <p className="member-note">{say('members.uncounted')}</p>
      {isOwn && (
        <a className="link" href={`/?edit=${encodeURIComponent(id)}`}>
          {say('members.open')}
        </a>
      )}
    </section>
  )
}
