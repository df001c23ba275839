import { CloudUpload } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useKeptHere } from '../../outbox/useKeptHere.ts'
import { useText } from '../../text/useText.ts'

type Props = {
  /** Id of the activity. */
  readonly id: string
  readonly submit: boolean
  readonly onAnother: () => void
  readonly onClose: () => void
}

/** The server is out of reach: the activity lies safely on this device and goes out by itself. */
export const Waits = ({ id, submit, onAnother, onClose }: Props) => {
  const { say } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const here = useKeptHere()
  const kept = here?.drafts.find(([place]) => place === id)?.[1]
  const state = here && !kept ? 'gone' : kept?.waiting?.question ? 'asks' : submit ? 'submit' : 'draft'
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
