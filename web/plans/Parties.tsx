import { X } from 'lucide-react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { ActionParty, PlanAction } from '../../data/model/plan.ts'
import { useText } from '../text/useText.ts'
import type { ActionChange } from './draft.ts'
import { Typed } from './Typed.tsx'
import type { Names } from './useNames.ts'

type Props = {
  readonly action: PlanAction
  readonly names: Names
  readonly context: ContextAnswer
  readonly onChange: (change: ActionChange) => void
}

const withRole = ({ id }: ActionParty, role: string): ActionParty => (role ? { id, role } : { id })

/** The organisations to choose from, as options. */
export const Organisations = ({ context, without = [] }: Pick<Props, 'context'> & { without?: readonly string[] }) =>
  context.organisations
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))

/** Who answers for an action and who helps, each with its role there. */
export const Parties = ({ action, names, context, onChange }: Props) => {
  const { say } = useText()
  const { responsible, supporting } = action
  const setRole = (id: string, role: string) =>
    onChange({ supporting: supporting.map((one) => (one.id === id ? withRole(one, role) : one)) })
  return (
    <fieldset className="plan-set">
      <legend>{say('plans.field.supporting')}</legend>
      {responsible && (
        <Typed
          label={`${say('plans.role')}: ${names.organisation(responsible.id)}`}
          maxLength={120}
          value={responsible.role ?? ''}
          onCommit={(role) => onChange({ responsible: withRole(responsible, role) })}
        />
      )}
      <ul>
        {supporting.map((one) => (
          <li key={one.id} className="plan-supporter">
            <Typed
              label={names.organisation(one.id)}
              maxLength={120}
              placeholder={say('plans.role')}
              value={one.role ?? ''}
              onCommit={(role) => setRole(one.id, role)}
            />
            <button
              type="button"
              className="button-quiet"
              aria-label={say('plans.drop', { name: names.organisation(one.id) })}
              onClick={() => onChange({ supporting: supporting.filter(({ id }) => id !== one.id) })}
            >
              <X aria-hidden="true" size={16} />
            </button>
          </li>
        ))}
      </ul>
      <select
        aria-label={say('plans.addParty')}
        value=""
        onChange={({ target }) => target.value && onChange({ supporting: [...supporting, { id: target.value }] })}
      >
        <option value="">{say('plans.addParty')}</option>
        <Organisations context={context} without={supporting.map(({ id }) => id)} />
      </select>
    </fieldset>
  )
}
