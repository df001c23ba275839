import { type ComponentProps, useId } from 'react'

type Props = ComponentProps<'input'> & { readonly label: string; readonly hint?: string }

/** A named input with what helps to fill it. */
export const Field = ({ label, hint, ...input }: Props) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} {...input} aria-describedby={hint ? `${id}-hint` : undefined} />
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
