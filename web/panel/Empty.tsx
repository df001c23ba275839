import { useText } from '../text/useText.ts'
import { named } from './named.ts'
import type { PartProps } from './props.ts'

/** What would be here, where nobody has recorded a target or an activity of the theme. */
export const Empty = ({ view, context, coverage }: PartProps) => {
  const text = useText()
  if (!coverage || coverage.denominator === 0) return null
  if (coverage.counts.no_target + coverage.counts.unreported < coverage.denominator) return null
  return <p className="empty">{text.say('panel.empty', named(view, context, text))}</p>
}
