import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { MOST_CHANGES, type ScenarioKind } from '../../data/model/scenario.ts'
import { useText } from '../text/useText.ts'
import { Form } from './Form.tsx'
import { changeScenario } from './shelf.ts'
import type { Thinking } from './useThinking.ts'
import { wordsOf } from './words.ts'

const OTHERS: readonly ScenarioKind[] = ['move', 'extend', 'drop', 'bind', 'unbind']

const List = ({ thinking }: { readonly thinking: Thinking }) => {
  const text = useText()
  const { say } = text
  const { shelf, draft, answer, names, setDraft } = thinking
  const { changes } = shelf.current
  // While a change is written the answer may be of another list.
  const effects = draft || answer?.changes.length !== changes.length ? [] : answer.changes
  return (
    <ol className="scenario-list">
      {changes.map((change, at) => {
        const effect = effects[at]
        const number = `${at + 1}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change has no name but its place in the list
          <li key={at} aria-current={draft?.at === at ? 'true' : undefined}>
            <span>
              {wordsOf(change, names, text)}
              {effect?.idle && <small>{say(`scenario.idle.${effect.idle}`)}</small>}
            </span>
            <button
              type="button"
              title={say('scenario.edit')}
              aria-label={say('scenario.edit.of', { number })}
              onClick={() => setDraft({ at, change })}
            >
              <Pencil aria-hidden="true" />
            </button>
            <button
              type="button"
              title={say('scenario.remove')}
              aria-label={say('scenario.remove.of', { number })}
              onClick={() => {
                setDraft(null)
                changeScenario({ changes: changes.toSpliced(at, 1) })
              }}
            >
              <Trash2 aria-hidden="true" />
            </button>
          </li>
        )
      })}
    </ol>
  )
}

/** What would be otherwise: the list, and the change that is being written. */
export const Changes = ({ thinking }: { readonly thinking: Thinking }) => {
  const { say, count } = useText()
  const { shelf, draft, begin } = thinking
  const heading = useRef<HTMLHeadingElement>(null)
  const lines = shelf.current.changes.length
  const isWriting = draft !== null
  const before = useRef({ lines, isWriting })
  // What had the focus is gone with the form or the line.
  useEffect(() => {
    const had = before.current
    before.current = { lines, isWriting }
    if (!isWriting && (had.isWriting || lines < had.lines)) heading.current?.focus({ preventScroll: true })
  }, [lines, isWriting])
  const { changes } = shelf.current
  const isFull = changes.length >= MOST_CHANGES
  return (
    <section className="scenario-changes" aria-labelledby="scenario-changes">
      <div className="scenario-head">
        <h2 id="scenario-changes" ref={heading} tabIndex={-1}>
          {say('scenario.changes')}
        </h2>
        {changes.length > 0 && !draft && (
          <button type="button" className="link" onClick={() => changeScenario({ name: '', changes: [] })}>
            {say('scenario.new')}
          </button>
        )}
      </div>
      {changes.length === 0 && !draft && <p className="page-about">{say('scenario.changes.none')}</p>}
      <List thinking={thinking} />
      {draft && <Form key={`${draft.at} ${draft.change.kind}`} thinking={thinking} />}
      {!draft && isFull && <p className="page-note">{say('scenario.full', { count: count(MOST_CHANGES) })}</p>}
      {!draft && !isFull && (
        <>
          <button type="button" className="button-main" onClick={() => begin('add')}>
            <Plus aria-hidden="true" />
            {say('scenario.add')}
          </button>
          <fieldset className="scenario-others">
            <legend className="unseen">{say('scenario.more')}</legend>
            {OTHERS.map((kind) => (
              <button key={kind} type="button" className="button-quiet" onClick={() => begin(kind)}>
                {say(`scenario.${kind}`)}
              </button>
            ))}
          </fieldset>
        </>
      )}
    </section>
  )
}
