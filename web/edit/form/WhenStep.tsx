import { ACTIVITY_STATUSES } from '../../../data/model/activity.ts'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { Remarks } from './Remarks.tsx'
import { TextField } from './TextField.tsx'

const pad = (year: number, day: string): string => `${year}-${day}`

/** When it begins and ends, and how it stands. Whole years are one tap. */
export const WhenStep = () => {
  const { say } = useText()
  const { form, fields } = useEditing().marking
  const thisYear = new Date().getFullYear()
  const setSpan = (start: string, end: string) => {
    form.setValue('start', start, { shouldDirty: true })
    form.setValue('end', end, { shouldDirty: true })
  }
  return (
    <>
      <fieldset className="edit-field">
        <legend>{say('edit.period')}</legend>
        <div className="edit-row">
          {[thisYear - 1, thisYear, thisYear + 1].map((year) => {
            const [start, end] = [pad(year, '01-01'), pad(year, '12-31')]
            return (
              <button
                key={year}
                type="button"
                className="button-quiet"
                aria-pressed={fields.start === start && fields.end === end}
                onClick={() => setSpan(start, end)}
              >
                {say('edit.period.whole', { year: `${year}` })}
              </button>
            )
          })}
        </div>
        <div className="edit-pair">
          <TextField name="start" field="period.start" label={say('edit.period.start')} type="date" required />
          <TextField
            name="end"
            field="period.end"
            label={say('edit.period.end')}
            type="date"
            understood={fields.start !== '' && fields.end === '' && say('edit.period.open')}
          />
        </div>
        <Remarks field="period" isAlone />
      </fieldset>
      <fieldset className="edit-field">
        <legend>{say('edit.status')}</legend>
        <div className="edit-choices">
          {ACTIVITY_STATUSES.map((status) => (
            <label key={status}>
              <input type="radio" value={status} {...form.register('status')} />
              <span>{say(`panel.status.${status}`)}</span>
            </label>
          ))}
        </div>
        <Remarks field="status" />
      </fieldset>
    </>
  )
}
