import { type FormEvent, useState } from 'react'
import { LONGEST_NAME, type Scenario } from '../../data/model/scenario.ts'
import { Copy } from '../pages/Copy.tsx'
import { useText } from '../text/useText.ts'
import { DEFAULT_VIEW, formatView } from '../view.ts'
import { fileOf, fragmentOf, scenarioInFile } from './link.ts'
import type { About } from './queries.ts'
import { changeScenario, forget, freeName, keep, type Shelf } from './shelf.ts'

const save = (name: string, text: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = `bentang-andai_${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

type KeptProps = {
  readonly kept: readonly Scenario[]
  readonly compared: string | null
  readonly onCompare: (name: string | null) => void
  readonly onOpen: (scenario: Scenario) => void
}

const Kept = ({ kept, compared, onCompare, onOpen }: KeptProps) => {
  const { say, count } = useText()
  return (
    <>
      <h3>{say('scenario.kept.list')}</h3>
      <ul className="lines">
        {kept.map((one) => (
          <li key={one.name}>
            <span>
              {one.name} <small>{say('scenario.shelf.count', { count: count(one.changes.length) })}</small>
            </span>
            <span className="scenario-acts">
              <button
                type="button"
                className="button-quiet"
                aria-label={say('scenario.open.of', { name: one.name })}
                onClick={() => onOpen(one)}
              >
                {say('scenario.open')}
              </button>
              <button
                type="button"
                className="button-quiet"
                aria-pressed={compared === one.name}
                aria-label={`${say('scenario.compare.with')} ${one.name}`}
                onClick={() => onCompare(compared === one.name ? null : one.name)}
              >
                {say('scenario.compare')}
              </button>
              <button
                type="button"
                className="button-quiet"
                aria-label={say('scenario.forget.of', { name: one.name })}
                onClick={() => {
                  if (compared === one.name) onCompare(null)
                  forget(one.name)
                }}
              >
                {say('scenario.forget')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

type Props = Omit<KeptProps, 'kept'> & {
  readonly about: About
  readonly shelf: Shelf
  readonly onDamaged: () => void
}

/** Keeping a scenario on this device, taking it along, opening another. */
export const ShelfPart = ({ about, shelf: { current, kept }, compared, onCompare, onOpen, onDamaged }: Props) => {
  const { say, language } = useText()
  const [told, setTold] = useState('')
  // The question and the language, and nothing else of this screen.
  const question = formatView({ ...DEFAULT_VIEW, ...about, language })
  const address = `${location.origin}${location.pathname}${question}${fragmentOf(current)}`
  const onKeep = (event: FormEvent) => {
    event.preventDefault()
    const name = current.name.trim() || freeName(say('scenario.unnamed'), kept)
    changeScenario({ name })
    keep({ ...current, name })
    setTold(say('scenario.kept', { name }))
  }
  const onFile = async (file: File | undefined) => {
    if (!file) return
    const found = scenarioInFile(await file.text())
    if (found) onOpen(found)
    else onDamaged()
  }
  return (
    <section className="scenario-shelf" aria-labelledby="scenario-shelf">
      <h2 id="scenario-shelf">{say('scenario.shelf')}</h2>
      {current.changes.length > 0 && (
        <>
          <form className="field" onSubmit={onKeep}>
            <label htmlFor="scenario-name">{say('scenario.name')}</label>
            <div className="copy">
              <input
                id="scenario-name"
                value={current.name}
                maxLength={LONGEST_NAME}
                onChange={({ target }) => changeScenario({ name: target.value })}
              />
              <button type="submit" className="button-quiet">
                {say('scenario.keep')}
              </button>
            </div>
          </form>
          <p className="page-about" role="status">
            {told}
          </p>
          <Copy key={address} label={say('scenario.link')} value={address} />
        </>
      )}
      <div className="scenario-acts">
        {current.changes.length > 0 && (
          <button
            type="button"
            className="button-quiet"
            onClick={() => save(current.name || say('scenario.unnamed'), fileOf(current))}
          >
            {say('scenario.download')}
          </button>
        )}
        <label className="button-quiet scenario-file">
          {say('scenario.file')}
          <input
            type="file"
            accept="application/json,.json"
            className="unseen"
            onChange={({ target }) => {
              void onFile(target.files?.[0])
              target.value = ''
            }}
          />
        </label>
      </div>
      {kept.length > 0 && <Kept kept={kept} compared={compared} onCompare={onCompare} onOpen={onOpen} />}
    </section>
  )
}
