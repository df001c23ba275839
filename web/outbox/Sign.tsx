import { CloudOff, CloudUpload } from 'lucide-react'
import { useConnection } from '../live/live.ts'
import { useText } from '../text/useText.ts'
import { useOutboxNews } from './news.ts'

type Props = {
  /** The language of the address, so that the list opens in it. */
  readonly isEnglish: boolean
}

/** In the bar: that the server is out of reach, and what waits on this device. Nothing while all is well. */
export const OutboxSign = ({ isEnglish }: Props) => {
  const { say, count } = useText()
  const { waiting, questions } = useOutboxNews()
  const isCut = useConnection() === 'cut'
  if (waiting + questions === 0 && !isCut) return null
  const words =
    questions > 0
      ? say('shell.outbox.questions', { count: questions })
      : waiting > 0
        ? say('shell.outbox.waiting', { count: waiting })
        : say('shell.outbox.cut')
  const Icon = isCut ? CloudOff : CloudUpload
  return (
    <a className="outbox-sign" href={isEnglish ? '/work?lang=en' : '/work'} title={words} data-asks={questions > 0}>
      <Icon aria-hidden="true" />
      <span className="outbox-sign-words">{words}</span>
      {waiting + questions > 0 && <b aria-hidden="true">{count(questions || waiting)}</b>}
    </a>
  )
}
