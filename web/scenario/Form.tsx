import { useEffect, useRef } from 'react'
import { isPartner } from '../../data/model/organisation.ts'
import { MOST_IDR, MOST_PEOPLE, type ScenarioChange } from '../../data/model/scenario.ts'
import { useBoard } from '../agreements/queries.ts'
import { organisationName } from '../panel/card/names.ts'
import { useText } from '../text/useText.ts'
import { isWhole } from './draft.ts'
import { Amount, type Option, Select, Years } from './Fields.tsx'
import { Parties } from './Parties.tsx'
import { Places } from './Places.tsx'
import { useActivities } from './queries.ts'
import type { Thinking } from './useThinking.ts'

type Of<K extends ScenarioChange['kind']> = Extract<ScenarioChange, { kind: K }>
type PartProps<K extends ScenarioChange['kind']> = {
  readonly change: Of<K>
  readonly thinking: Thinking
  readonly onChange: (change: Of<K>) => void
}

/** The change with a figure, or without it where the field is empty. */
const stating = (change: Of<'add'>, name: 'budgetIdr' | 'beneficiaries', value: number | undefined): Of<'add'> => {
  const { [name]: _, ...others } = change
  return value === undefined ? others : { ...others, [name]: value }
}

const Added = ({ change, thinking, onChange }: PartProps<'add'>) => {
  const { say, language } = useText()
  const { context } = thinking
  const options: readonly Option[] = context.organisations
    .toSorted((a, b) => Number(isPartner(b.kind)) - Number(isPartner(a.kind)) || a.name.localeCompare(b.name, language))
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Select
        label={say('scenario.organisation')}
        value={change.organisation}
        options={options}
        onChange={(organisation) => onChange({ ...change, organisation })}
      />
      <Places {...thinking} places={change.places} onToggle={thinking.toggle} />
      <Select
        label={say('scenario.theme')}
        value={change.theme}
        options={context.themes.map(({ id, label }) => ({ value: id, label: label[language] }))}
        onChange={(theme) => onChange({ ...change, theme })}
      />
      <Years period={change.period} years={context.years} onChange={(period) => onChange({ ...change, period })} />
      <div className="scenario-pair">
        <Amount
          label={say('scenario.budget')}
          value={change.budgetIdr}
          most={MOST_IDR}
          onChange={(value) => onChange(stating(change, 'budgetIdr', value))}
        />
        <Amount
          label={say('scenario.people')}
          value={change.beneficiaries}
          most={MOST_PEOPLE}
          onChange={(value) => onChange(stating(change, 'beneficiaries', value))}
        />
      </div>
    </>
  )
}

const Existing = ({ change, thinking, onChange }: PartProps<'move' | 'extend' | 'drop'>) => {
  const { say } = useText()
  const { about, context } = thinking
  const { data: activities = [] } = useActivities(about, true)
  const options = activities.map(({ id, title, organisations, start, end }) => ({
    value: id,
    label: `${title}, ${organisations.map((one) => organisationName(context, one)).join(', ')}, ${start.slice(0, 4)}–${end.slice(0, 4)}`,
  }))
  const choose = (activity: string) => {
    const found = activities.find(({ id }) => id === activity)
    const period = found && change.kind === 'extend' ? { start: found.start, end: found.end || null } : null
    onChange({ ...change, activity, ...(period ? { period } : {}) } as typeof change)
  }
  return (
    <>
      <Select label={say('scenario.activity')} value={change.activity} options={options} onChange={choose} />
      {change.kind === 'move' && <Places {...thinking} places={change.places} onToggle={thinking.toggle} />}
      {change.kind === 'extend' && (
        <Years period={change.period} years={context.years} onChange={(period) => onChange({ ...change, period })} />
      )}
    </>
  )
}

const Unbound = ({ change, onChange }: PartProps<'unbind'>) => {
  const { say } = useText()
  const { data: board } = useBoard({ region: null, party: null })
  const binding = (board?.lines ?? []).filter(({ stage }) => stage === 'signed' || stage === 'running')
  return (
    <Select
      label={say('scenario.agreement')}
      value={change.agreement}
      options={binding.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(agreement) => onChange({ ...change, agreement })}
    />
  )
}

/** One change as it is written; the figures follow as soon as it is whole. */
export const Form = ({ thinking }: { readonly thinking: Thinking }) => {
  const { say } = useText()
  const { draft, answer, shelf, setDraft, finish } = thinking
  const form = useRef<HTMLFormElement>(null)
  // The button that opened it is gone: whoever works by keys goes on in the first field.
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), [])
  if (!draft) return null
  const { change } = draft
  const idle = isWhole(draft) ? answer?.changes[draft.at ?? shelf.current.changes.length]?.idle : null
  const onChange = (next: ScenarioChange) => setDraft({ ...draft, change: next })
  const parts = { thinking, onChange }
  return (
    <form
      ref={form}
      className="scenario-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole(draft)) finish()
      }}
    >
      <h3>{say(`scenario.${change.kind}`)}</h3>
      {change.kind === 'add' && <Added {...parts} change={change} />}
      {(change.kind === 'move' || change.kind === 'extend' || change.kind === 'drop') && (
        <Existing {...parts} change={change} />
      )}
      {change.kind === 'bind' && (
        <>
          <Parties {...parts} change={change} />
          <Places {...thinking} places={change.places} isOptional onToggle={thinking.toggle} />
        </>
      )}
      {change.kind === 'unbind' && <Unbound {...parts} change={change} />}
      {idle && <p className="page-note">{say(`scenario.idle.${idle}`)}</p>}
      <div className="scenario-acts">
        <button type="submit" className="button-main" disabled={!isWhole(draft)}>
          {say('scenario.done')}
        </button>
        <button type="button" className="button-quiet" onClick={() => setDraft(null)}>
          {say('scenario.cancel')}
        </button>
      </div>
    </form>
  )
}
