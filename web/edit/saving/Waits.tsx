import { CloudUpload } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useOutboxNews } from '../../outbox/news.ts'
import { findDraft, type KeptDraft } from '../../outbox/store.ts'
import { useText } from '../../text/useText.ts'

type Props = {
  /** Id of the activity. */
  readonly id: string
  readonly submit: boolean
  readonly onAnother: () => void
  readonly onClose: () => void
}

/** What lies on this device of an activity; null once it went out, undefined until it is known. */
const useKeptDraft = (id: string): KeptDraft | null | undefined => {
  const { turn } = useOutboxNews()
  const [kept, setKept] = useState<KeptDraft | null>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: every turn may have sent it
  useEffect(() => {
    let isOver = false
    void findDraft(id).then((found) => isOver || setKept(found))
    return () => {
      isOver = true
    }
  }, [id, turn])
  return kept
}

/** The server is out of reach: the activity lies safely on this device and goes out by itself. */
export const Waits = ({ id, submit, onAnother, onClose }: Props) => {
  const { say } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const kept = useKeptDraft(id)
  const state = kept === null ? 'gone' : kept?.waiting?.question ? 'asks' : submit ? 'submit' : 'draft'
  return (
    <div className="edit-reward" role="status">
      <h3 ref={heading} tabIndex={-1}>
        <CloudUpload aria-hidden="true" />
        {say(`edit.waits.${state}`)}
      </h3>
      <p>{say(`edit.waits.${state}.about`)}</p>
      <div className="edit-row">
        <a className="button-primary" href="/work">
          {say('edit.waits.list')}
        </a>
        <button type="button" className="button-plain" onClick={onAnother}>
          {say('edit.reward.another')}
        </button>
        <button type="button" className="button-plain" onClick={onClose}>
          {say('edit.close')}
        </button>
      </div>
    </div>
  )
}
