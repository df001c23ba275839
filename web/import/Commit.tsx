import { useState } from 'react'
import type { ImportAnswer } from '../../data/model/importing.ts'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import type { ImportChanges } from './queries.ts'

type Props = { readonly answer: ImportAnswer; readonly changes: ImportChanges }

/** What came of the last batch, and the way back. */
export const Outcome = ({ answer: { operation }, changes: { commit, undo } }: Props) => {
  const { say, count } = useText()
  const done = commit.data
  if (!operation) return null
  return (
    <section className="page-sheet page-wide import-outcome">
      {undo.data ? (
        <p role="status">{say('import.undone', { changed: count(undo.data.changed) })}</p>
      ) : (
        <>
          <p role="status">
            {done
              ? say('import.committed', {
                  added: count(done.added),
                  updated: count(done.updated),
                  kept: count(done.kept),
                })
              : say('import.committed.before')}
          </p>
          <p className="import-ways">
            <a className="button-quiet" href="/work">
              {say('import.work')}
            </a>
            <button
              type="button"
              className="button-quiet"
              disabled={undo.isPending}
              onClick={() => undo.mutate(operation)}
            >
              {say(undo.isPending ? 'pages.busy' : 'import.undo')}
            </button>
          </p>
        </>
      )}
      <Refused error={undo.error} />
    </section>
  )
}

/** Puts the good rows on record; always in sight while there are any. */
export const Commit = ({ answer: { counts }, changes: { commit, undo } }: Props) => {
  const { say, count } = useText()
  const [isSubmitted, setSubmitted] = useState(true)
  const others = counts.faulty + counts.asked
  if (counts.good === 0) return null
  const record = () => {
    undo.reset()
    commit.mutate(isSubmitted)
  }
  return (
    <div className="import-commit">
      <button type="button" className="button-main" disabled={commit.isPending} onClick={record}>
        {say(commit.isPending ? 'pages.busy' : 'import.commit', { count: counts.good })}
      </button>
      <label className="line-choice">
        <input type="checkbox" checked={isSubmitted} onChange={({ target }) => setSubmitted(target.checked)} />
        {say('import.commit.submit')}
      </label>
      {others > 0 && (
        <p className="page-about">{say('import.commit.others', { count: others, shown: count(others) })}</p>
      )}
      <Refused error={commit.error} />
    </div>
  )
}
