import { type ComponentProps, useEffect, useId, useState } from 'react'
import { FIRST_DAY, LAST_DAY } from './draft.ts'

type Given = { readonly value: string; readonly onCommit: (value: string) => void }
type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur'> &
  Given & {
    /** Said above it; where it has none, `aria-label` names it. */
    readonly label?: string
  }

/** What is being typed: handed over once the hand leaves it, so that one word is one step to undo. */
const useTyped = ({ value, onCommit }: Given) => {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const commit = () => {
    if (typed !== value) onCommit(typed)
  }
  return {
    value: typed,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => setTyped(target.value),
    onBlur: commit,
    onKeyDown: (event: { readonly key: string; preventDefault(): void }) => {
      if (event.key === 'Enter') {
        event.preventDefault()
        commit()
      }
      if (event.key === 'Escape') setTyped(value)
    },
  }
}

/** A day is taken over as soon as it is one of our time; typing a year passes through the first centuries. */
const isWholeDay = (text: string): boolean => text >= FIRST_DAY && text <= LAST_DAY

export const Typed = ({ label, value, onCommit, ...input }: Props) => {
  const id = useId()
  const typing = useTyped({ value, onCommit })
  const onChange: typeof typing.onChange = (event) => {
    typing.onChange(event)
    if (input.type === 'date' && isWholeDay(event.target.value)) onCommit(event.target.value)
  }
  const field = <input {...input} {...typing} onChange={onChange} id={id} />
  if (label === undefined) return field
  return (
    <span className="plan-typed">
      <label htmlFor={id}>{label}</label>
      {field}
    </span>
  )
}

type LongProps = Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'onBlur'> & Given

/** The same for a line that may be too long for its cell. */
export const TypedLong = ({ value, onCommit, ...area }: LongProps) => (
  <textarea rows={2} {...area} {...useTyped({ value, onCommit })} />
)

type NumberProps = Omit<Props, 'value' | 'onCommit' | 'type'> & {
  readonly value: number | undefined
  readonly onCommit: (value: number | undefined) => void
}

/** The same for a number; an emptied field has none. */
export const TypedNumber = ({ value, onCommit, ...input }: NumberProps) => (
  <Typed
    {...input}
    type="number"
    inputMode="decimal"
    value={value === undefined ? '' : `${value}`}
    onCommit={(text) => {
      const number = text.trim() === '' ? undefined : Number(text)
      if (number === undefined || Number.isFinite(number)) onCommit(number)
    }}
  />
)
