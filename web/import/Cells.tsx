import { type FormEvent, useId } from 'react'
import { IMPORT_FIELDS, type ImportField, type ImportRow } from '../../data/model/importing.ts'
import { useText } from '../text/useText.ts'

type Props = {
  readonly row: ImportRow
  readonly columns: readonly string[]
  readonly isPending: boolean
  readonly onSave: (given: Readonly<Record<string, string>>) => void
  readonly onClose: () => void
}

const FIELD_OF: { readonly [field: string]: ImportField } = {
  'period.start': 'start',
  'period.end': 'end',
  'source.date': 'sourceDate',
  'source.url': 'sourceUrl',
  sites: 'code',
}

const fieldOf = (field: string): ImportField | null =>
  FIELD_OF[field] ?? IMPORT_FIELDS.find((one) => one === field) ?? null

/** Fields that no column fills and that somebody must write all the same. */
const missingIn = ({ findings }: ImportRow): readonly ImportField[] => [
  ...new Set(
    findings.flatMap(({ column, field, severity }) => {
      const own = column === null && severity === 'error' ? fieldOf(field) : null
      return own ? [own] : []
    }),
  ),
]

/** The cells as the file has them, to be put right on the spot; only what was changed is sent. */
export const Cells = ({ row, columns, isPending, onSave, onClose }: Props) => {
  const { say } = useText()
  const id = useId()
  const doubted = new Set(row.findings.map(({ column }) => column))
  const fields = [
    ...columns.map((column) => ({ name: column, label: column })),
    ...missingIn(row).map((field) => ({ name: `@${field}`, label: say(`import.field.${field}`) })),
  ]
  const first = Math.max(
    0,
    fields.findIndex(({ name }) => doubted.has(name)),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const changed = fields.flatMap(({ name }, at) => {
      const value = String(form.get(`cell-${at}`) ?? '')
      return value === (row.given[name] ?? '') ? [] : [[name, value] as const]
    })
    if (changed.length === 0) onClose()
    else onSave(Object.fromEntries(changed))
  }
  return (
    <form
      className="import-cells"
      aria-label={say('import.row.fixOf', { row: row.row })}
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      {fields.map(({ name, label }, at) => (
        <label key={name} htmlFor={`${id}-${at}`}>
          {label}
          <input
            id={`${id}-${at}`}
            name={`cell-${at}`}
            defaultValue={row.given[name] ?? ''}
            aria-invalid={doubted.has(name) || name.startsWith('@') || undefined}
            // biome-ignore lint/a11y/noAutofocus: somebody just asked to mend this row
            autoFocus={at === first}
          />
        </label>
      ))}
      <p className="import-ways">
        <button type="submit" className="button-main" disabled={isPending}>
          {say('import.row.save')}
        </button>
        <button type="button" className="button-quiet" onClick={onClose}>
          {say('import.row.close')}
        </button>
      </p>
    </form>
  )
}
