import { SENSITIVITIES } from '../../../data/model/activity.ts'
import { VISIBILITIES } from '../../../data/model/record.ts'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { Consent } from './Consent.tsx'
import { Remarks, remarksId } from './Remarks.tsx'

/** Who may see it; places that could be harmed by being known ask for a consent that is on record. */
export const Sharing = () => {
  const { say } = useText()
  const { form, fields } = useEditing().marking
  return (
    <>
      <fieldset className="edit-field" aria-describedby={remarksId('visibility')}>
        <legend>{say('edit.visibility')}</legend>
        <div className="edit-options">
          {VISIBILITIES.map((visibility) => (
            <label key={visibility}>
              <input type="radio" value={visibility} {...form.register('visibility')} />
              <span>
                <strong>{say(`record.visibility.${visibility}`)}</strong>
                <span className="edit-hint">{say(`edit.visibility.${visibility}`)}</span>
              </span>
            </label>
          ))}
        </div>
        <Remarks field="visibility" />
      </fieldset>
      <fieldset className="edit-field" aria-describedby={remarksId('sensitive')}>
        <legend>{say('edit.sensitive')}</legend>
        <div className="edit-options">
          {(['', ...SENSITIVITIES] as const).map((kind) => (
            <label key={kind}>
              <input type="radio" value={kind} {...form.register('sensitive')} />
              <span>{say(kind === '' ? 'edit.sensitive.none' : `edit.sensitive.${kind}`)}</span>
            </label>
          ))}
        </div>
        {fields.sensitive !== '' && <Consent />}
        <Remarks field="sensitive" isAlone />
      </fieldset>
    </>
  )
}
