import { IMPORT_FIELDS, type ImportAnswer, type ImportChoices, type ImportField } from '../../data/model/importing.ts'
import { useText } from '../text/useText.ts'

type Props = {
  readonly columns: ImportAnswer['columns']
  readonly mapping: ImportChoices['mapping']
  readonly onMap: (column: string, field: ImportField | null) => void
}

/** Which column fills which field: as guessed, as last time, or as somebody says here. */
export const Columns = ({ columns, mapping, onMap }: Props) => {
  const { say } = useText()
  const fieldOf = ({ name, guess }: Props['columns'][number]) => (name in mapping ? mapping[name] : guess) ?? ''
  const skipped = columns.filter((column) => fieldOf(column) === '').length
  return (
    <details className="import-columns" open={skipped > 0}>
      <summary>
        {say('import.columns')}
        <small className="import-columns-count">
          {say('import.columns.mapped', { mapped: columns.length - skipped, skipped })}
        </small>
      </summary>
      <p className="page-about">{say('import.columns.about')}</p>
      <ul className="import-mapping">
        {columns.map((column) => (
          <li key={column.name} data-skipped={fieldOf(column) === ''}>
            <span>
              <strong>{column.name}</strong>
              {column.isRemembered && <em className="line-mark">{say('import.columns.remembered')}</em>}
              <small>{column.examples.slice(0, 3).join(' · ')}</small>
            </span>
            <select
              aria-label={say('import.columns.of', { name: column.name })}
              value={fieldOf(column)}
              onChange={({ target }) => onMap(column.name, (target.value || null) as ImportField | null)}
            >
              <option value="">{say('import.columns.skip')}</option>
              {IMPORT_FIELDS.map((field) => (
                <option key={field} value={field}>
                  {say(`import.field.${field}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </details>
  )
}
