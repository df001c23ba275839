import { type FormEvent, useState } from 'react'
import type { ImportRow } from '../../data/model/importing.ts'
import { useText } from '../text/useText.ts'
import type { ImportChanges } from './queries.ts'

type Props = {
  readonly row: ImportRow
  readonly columns: readonly string[]
  readonly mend: ImportChanges['mend']
}

const Findings = ({ row: { row, findings }, mend }: Pick<Props, 'row' | 'mend'>) => {
  const { language } = useText()
  return (
    <ul className="import-findings">
      {findings.map(({ field, name, severity, words, remedies }) => (
        <li key={`${field} ${name}`} data-severity={severity}>
          {words[language]}
          {remedies.map((remedy) => (
            <button
              key={JSON.stringify(remedy.given)}
              type="button"
              className="button-quiet"
              disabled={mend.isPending}
              onClick={() => mend.mutate({ row, given: { ...remedy.given } })}
            >
              {remedy.words[language]}
            </button>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** The cells as the file has them, to be put right on the spot; only what was changed is sent. */
const Cells = ({ row: { row, given }, columns, mend, onDone }: Props & { readonly onDone: () => void }) => {
  const { say } = useText()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const changed = columns.flatMap((column, at) => {
      const value = String(form.get(`cell-${at}`) ?? '')
      return value === (given[column] ?? '') ? [] : [[column, value] as const]
    })
    if (changed.length === 0) return onDone()
    mend.mutate({ row, given: Object.fromEntries(changed) }, { onSuccess: onDone })
  }
  return (
    <form className="import-cells" onSubmit={submit}>
      {columns.map((column, at) => (
        <label key={column}>
          {column}
          <input name={`cell-${at}`} defaultValue={given[column] ?? ''} />
        </label>
      ))}
      <button type="submit" className="button-main" disabled={mend.isPending}>
        {say('import.row.save')}
      </button>
    </form>
  )
}

/** One row with what is to be said of it and what can be done. */
export const Row = ({ row: line, columns, mend }: Props) => {
  const { say } = useText()
  const [isOpen, setOpen] = useState(false)
  const { row, activity, given, state, updates, twins } = line
  const title = activity?.title ?? (columns.map((column) => given[column]).find(Boolean) || '')
  return (
    <li className="import-row" data-state={state}>
      <div className="import-row-head">
        <span>
          <strong>{say('import.row.number', { row })}</strong> {title}
          <small>
            {[
              updates && say('import.row.updates'),
              ...twins.map((twin) => say('import.row.twin', { title: twin.title })),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
        {state !== 'done' && (
          <span className="import-row-ways">
            <button
              type="button"
              className="button-quiet"
              aria-expanded={isOpen}
              aria-label={say('import.row.fixOf', { row })}
              onClick={() => setOpen(!isOpen)}
            >
              {say('import.row.fix')}
            </button>
            <button
              type="button"
              className="button-quiet"
              disabled={mend.isPending}
              aria-label={say(state === 'left' ? 'import.row.backOf' : 'import.row.leaveOf', { row })}
              onClick={() => mend.mutate({ row, state: state === 'left' ? 'used' : 'left' })}
            >
              {say(state === 'left' ? 'import.row.back' : 'import.row.leave')}
            </button>
          </span>
        )}
      </div>
      <Findings row={line} mend={mend} />
      {isOpen && <Cells row={line} columns={columns} mend={mend} onDone={() => setOpen(false)} />}
    </li>
  )
}
