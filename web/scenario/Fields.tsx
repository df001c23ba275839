import { useId } from 'react'
import { useText } from '../text/useText.ts'
import { yearsOf } from './draft.ts'

export type Option = { readonly value: string; readonly label: string }

type SelectProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
}

/** A pick-list that says so while nothing is chosen. */
export const Select = ({ label, value, options, onChange }: SelectProps) => {
  const { say } = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{say('scenario.choose')}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}

type AmountProps = {
  readonly label: string
  readonly value: number | undefined
  readonly most: number
  readonly onChange: (value: number | undefined) => void
}

/** A whole number, or nothing. */
export const Amount = ({ label, value, most, onChange }: AmountProps) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={0}
        max={most}
        step={1}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : Math.trunc(Number(target.value)))}
      />
    </div>
  )
}

type Span = { readonly start: string; readonly end: string | null }
type YearsProps = {
  readonly period: Span
  readonly years: readonly [number, number]
  readonly onChange: (period: Span) => void
}

/** Some years beyond those on record: plans reach into the next. */
const AHEAD = 5

/** First and last year; the other follows where it would fall on the wrong side. */
export const Years = ({ period, years: [first, last], onChange }: YearsProps) => {
  const { say } = useText()
  const from = Number(period.start.slice(0, 4))
  const to = period.end === null ? last + AHEAD : Number(period.end.slice(0, 4))
  const options = Array.from({ length: last + AHEAD - first + 1 }, (_, at) => {
    const year = `${first + at}`
    return { value: year, label: year }
  })
  const set = (a: number, b: number) => onChange(yearsOf(a, b))
  return (
    <div className="scenario-pair">
      <Select
        label={say('scenario.from')}
        value={`${from}`}
        options={options}
        onChange={(year) => year && set(Number(year), Math.max(to, Number(year)))}
      />
      <Select
        label={say('scenario.to')}
        value={`${to}`}
        options={options}
        onChange={(year) => year && set(Math.min(from, Number(year)), Number(year))}
      />
    </div>
  )
}
