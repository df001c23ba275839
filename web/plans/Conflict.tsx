import type { PlanAction } from '../../data/model/plan.ts'
import { Conflict as Questions } from '../desk/Conflict.tsx'
import { type Text, useText } from '../text/useText.ts'
import type { Clash } from './merge.ts'
import type { Desk } from './useDesk.ts'
import type { Names } from './useNames.ts'
import { indicatorWords, resourceWords, spanWords } from './words.ts'

const listed = (values: readonly string[]): string => values.join(', ')

/** A value of a field as a person reads it. */
const valueWords = ({ field }: Clash, value: unknown, names: Names, text: Text): string => {
  const { say } = text
  const as = <K extends keyof PlanAction>(_: K) => value as NonNullable<PlanAction[K]>
  switch (field) {
    case 'period':
      return spanWords(as('period'), text)
    case 'places':
      return listed(as('places').map(names.place))
    case 'responsible':
      return names.organisation(as('responsible').id)
    case 'supporting':
      return listed(
        as('supporting').map(({ id, role }) => (role ? `${names.organisation(id)} (${role})` : names.organisation(id))),
      )
    case 'resources':
      return listed(as('resources').map((one) => resourceWords(one, text)))
    case 'dependsOn':
      return listed(as('dependsOn').map(names.action))
    case 'activities':
      return listed(as('activities').map(names.activity))
    case 'indicator':
      return indicatorWords({ indicator: as('indicator') } as PlanAction, text) ?? ''
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

/** What two people changed in one plan. */
export const Conflict = ({ desk, names }: Props) => {
  const text = useText()
  const { say } = text
  const actionName = (id: string | null) => (id === null ? say('plans.conflict.plan') : names.action(id))
  return (
    <Questions
      desk={desk}
      titleOf={({ part, field }) => say('plans.of', { field: say(`plans.field.${field}`), action: actionName(part) })}
      wordsOf={(clash, value) => valueWords(clash, value, names, text)}
    />
  )
}
