import type { PlanAction } from '../../data/model/plan.ts'
import { type Text, useText } from '../text/useText.ts'
import type { Clash } from './merge.ts'
import type { Desk } from './useDesk.ts'
import type { Names } from './useNames.ts'
import { indicatorWords, resourceWords, spanWords } from './words.ts'

const listed = (values: readonly string[], nothing: string): string => (values.length > 0 ? values.join(', ') : nothing)

/** A value of a field as a person reads it. */
const valueWords = ({ field }: Clash, value: unknown, names: Names, text: Text): string => {
  const { say } = text
  const nothing = say('plans.conflict.none')
  if (field === 'action') return value === null ? say('plans.conflict.gone') : String(value)
  if (value === undefined || value === '') return nothing
  const as = <K extends keyof PlanAction>(_: K) => value as NonNullable<PlanAction[K]>
  switch (field) {
    case 'period':
      return spanWords(as('period'), text)
    case 'places':
      return listed(as('places').map(names.place), nothing)
    case 'responsible':
      return names.organisation(as('responsible').id)
    case 'supporting':
      return listed(
        as('supporting').map(({ id, role }) => (role ? `${names.organisation(id)} (${role})` : names.organisation(id))),
        nothing,
      )
    case 'resources':
      return listed(
        as('resources').map((one) => resourceWords(one, text)),
        nothing,
      )
    case 'dependsOn':
      return listed(as('dependsOn').map(names.action), nothing)
    case 'activities':
      return listed(as('activities').map(names.activity), nothing)
    case 'indicator':
      return indicatorWords({ indicator: as('indicator') } as PlanAction, text) ?? nothing
    case 'progress':
      return `${as('progress').percent}\u00a0%, ${text.date(as('progress').date)}`
    case 'status':
      return say(`panel.status.${as('status')}`)
    case 'document':
      return `${as('document').kind}: ${as('document').item}`
    case 'source':
      return (value as { text: string }).text
    default:
      return String(value)
  }
}

type Props = { readonly desk: Desk; readonly names: Names }

/** Two people changed the same fields: each is asked about once. */
export const Conflict = ({ desk, names }: Props) => {
  const text = useText()
  const { say } = text
  const { conflict } = desk
  if (!conflict) return null
  const name = conflict.by ?? say('plans.conflict.somebody')
  return (
    <section className="plan-conflict" role="alert">
      <p>{say('plans.conflict.ask', { name })}</p>
      {conflict.clashes.map((clash) => (
        <fieldset key={clash.key} className="choices">
          <legend>
            {say('plans.of', {
              field: say(`plans.field.${clash.field}`),
              action: clash.action === null ? say('plans.conflict.plan') : names.action(clash.action),
            })}
          </legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side}>
              <input
                type="radio"
                name={clash.key}
                checked={(conflict.chosen[clash.key] ?? 'mine') === side}
                onChange={() => desk.choose(clash.key, side)}
              />
              {say(`plans.conflict.${side}`, { name, value: valueWords(clash, clash[side], names, text) })}
            </label>
          ))}
        </fieldset>
      ))}
      <button type="button" className="button-main" onClick={desk.merge}>
        {say('plans.conflict.merge')}
      </button>
    </section>
  )
}
