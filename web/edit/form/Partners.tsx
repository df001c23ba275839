import { Plus, Trash2 } from 'lucide-react'
import { useFieldArray, useWatch } from 'react-hook-form'
import type { Role } from '../../../data/model/activity.ts'
import { ORGANISATION_KINDS } from '../../../data/model/organisation.ts'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { Remarks, remarksId, useInvalid } from './Remarks.tsx'

const ROLES: readonly Role[] = ['implementer', 'funder', 'support']

/** Who takes part and as what; whoever carries it out is who the map counts. */
export const Partners = () => {
  const { say } = useText()
  const { marking, context } = useEditing()
  const { control, register } = marking.form
  const { fields, append, remove } = useFieldArray({ control, name: 'organisations', keyName: 'key' })
  const now = useWatch({ control, name: 'organisations' })
  const isInvalid = useInvalid('organisations')
  const kinds = ORGANISATION_KINDS.filter((kind) => context.organisations.some((one) => one.kind === kind))
  const known = new Set(context.organisations.map(({ id }) => id))
  return (
    <fieldset className="edit-field" aria-describedby={remarksId('organisations')}>
      <legend>{say('edit.partners')}</legend>
      <ul className="edit-partners">
        {fields.map(({ key }, at) => (
          <li key={key}>
            <select
              aria-label={say('edit.partners.organisation', { n: at + 1 })}
              aria-invalid={isInvalid}
              {...register(`organisations.${at}.id`)}
            >
              <option value="">{say('edit.partners.choose')}</option>
              {/* One that only its members know of is not in the public list. */}
              {now[at]?.id && !known.has(now[at].id) && <option value={now[at].id}>{now[at].id}</option>}
              {kinds.map((kind) => (
                <optgroup key={kind} label={say(`record.organisation.${kind}`)}>
                  {context.organisations
                    .filter((one) => one.kind === kind)
                    .map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
            <select aria-label={say('edit.partners.role', { n: at + 1 })} {...register(`organisations.${at}.role`)}>
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {say(`record.relation.${role}`)}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="button-plain edit-icon"
              aria-label={say('edit.partners.remove', { n: at + 1 })}
              onClick={() => remove(at)}
            >
              <Trash2 aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button-quiet edit-add"
        onClick={() => append({ id: '', role: fields.length === 0 ? 'implementer' : 'support' })}
      >
        <Plus aria-hidden="true" />
        {say('edit.partners.add')}
      </button>
      <Remarks field="organisations" />
    </fieldset>
  )
}
