import { useState } from 'react'
import type { ImportAnswer } from '../../data/model/importing.ts'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { Choices } from './Choices.tsx'
import { Detected } from './Detected.tsx'
import { type ImportChanges, useImport, useImportChanges } from './queries.ts'
import { Rows } from './Rows.tsx'

type PartProps = { readonly answer: ImportAnswer; readonly changes: ImportChanges }

const Working = ({ answer: { state, progress }, changes }: PartProps) => {
  const { say, count } = useText()
  return (
    <div className="import-working" role="status">
      <p>{say(`import.state.${state}`)}</p>
      {progress.of > 0 && (
        <>
          <progress value={progress.done} max={progress.of} aria-label={say(`import.state.${state}`)} />
          <p className="page-about">{say('import.progress', { done: count(progress.done), of: count(progress.of) })}</p>
        </>
      )}
      <button type="button" className="button-quiet" onClick={() => changes.remove.mutate()}>
        {say('import.cancel')}
      </button>
    </div>
  )
}

const Commit = ({ answer, changes: { commit, undo } }: PartProps) => {
  const { say, count } = useText()
  const [isSubmitted, setSubmitted] = useState(true)
  const { good } = answer.counts
  const done = commit.data
  return (
    <div className="import-commit">
      {good > 0 && (
        <>
          <button
            type="button"
            className="button-main"
            disabled={commit.isPending}
            onClick={() => commit.mutate(isSubmitted)}
          >
            {say(commit.isPending ? 'pages.busy' : 'import.commit', { count: good })}
          </button>
          <label className="line-choice">
            <input type="checkbox" checked={isSubmitted} onChange={(event) => setSubmitted(event.target.checked)} />
            {say('import.commit.submit')}
          </label>
        </>
      )}
      <Refused error={commit.error ?? undo.error} />
      {done && (
        <p role="status">
          {say('import.committed', { added: count(done.added), updated: count(done.updated), kept: count(done.kept) })}{' '}
          <a className="link" href="/work">
            {say('import.work')}
          </a>
        </p>
      )}
      {answer.operation && !undo.isSuccess && (
        <button
          type="button"
          className="button-quiet"
          disabled={undo.isPending}
          onClick={() => answer.operation && undo.mutate(answer.operation)}
        >
          {say('import.undo')}
        </button>
      )}
      {undo.data && <p role="status">{say('import.undone', { changed: count(undo.data.changed) })}</p>}
    </div>
  )
}

/** One file on its way onto the record. */
export const Wizard = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const { say, language } = useText()
  const { data: answer, error, dataUpdatedAt } = useImport(id)
  const changes = useImportChanges(id)
  if (changes.remove.isSuccess) onClose()
  if (!answer) return <Refused error={error} />
  const { state, fault, file } = answer
  const isWorking = state === 'reading' || state === 'committing'
  return (
    <>
      <section className="page-sheet page-wide">
        <button type="button" className="link" onClick={onClose}>
          {say('import.another')}
        </button>
        <h1>{file}</h1>
        {fault && (
          <p className="form-refused" role="alert">
            {fault[language]}
          </p>
        )}
        {isWorking && <Working answer={answer} changes={changes} />}
        {answer.detected && <Detected detected={answer.detected} />}
        <Refused error={changes.remove.error} />
      </section>
      {!isWorking && answer.columns.length > 0 && (
        <Choices key={JSON.stringify(answer.choices)} answer={answer} changes={changes} />
      )}
      {!isWorking && answer.detected && (
        <section className="page-sheet page-wide">
          <h2>{say('import.rows')}</h2>
          <Rows answer={answer} changes={changes} version={`${dataUpdatedAt}`} />
          <Commit answer={answer} changes={changes} />
          <button type="button" className="button-quiet" onClick={() => changes.remove.mutate()}>
            {say('import.remove')}
          </button>
        </section>
      )}
    </>
  )
}
