import type { ContextAnswer } from '../../../data/model/answers.ts'
import type { PlannedAction } from '../../../data/model/zone.ts'
import { useText } from '../../text/useText.ts'
import { themeName } from '../card/names.ts'
import { formatRupiah } from '../card/numbers.ts'
import { Section } from '../card/Section.tsx'
import { Organisation, spanOf } from './Rows.tsx'

type Props = { readonly actions: readonly PlannedAction[]; readonly context: ContextAnswer }

/** The action plan of a zone: what, when, who, with which resources. */
export const PlannedActions = ({ actions, context }: Props) => {
  const text = useText()
  const { say, language } = text
  return (
    <Section title={say('record.actions')}>
      {actions.length === 0 && <p className="quiet">{say('record.empty')}</p>}
      <ul className="planned">
        {actions.map(({ title, theme, period, parties, resources, budgetIdr }) => (
          <li key={`${title} ${period.start}`}>
            <strong>{title}</strong>
            <span className="block quiet">
              {themeName(context, theme, language)} · {spanOf(period, text)}
            </span>
            {parties.map(({ id, role }) => (
              <span key={`${id} ${role}`} className="block">
                <Organisation id={id} context={context} /> ({say(`record.relation.${role}`)})
              </span>
            ))}
            <span className="block">
              {resources}
              {budgetIdr !== undefined && ` · ${formatRupiah(budgetIdr, language)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
