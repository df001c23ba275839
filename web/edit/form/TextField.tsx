import { type ComponentProps, type ReactNode, useId } from 'react'
import { useEditing } from '../editing.ts'
import type { Fields } from '../fields.ts'
import { Remarks, remarksId, useInvalid } from './Remarks.tsx'

type TextName = { [N in keyof Fields]: Fields[N] extends string ? N : never }[keyof Fields]

type Props = {
  readonly name: TextName
  /** As the record names it; remarks are told under this name. */
  readonly field: string
  readonly label: string
  readonly hint?: string
  /** How what was typed was understood. */
  readonly understood?: ReactNode
  readonly lines?: number
} & Pick<
  ComponentProps<'input'>,
  'type' | 'inputMode' | 'autoComplete' | 'placeholder' | 'maxLength' | 'max' | 'required'
>

/** A named field of text with what helps to fill it and what is to be said about it. */
export const TextField = ({ name, field, label, hint, understood, lines, ...input }: Props) => {
  const id = useId()
  const { form } = useEditing().marking
  const isInvalid = useInvalid(field)
  const described = [hint ? `${id}-hint` : '', understood ? `${id}-understood` : '', remarksId(field)]
  const common = {
    id,
    ...form.register(name),
    'aria-invalid': isInvalid,
    'aria-describedby': described.filter(Boolean).join(' '),
  }
  return (
    <div className="edit-field">
      <label htmlFor={id}>{label}</label>
      {lines ? <textarea {...common} rows={lines} maxLength={input.maxLength} /> : <input {...common} {...input} />}
      {understood && (
        <output id={`${id}-understood`} className="edit-understood">
          {understood}
        </output>
      )}
      {hint && (
        <p id={`${id}-hint`} className="edit-hint">
          {hint}
        </p>
      )}
      <Remarks field={field} />
    </div>
  )
}
