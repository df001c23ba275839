import type { Activity } from '../../../data/model/activity.ts'
import { signInAddress } from '../../page.ts'
import { useText } from '../../text/useText.ts'
import type { Sent } from '../send.ts'
import { Merge } from './Merge.tsx'

type Props = { readonly sent: Sent; readonly onForget: () => void }

/** Somebody else was faster: what both wrote is brought together here, and saved by the next save. */
const Overtaken = ({ sent, onForget }: Props) => {
  const { say } = useText()
  if (sent.kind !== 'conflict') return null
  const { conflict } = sent
  const theirs = conflict?.record as Activity | null | undefined
  if (!conflict || !theirs) return <p>{sent.words}</p>
  return (
    <>
      <p>{conflict.by ? say('edit.conflict.by', { name: conflict.by }) : say('edit.conflict.someone')}</p>
      <Merge theirs={theirs} revision={conflict.current} onMerged={onForget} />
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
