import { X } from 'lucide-react'
import { MOST_PARTIES, type ScenarioChange } from '../../data/model/scenario.ts'
import { organisationName } from '../panel/card/names.ts'
import { useText } from '../text/useText.ts'
import { Select } from './Fields.tsx'
import type { Thinking } from './useThinking.ts'

type Bind = Extract<ScenarioChange, { kind: 'bind' }>
type Props = {
  readonly change: Bind
  readonly thinking: Thinking
  readonly onChange: (change: Bind) => void
}

/** Who is bound by the agreement; those who overlap somewhere stand first. */
export const Parties = ({ change, thinking: { context, coverage }, onChange }: Props) => {
  const { say, language } = useText()
  const overlapping = new Set(
    coverage?.units.flatMap(({ verdict }) => (verdict.kind === 'overlap' ? verdict.organisations : [])),
  )
  const isFull = change.parties.length >= MOST_PARTIES
  const options = context.organisations
    .filter(({ id }) => !isFull && !change.parties.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort(
      (a, b) =>
        Number(overlapping.has(b.value)) - Number(overlapping.has(a.value)) || a.label.localeCompare(b.label, language),
    )
  return (
    <>
      <Select
        label={say('scenario.parties')}
        value=""
        options={options}
        onChange={(id) => id && onChange({ ...change, parties: [...change.parties, id] })}
      />
      <ul className="scenario-chips">
        {change.parties.map((id) => (
          <li key={id}>
            {organisationName(context, id)}
            <button
              type="button"
              aria-label={say('scenario.places.drop', { name: organisationName(context, id) })}
              onClick={() => onChange({ ...change, parties: change.parties.filter((one) => one !== id) })}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
