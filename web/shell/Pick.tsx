import { ChevronDown } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { useOpening } from './useOpening.ts'

export type Choice<Value extends string> = { readonly value: Value; readonly label: string; readonly detail?: string }

export type PickProps<Value extends string> = {
  readonly name: string
  readonly value: Value
  readonly choices: readonly Choice<Value>[]
  readonly onPick: (value: Value) => void
  /** How the closed list looks: a word of the question, a small control, or a section's title. */
  readonly look: 'word' | 'control' | 'title'
  /** Stands in for the chosen label when the closed list must be shorter. */
  readonly shown?: ReactNode
}

const fetchList = () => import('./PickList.tsx')
const PickList = lazy(fetchList)

/** A pick-list of plain words; its list is fetched when somebody reaches for it. */
export const Pick = <Value extends string>(props: PickProps<Value>) => {
  const { name, value, choices, onPick, look, shown } = props
  const { opened, handlers } = useOpening(fetchList)
  const chosen = choices.find((choice) => choice.value === value)?.label ?? value
  const closed = (
    <button
      type="button"
      className={`pick pick-${look}`}
      role="combobox"
      aria-expanded={false}
      aria-label={name}
      aria-haspopup="listbox"
      {...handlers}
    >
      <span className="pick-value">{shown ?? chosen}</span>
      <span className="pick-icon" aria-hidden="true">
        <ChevronDown />
      </span>
    </button>
  )
  if (!opened) return closed
  const pick = (picked: string) => {
    const choice = choices.find((one) => one.value === picked)
    if (choice) onPick(choice.value)
  }
  return (
    <Suspense fallback={closed}>
      <PickList {...props} onPick={pick} />
    </Suspense>
  )
}
