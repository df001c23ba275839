import { useState } from 'react'
import type { Activity } from '../../../data/model/activity.ts'
import { signInAddress } from '../../page.ts'
import { useText } from '../../text/useText.ts'
import { draftOf } from '../draft.ts'
import { useEditing } from '../editing.ts'
import type { Sent } from '../send.ts'

type Props = { readonly sent: Sent; readonly onForget: () => void }

/** Somebody else was faster: what they made of it, and what to do with one's own. */
const Overtaken = ({ sent, onForget }: Props) => {
  const { say } = useText()
  const { marking } = useEditing()
  const [isKept, setKept] = useState(false)
  if (sent.kind !== 'conflict') return null
  const { conflict, words } = sent
  const theirs = conflict?.record as Activity | null | undefined
  return (
    <>
      <p>{words}</p>
      {conflict?.by && <p>{say('edit.conflict.by', { name: conflict.by })}</p>}
      {theirs && !isKept && (
        <div className="edit-row">
          <button
            type="button"
            className="button-quiet"
            onClick={() => {
              // Mine stands on theirs from now on: the next save replaces what they wrote, knowingly.
              marking.settle({ ...marking.draft, base: { record: theirs, revision: conflict?.current ?? 0 } })
              setKept(true)
            }}
          >
            {say('edit.conflict.mine')}
          </button>
          <button
            type="button"
            className="button-quiet"
            onClick={() => {
              marking.replace(draftOf(theirs, conflict?.current ?? 0))
              onForget()
            }}
          >
            {say('edit.conflict.theirs')}
          </button>
        </div>
      )}
      {isKept && <p>{say('edit.conflict.kept')}</p>}
    </>
  )
}

/** Why a save did not arrive, and what to do; nothing of it is lost. */
export const Outcome = ({ sent, onForget }: Props) => {
  const { say, language } = useText()
  if (sent.kind === 'accepted') return null
  return (
    <div className="edit-outcome" role="alert" data-kind={sent.kind}>
      {sent.kind === 'lost' && <p>{say('edit.sent.lost')}</p>}
      {sent.kind === 'signed_out' && (
        <p>
          {say('edit.sent.signedOut')}{' '}
          <a className="link" href={signInAddress(location)}>
            {say('edit.signIn')}
          </a>
        </p>
      )}
      {sent.kind === 'refused' && (
        <>
          <p>{sent.words}</p>
          {sent.findings.length > 1 && (
            <ul>
              {sent.findings.map(({ field, name, words }) => (
                <li key={`${field} ${name}`}>{words[language]}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {sent.kind === 'conflict' && <Overtaken sent={sent} onForget={onForget} />}
    </div>
  )
}
