import type { ProfileAnswer } from '../../data/model/profile.ts'
import { useText } from '../text/useText.ts'

const yearsOf = (start: string, end: string | null, open: string): string => {
  const [from, to] = [start.slice(0, 4), end?.slice(0, 4) ?? open]
  return from === to ? from : `${from}-${to}`
}

/** The activities of a profile, newest first. */
export const Activities = ({ activities }: Pick<ProfileAnswer, 'activities'>) => {
  const { say, count } = useText()
  if (activities.length === 0) return <p>{say('profile.activities.none')}</p>
  return (
    <table className="members">
      <thead>
        <tr>
          <th scope="col">{say('profile.column.title')}</th>
          <th scope="col">{say('profile.column.period')}</th>
          <th scope="col">{say('profile.column.status')}</th>
          <th scope="col">{say('profile.column.villages')}</th>
          <th scope="col">{say('profile.column.confirmed')}</th>
        </tr>
      </thead>
      <tbody>
        {activities.map(({ id, title, start, end, status, villages, freshnessDays }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td data-label={say('profile.column.period')}>{yearsOf(start, end, say('profile.open'))}</td>
            <td data-label={say('profile.column.status')}>{say(`profile.status.${status}`)}</td>
            <td data-label={say('profile.column.villages')}>{count(villages)}</td>
            <td data-label={say('profile.column.confirmed')}>{say('profile.days', { count: freshnessDays })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
