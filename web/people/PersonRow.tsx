import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isModerating, type PersonSummary, ROLE_LABELS, ROLES } from '../../data/model/person.ts'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useText } from '../text/useText.ts'
import { Erase } from './Erase.tsx'
import { PEOPLE_KEY } from './keys.ts'
import { useMoment } from './useMoment.ts'

type Props = { readonly person: PersonSummary; readonly organisation: string; readonly isOwn: boolean }

/** One person with what an admin may change; nobody locks themselves out. */
export const PersonRow = ({ person, organisation, isOwn }: Props) => {
  const { id, name, email, role, hasTotp, isDisabled, lastSeen } = person
  const { say, language } = useText()
  const moment = useMoment()
  const client = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: (change: object) => send('PATCH', `/api/people/${id}`, change),
    onSettled: () => client.invalidateQueries({ queryKey: PEOPLE_KEY }),
  })
  // Whoever belongs to an organisation works for it; Sekber's own people moderate.
  const roles = ROLES.filter((one) => person.organisation !== null || isModerating(one))
  return (
    <tr data-disabled={isDisabled}>
      <th scope="row">
        {name}
        {isDisabled && <em className="line-mark">{say('people.disabled')}</em>}
        <small>{email}</small>
        <Refused error={error} />
      </th>
      <td data-label={say('people.table.role')}>
        <select
          aria-label={say('people.table.roleOf', { name })}
          value={role}
          disabled={isOwn || isPending}
          onChange={(event) => mutate({ role: event.target.value })}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {ROLE_LABELS[one][language]}
            </option>
          ))}
        </select>
      </td>
      <td data-label={say('people.table.organisation')}>{organisation}</td>
      <td data-label={say('people.table.totp')}>{say(hasTotp ? 'people.table.yes' : 'people.table.no')}</td>
      <td data-label={say('people.table.seen')}>{lastSeen ? moment(lastSeen) : say('people.table.never')}</td>
      <td>
        <div className="members-actions">
          {!isOwn && (
            <button
              type="button"
              className="button-quiet"
              disabled={isPending}
              aria-label={say(isDisabled ? 'people.enableOf' : 'people.disableOf', { name })}
              onClick={() => mutate({ isDisabled: !isDisabled })}
            >
              {say(isDisabled ? 'people.enable' : 'people.disable')}
            </button>
          )}
          {!isOwn && hasTotp && (
            <button
              type="button"
              className="button-quiet"
              disabled={isPending}
              aria-label={say('people.resetTotpOf', { name })}
              onClick={() => mutate({ resetTotp: true })}
            >
              {say('people.resetTotp')}
            </button>
          )}
          {!isOwn && <Erase person={person} organisation={organisation} />}
        </div>
      </td>
    </tr>
  )
}
