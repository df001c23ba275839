import { useId, useState } from 'react'
import { useText } from '../text/useText.ts'
import { SNIPPETS, type Snippet, snippetsOf } from './snippets.ts'
import type { Making } from './state.ts'

const One = ({ name, value }: { readonly name: Snippet; readonly value: string }) => {
  const { say } = useText()
  const id = useId()
  const [copied, setCopied] = useState('')
  const copy = () => void navigator.clipboard?.writeText(value).then(() => setCopied(value))
  return (
    <div className="widget-snippet">
      <label htmlFor={id}>{say(`widget.snippet.${name}`)}</label>
      <textarea
        id={id}
        readOnly
        rows={name === 'oembed' ? 2 : 4}
        value={value}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className="button-quiet" onClick={copy}>
        {say(copied === value ? 'widget.copied' : 'widget.copy')}
      </button>
    </div>
  )
}

/** The four ways to take the widget along. */
export const Snippets = ({ making, title }: { readonly making: Making; readonly title: string }) => {
  const { say } = useText()
  const snippets = snippetsOf(making, location.origin, title)
  return (
    <section className="widget-snippets">
      <h2>{say('widget.snippets')}</h2>
      <p className="field-hint">{say('widget.contract')}</p>
      {SNIPPETS.map((name) => (
        <One key={name} name={name} value={snippets[name]} />
      ))}
    </section>
  )
}
