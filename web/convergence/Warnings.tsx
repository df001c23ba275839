import { AUTHORITY_RULES } from '../../data/model/authority_rule.ts'
import type { ConvergenceAnswer } from '../../data/model/convergence_answer.ts'
import { enumerate } from '../panel/card/names.ts'
import { formatHa } from '../panel/card/numbers.ts'
import { Origin } from '../panel/card/Origin.tsx'
import { useText } from '../text/useText.ts'
import { recordAddress } from './addresses.ts'

type Props = { readonly answer: Pick<ConvergenceAnswer, 'warnings' | 'asOf'> }

/** Planned work that lies in somebody else's area: whose, and what to do first. */
export const Warnings = ({ answer: { warnings, asOf } }: Props) => {
  const { say, date, language } = useText()
  return (
    <section className="convergence-part">
      <h2>{say('convergence.warnings')}</h2>
      <p className="convergence-small">
        {say('convergence.warnings.about', { count: warnings.length, date: date(asOf.time) })}
      </p>
      <ul className="convergence-warnings">
        {warnings.map(({ activity, title, organisations, areas, origin }) => (
          <li key={activity}>
            <p>
              <a className="link-in" href={recordAddress('activity', activity, language)}>
                {title}
              </a>{' '}
              <span className="convergence-small">
                {enumerate(
                  organisations.map(({ name }) => name),
                  language,
                )}
              </span>{' '}
              {origin === 'sample' && <Origin origin="sample" />}
            </p>
            <ul>
              {areas.map(({ id, name, kind, holder, areaHa }) => (
                <li key={id}>
                  {areaHa === null
                    ? say('convergence.warning.point', { area: name, holder: holder.name })
                    : say('convergence.warning.area', {
                        area: name,
                        holder: holder.name,
                        ha: formatHa(areaHa, language),
                      })}{' '}
                  {AUTHORITY_RULES[kind].remedy[language]}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
