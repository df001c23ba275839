import { ChevronDown } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { Choice } from './Pick.tsx'
import { useOpening } from './useOpening.ts'

export type PickManyProps<Value extends string> = {
  readonly name: string
  readonly chosen: readonly Value[]
  readonly choices: readonly Choice<Value>[]
  readonly onChoose: (chosen: readonly Value[]) => void
  /** Said when no choice bears what was typed; without it there is no field to type in. */
  readonly none?: string
}

const fetchList = () => import('./PickManyList.tsx')
const PickManyList = lazy(fetchList)

/** A pick-list of which any number may be chosen; its list is fetched when somebody reaches for it. */
export const PickMany = <Value extends string>(props: PickManyProps<Value>) => {
  const { name, choices, onChoose } = props
  const { opened, handlers } = useOpening(fetchList)
  const closed = (
    <button type="button" className="pick pick-small" aria-label={name} aria-haspopup="dialog" {...handlers}>
      <span className="pick-value">{name}</span>
      <ChevronDown className="pick-icon" aria-hidden="true" />
    </button>
  )
  if (!opened) return closed
  const choose = (picked: readonly string[]) =>
    onChoose(choices.flatMap(({ value }) => (picked.includes(value) ? [value] : [])))
  return (
    <Suspense fallback={closed}>
      <PickManyList {...props} onChoose={choose} />
    </Suspense>
  )
}
