import { useState } from 'react'
import type { ImportRow, RowChange, RowChanged } from '../../data/model/importing.ts'
import { useText } from '../text/useText.ts'
import { Cells } from './Cells.tsx'
import { Meant } from './Meant.tsx'

export type Mend = (change: RowChange & { readonly row: number }, onDone?: (changed: RowChanged) => void) => void
type Props = {
  readonly row: ImportRow
  readonly columns: readonly string[]
  /** The column that names the activity. */
  readonly titled: string | undefined
  readonly isPending: boolean
  readonly onMend: Mend
}

const Findings = ({ row: { row, findings }, isPending, onMend }: Omit<Props, 'columns' | 'titled'>) => {
  const { language } = useText()
  if (findings.length === 0) return null
  return (
    <ul className="import-findings">
      {findings.map(({ field, name, severity, words, remedies }) => (
        <li key={`${field} ${name} ${words.id}`} data-severity={severity}>
          <p>{words[language]}</p>
          {remedies.length > 0 && (
            <p className="import-ways">
              {remedies.map((remedy) => (
                <button
                  key={JSON.stringify(remedy.given)}
                  type="button"
                  className="button-quiet"
                  disabled={isPending}
                  onClick={() => onMend({ row, given: remedy.given })}
                >
                  {remedy.words[language]}
                </button>
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

const Ways = ({
  row: { row, state },
  isPending,
  onMend,
  isOpen,
  onOpen,
}: Omit<Props, 'columns' | 'titled'> & Opening) => {
  const { say } = useText()
  const isLeft = state === 'left'
  return (
    <span className="import-ways">
      <button
        type="button"
        className="button-quiet"
        aria-expanded={isOpen}
        aria-label={say('import.row.fixOf', { row })}
        onClick={onOpen}
      >
        {say('import.row.fix')}
      </button>
      <button
        type="button"
        className="button-quiet"
        disabled={isPending}
        aria-label={say(isLeft ? 'import.row.backOf' : 'import.row.leaveOf', { row })}
        onClick={() => onMend({ row, state: isLeft ? 'open' : 'left' })}
      >
        {say(isLeft ? 'import.row.back' : 'import.row.leave')}
      </button>
    </span>
  )
}
type Opening = { readonly isOpen: boolean; readonly onOpen: () => void }

/** One row with what it would become, what is to be said of it and what can be done. */
export const Row = ({ row: line, columns, titled, isPending, onMend }: Props) => {
  const { say } = useText()
  const [isOpen, setOpen] = useState(false)
  const { row, activity, given, state, updates, joins, twins, record } = line
  const written = [...(titled === undefined ? [] : [titled]), ...columns].map((column) => given[column])
  const title = activity?.title ?? written.find(Boolean) ?? ''
  const notes = [
    updates && say('import.row.updates'),
    joins !== null && say('import.row.joins', { row: joins }),
    twins[0] && say('import.row.twin', { title: twins[0].title, more: twins.length - 1 }),
  ].filter(Boolean)
  const shared = { row: line, isPending, onMend }
  return (
    <li className="import-row" data-state={state}>
      <div className="import-row-head">
        <h3>
          <span className="import-row-number">{say('import.row.number', { row })}</span> {title}
        </h3>
        {state !== 'done' && <Ways {...shared} isOpen={isOpen} onOpen={() => setOpen(!isOpen)} />}
        {record && (
          <a className="link" href={`/?edit=${record}`}>
            {say('import.row.record')}
          </a>
        )}
      </div>
      {notes.length > 0 && <p className="page-about">{notes.join(' · ')}</p>}
      <Meant row={line} />
      <Findings {...shared} />
      {isOpen && (
        <Cells
          row={line}
          columns={columns}
          isPending={isPending}
          onSave={(own) => onMend({ row, given: own }, () => setOpen(false))}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  )
}
