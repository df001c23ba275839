import { useText } from '../text/useText.ts'
import type { RecordDesk } from './useRecordDesk.ts'

type Props = { readonly desk: Pick<RecordDesk<never>, 'told' | 'mergedWith' | 'changes'> }

/** What became of the last save. */
export const Told = ({ desk: { told, mergedWith, changes } }: Props) => {
  const { say } = useText()
  const words =
    told !== null
      ? say(`desk.${told}`)
      : mergedWith !== null
        ? say('desk.merged', { name: mergedWith || say('desk.somebody') })
        : say('desk.changes', { count: changes })
  return (
    <p role="status" className={mergedWith !== null && told === null ? 'page-note' : 'quiet'}>
      {words}
    </p>
  )
}
