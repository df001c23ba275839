import { useText } from '../text/useText.ts'
import { useEditing } from './editing.ts'
import { Outcome } from './saving/Outcome.tsx'
import type { Sent } from './send.ts'
import type { Kept } from './useKept.ts'

type Props = {
  readonly kept: Kept
  /** When the draft that is gone on with was kept. */
  readonly resumed: string | null
  readonly sent: Sent | null
  readonly onForget: () => void
  readonly onAfresh: () => void
}

/** What whoever marks should know before the form: an older draft, a return, a save that did not arrive. */
export const Notices = ({ kept, resumed, sent, onForget, onAfresh }: Props) => {
  const { say, language } = useText()
  const { map, marking } = useEditing()
  const note = marking.draft.base?.record.returned?.note
  const at = (iso: string) =>
    new Date(iso).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      {sent && <Outcome sent={sent} onForget={onForget} />}
      {note && (
        <p className="edit-notice">
          <strong>{say('edit.returned')}</strong> {note}
        </p>
      )}
      {resumed && (
        <p className="edit-notice">
          {say('edit.resumed', { time: at(resumed) })}{' '}
          <button type="button" className="link" onClick={onAfresh}>
            {say('edit.afresh')}
          </button>
        </p>
      )}
      {kept === 'failed' && <p className="edit-notice">{say('edit.unkept')}</p>}
      {!map && <p className="edit-notice">{say('edit.noMap')}</p>}
    </>
  )
}
