import { X } from 'lucide-react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { ORGANISATION_KINDS } from '../../data/model/organisation.ts'
import { organisationName } from '../panel/card/names.ts'
import { useText } from '../text/useText.ts'
import type { AgreementDraft } from './draft.ts'

type Props = {
  readonly parties: AgreementDraft['parties']
  readonly context: ContextAnswer
  readonly onChange: (parties: AgreementDraft['parties']) => void
}

/** Who is bound by it, each with the role it has there. */
export const Parties = ({ parties, context, onChange }: Props) => {
  const { say } = useText()
  const free = context.organisations.filter(({ id }) => !parties.some((party) => party.id === id))
  const set = (id: string, role: string) =>
    onChange(
      parties.map((party) => {
        if (party.id !== id) return party
        const { role: _, ...rest } = party
        return role ? { ...rest, role } : rest
      }),
    )
  return (
    <fieldset className="agreement-choose">
      <legend>{say('agreements.parties')}</legend>
      <ul>
        {parties.map(({ id, role }) => {
          const name = organisationName(context, id)
          return (
            <li key={id}>
              <strong>{name}</strong>
              <input
                aria-label={say('agreements.roleOf', { name })}
                placeholder={say('agreements.role')}
                value={role ?? ''}
                maxLength={120}
                onChange={({ target }) => set(id, target.value)}
              />
              <button
                type="button"
                className="button-quiet"
                aria-label={say('agreements.dropParty', { name })}
                onClick={() => onChange(parties.filter((party) => party.id !== id))}
              >
                <X aria-hidden="true" />
              </button>
            </li>
          )
        })}
      </ul>
      <select
        aria-label={say('agreements.addParty')}
        value=""
        onChange={({ target }) => target.value && onChange([...parties, { id: target.value }])}
      >
        <option value="">{say('agreements.addParty')}</option>
        {ORGANISATION_KINDS.map((kind) => (
          <optgroup key={kind} label={say(`agreements.organisation.${kind}`)}>
            {free
              .filter((one) => one.kind === kind)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </fieldset>
  )
}
