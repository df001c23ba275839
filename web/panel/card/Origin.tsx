import type { Origin as Kind } from '../../../data/model/record.ts'
import { useText } from '../../text/useText.ts'

/** Which of the three kinds of data this is; sample data wear a dashed edge wherever they stand. */
export const Origin = ({ origin }: { readonly origin: Kind }) => {
  const { say } = useText()
  return <span className={`badge badge-${origin}`}>{say(`card.origin.${origin}`)}</span>
}
