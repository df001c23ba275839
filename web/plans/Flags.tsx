import { CircleDollarSign, Clock, UserX } from 'lucide-react'
import type { ActionFlag } from '../../data/model/plan_figures.ts'
import { useText } from '../text/useText.ts'

const SIGNS = { overdue: Clock, unfunded: CircleDollarSign, unowned: UserX } as const

/** What is wrong with an action, as sign and word. */
export const Flags = ({ flags }: { readonly flags: readonly ActionFlag[] }) => {
  const { say } = useText()
  if (flags.length === 0) return null
  return (
    <ul className="plan-flags">
      {flags.map((flag) => {
        const Sign = SIGNS[flag]
        return (
          <li key={flag} data-flag={flag}>
            <Sign aria-hidden="true" size={14} />
            {say(`plans.flag.${flag}`)}
          </li>
        )
      })}
    </ul>
  )
}
