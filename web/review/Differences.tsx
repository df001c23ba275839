import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { RecordBase, Return } from '../../data/model/record.ts'
import { useText } from '../text/useText.ts'
import { useFieldNames } from '../work/useFieldNames.ts'
import { differencesOf } from './difference.ts'
import { useShown } from './useShown.ts'

type Props = {
  readonly before: RecordBase | null
  readonly now: RecordBase
  readonly isReturning: boolean
  readonly isPending: boolean
  readonly onReturn: (returned: Return) => void
  readonly onCancel: () => void
}

const returnOf = (form: FormData): Return | null => {
  const note = String(form.get('note') ?? '').trim()
  const fields = [...form].flatMap(([name, value]) => {
    const [, field] = /^reason:(.+)$/.exec(name) ?? []
    const reason = String(value).trim()
    return field && reason ? [{ field, reason }] : []
  })
  return note || fields.length > 0 ? { fields, ...(note ? { note } : {}) } : null
}

/** Field by field what is new, with room for a reason where it is to be returned. */
export const Differences = ({ before, now, isReturning, isPending, onReturn, onCancel }: Props) => {
  const { say } = useText()
  const nameOf = useFieldNames()
  const [isEmpty, setEmpty] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const differences = differencesOf(before, now)
  // Whoever pressed R goes on writing.
  useEffect(() => {
    if (isReturning) form.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [isReturning])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const returned = returnOf(new FormData(event.currentTarget))
    setEmpty(returned === null)
    if (returned) onReturn(returned)
  }
  const textOf = useShown()
  const shown = (field: string, value: unknown) =>
    textOf(field, value) || <em className="quiet">{say('review.empty')}</em>
  return (
    <form ref={form} className="review-fields" onSubmit={submit}>
      <h3>{say(isReturning ? 'review.return.title' : before ? 'review.changed' : 'review.new')}</h3>
      {differences.length === 0 && <p>{say('review.unchanged')}</p>}
      {isReturning && <p className="page-about">{say('review.return.about')}</p>}
      <dl>
        {differences.map(({ field, before: was, now: is }) => (
          <div key={field}>
            <dt>{nameOf(field)}</dt>
            {before && (
              <dd className="review-was">
                <span className="unseen">{say('review.before')}: </span>
                {shown(field, was)}
              </dd>
            )}
            <dd>
              <span className="unseen">{say('review.now')}: </span>
              {shown(field, is)}
              {isReturning && (
                <input
                  type="text"
                  name={`reason:${field}`}
                  maxLength={500}
                  aria-label={say('review.return.reasonOf', { field: nameOf(field) })}
                  placeholder={say('review.return.reasonOf', { field: nameOf(field) })}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {isReturning && (
        <div className="review-return">
          <label>
            {say('review.return.note')}
            <textarea name="note" rows={2} maxLength={1000} />
          </label>
          {isEmpty && (
            <p className="form-refused" role="alert">
              {say('review.return.needed')}
            </p>
          )}
          <div className="review-steps">
            <button type="submit" className="button-main" disabled={isPending}>
              {say('review.return.send')}
            </button>
            <button type="button" className="button-quiet" onClick={onCancel}>
              {say('review.return.cancel')}
            </button>
          </div>
        </div>
      )}
    </form>
  )
}
