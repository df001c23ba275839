import { findConsentText, presentConsent } from '../../../data/model/consent.ts'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { TextField } from './TextField.tsx'

/** Whose leave there is to show a sensitive place, to which wording, and since when there is none any more. */
export const Consent = () => {
  const { say, date, language } = useText()
  const { form, fields } = useEditing().marking
  const today = new Date().toLocaleDateString('sv')
  const { consentBy, consentDate, consentWording } = fields
  const wording = findConsentText('sensitive_site', Number(consentWording)) ?? presentConsent('sensitive_site')
  return (
    <>
      <p className="edit-hint">{say('edit.sensitive.about')}</p>
      <blockquote className="wording">{wording.words[language]}</blockquote>
      <div className="edit-options">
        <label>
          <input
            type="checkbox"
            checked={Boolean(consentWording)}
            onChange={({ target }) =>
              form.setValue('consentWording', target.checked ? `${wording.version}` : '', { shouldDirty: true })
            }
          />
          <span>{say('edit.consent.read', { version: `${wording.version}`, since: date(wording.since) })}</span>
        </label>
      </div>
      <TextField
        name="consentBy"
        field="sensitive.consent.by"
        label={say('edit.consent.by')}
        hint={say('edit.consent.by.hint')}
        maxLength={200}
      />
      <div className="edit-pair">
        <TextField
          name="consentDate"
          field="sensitive.consent.date"
          label={say('edit.consent.date')}
          type="date"
          max={today}
        />
        {consentBy && consentDate && (
          <TextField
            name="consentWithdrawn"
            field="sensitive.consent.withdrawn"
            label={say('edit.consent.withdrawn')}
            type="date"
            max={today}
          />
        )}
      </div>
    </>
  )
}
