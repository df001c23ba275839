import { signInAddress } from '../../page.ts'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import type { Kept } from '../useKept.ts'
import type { Saving } from '../useSaving.ts'

type Props = { readonly kept: Kept; readonly state: Saving['state']; readonly onSave: (submit: boolean) => void }

/** Keep it as a draft, or hand it in; whoever is not signed in keeps it on this device. */
export const Actions = ({ kept, state, onSave }: Props) => {
  const { say, language } = useText()
  const { isMember } = useEditing()
  const time = (iso: string) =>
    new Date(iso).toLocaleTimeString(language === 'id' ? 'id-ID' : 'en-GB', { hour: '2-digit', minute: '2-digit' })
  return (
    <>
      <p className="edit-kept">
        {kept && kept !== 'failed' ? say('edit.kept', { time: time(kept.at) }) : isMember ? '' : say('edit.local')}
      </p>
      {isMember ? (
        <>
          <button type="button" className="button-plain" disabled={state !== 'idle'} onClick={() => onSave(false)}>
            {say(state === 'draft' ? 'edit.sending' : 'edit.saveDraft')}
          </button>
          <button type="button" className="button-primary" disabled={state !== 'idle'} onClick={() => onSave(true)}>
            {say(state === 'submit' ? 'edit.sending' : 'edit.submit')}
          </button>
        </>
      ) : (
        <a className="button-primary" href={signInAddress(location)}>
          {say('edit.signInToSave')}
        </a>
      )}
    </>
  )
}
