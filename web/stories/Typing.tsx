import { type ComponentProps, useEffect, useId, useRef, useState } from 'react'

type Props = Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'onBlur'> & {
  readonly label: string
  readonly hint?: string
  readonly value: string
  /** Once the hand leaves it, so that one text is one step to undo. */
  readonly onCommit: (value: string) => void
  /** Put in where the cursor was, each time another object is given. */
  readonly inserted?: { readonly text: string } | null
}

/** A text of several lines; Enter begins a new one. */
export const Typing = ({ label, hint, value, onCommit, inserted = null, ...area }: Props) => {
  const id = useId()
  const [typed, setTyped] = useState(value)
  const box = useRef<HTMLTextAreaElement>(null)
  const done = useRef<object | null>(null)
  const now = useRef({ typed, onCommit })
  now.current = { typed, onCommit }
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (!inserted || inserted === done.current || !box.current) return
    done.current = inserted
    const at = box.current.selectionStart
    const { typed: text } = now.current
    now.current.onCommit(`${text.slice(0, at)}${inserted.text}${text.slice(at)}`)
  }, [inserted])
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        {...area}
        ref={box}
        id={id}
        value={typed}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => {
          if (typed !== value) onCommit(typed)
        }}
      />
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
