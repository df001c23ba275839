import { useId, useRef, useState } from 'react'
import type { TextKey } from '../text/index.ts'
import { useText } from '../text/useText.ts'

type Props = {
  readonly label: string
  readonly value: string
  /** What the button says, where the sentences of people are not at hand. */
  readonly words?: { readonly copy: TextKey; readonly copied: TextKey }
}

const OF_PEOPLE: NonNullable<Props['words']> = { copy: 'people.copy', copied: 'people.copied' }

/** Words to take along, with the button that copies them. */
export const Copy = ({ label, value, words = OF_PEOPLE }: Props) => {
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
          {say(isCopied ? words.copied : words.copy)}
        </button>
      </div>
    </div>
  )
}
