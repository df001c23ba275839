import { type ComponentProps, useEffect, useId, useState } from 'react'

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur'> & {
  /** Said above it; where it has none, `aria-label` names it. */
  readonly label?: string
  readonly value: string
  readonly onCommit: (value: string) => void
}

/** An input that hands over what was typed once the hand leaves it, so that one word is one step to undo. */
export const Typed = ({ label, value, onCommit, ...input }: Props) => {
  const id = useId()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const commit = () => {
    if (typed !== value) onCommit(typed)
  }
  const field = (
    <input
      {...input}
      id={id}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') setTyped(value)
      }}
    />
  )
  if (label === undefined) return field
  return (
    <span className="plan-typed">
      <label htmlFor={id}>{label}</label>
      {field}
    </span>
  )
}

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
