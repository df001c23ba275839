import { ACTION_FLAGS, type PlanFigures } from '../../data/model/plan_figures.ts'
import { useText } from '../text/useText.ts'
import { changePlanView, usePlanView } from './state.ts'
import { roughRupiah } from './words.ts'

type Props = { readonly figures: PlanFigures; readonly on: string; readonly isFilter?: boolean }

/** Where a plan stands: each figure with its denominator and day; those that tell trouble filter the actions. */
export const Figures = ({ figures, on, isFilter = false }: Props) => {
  const { say, count, date, language } = useText()
  const { only } = usePlanView()
  return (
    <section className="plan-figures" aria-label={say('plans.figures')}>
      <dl>
        <div>
          <dt>{say('plans.figure.actions')}</dt>
          <dd>{count(figures.actions)}</dd>
        </div>
        {(['done', ...ACTION_FLAGS] as const).map((name) => (
          <div key={name} data-figure={name}>
            <dt>{say(`plans.figure.${name}`)}</dt>
            <dd>
              {count(figures[name])} <small>{say('plans.figure.of', { count: count(figures.actions) })}</small>
            </dd>
            {isFilter && name !== 'done' && figures[name] > 0 && (
              <dd>
                <button
                  type="button"
                  className="link"
                  aria-pressed={only === name}
                  onClick={() => changePlanView({ only: only === name ? null : name })}
                >
                  {only === name ? say('plans.all') : say('plans.only', { what: say(`plans.figure.${name}`) })}
                </button>
              </dd>
            )}
          </div>
        ))}
        <div>
          <dt>{say('plans.shares.money')}</dt>
          <dd className="plan-money">
            {say('plans.figure.money', {
              secured: roughRupiah(figures.securedIdr, language),
              total: roughRupiah(figures.moneyIdr, language),
            })}
          </dd>
        </div>
      </dl>
      <p className="quiet">{say('plans.figure.on', { date: date(on) })}</p>
    </section>
  )
}
