import { useId, useRef, useState } from 'react'
import { useText } from '../text/useText.ts'

/** A secret that is shown once, with the way to take it along. */
export const Copy = ({ label, value }: { readonly label: string; readonly value: string }) => {
  const { say } = useText()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    field.current?.select()
    navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="copy">
        <input id={id} ref={field} readOnly value={value} onFocus={(event) => event.target.select()} />
        <button type="button" className="button-quiet" onClick={copy}>
          {say(isCopied ? 'people.copied' : 'people.copy')}
        </button>
      </div>
    </div>
  )
}
