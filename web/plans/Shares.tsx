import { useState } from 'react'
import type { Share } from '../../data/model/plan_figures.ts'
import { formatRupiah } from '../panel/card/numbers.ts'
import { useText } from '../text/useText.ts'

/** More than anybody reads at once; the rest is asked for. */
const MOST = 12

type Props = { readonly shares: readonly Share[]; readonly nameOf: (id: string) => string }

const Bar = ({ value, most, second = 0 }: { value: number; most: number; second?: number }) => (
  <span className="plan-share-bar" aria-hidden="true">
    <span style={{ width: `${(value / most) * 100}%` }} />
    {second > 0 && <span data-second style={{ width: `${(second / most) * 100}%` }} />}
  </span>
)

/** Who carries how much of it, as bars with their numbers. */
export const Shares = ({ shares, nameOf }: Props) => {
  const { say, count, language } = useText()
  const [isOpen, setOpen] = useState(false)
  if (shares.length === 0) return null
  const mostActions = Math.max(1, ...shares.map(({ responsible, supporting }) => responsible + supporting))
  const mostMoney = Math.max(1, ...shares.map(({ moneyIdr }) => moneyIdr))
  return (
    <section className="plan-shares" aria-labelledby="plan-shares">
      <h2 id="plan-shares">{say('plans.shares')}</h2>
      <p className="quiet">{say('plans.shares.about')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('plans.shares.party')}</th>
            <th scope="col">{`${say('plans.shares.responsible')} + ${say('plans.shares.supporting')}`}</th>
            <th scope="col">{say('plans.shares.money')}</th>
            <th scope="col">{say('plans.shares.people')}</th>
          </tr>
        </thead>
        <tbody>
          {(isOpen ? shares : shares.slice(0, MOST)).map(
            ({ organisation, responsible, supporting, moneyIdr, people }) => (
              <tr key={organisation ?? ''} data-nobody={organisation === null}>
                <th scope="row">
                  {organisation === null ? (
                    say('plans.shares.nobody')
                  ) : (
                    <a className="link-in" href={`/p/organisation/${encodeURIComponent(organisation)}`}>
                      {nameOf(organisation)}
                    </a>
                  )}
                </th>
                <td data-label={`${say('plans.shares.responsible')} + ${say('plans.shares.supporting')}`}>
                  <Bar value={responsible} second={supporting} most={mostActions} />
                  <span>
                    {count(responsible)}
                    {supporting > 0 && ` + ${count(supporting)}`}
                  </span>
                </td>
                <td data-label={say('plans.shares.money')}>
                  <Bar value={moneyIdr} most={mostMoney} />
                  <span>{moneyIdr > 0 ? formatRupiah(moneyIdr, language) : '–'}</span>
                </td>
                <td data-label={say('plans.shares.people')}>{people > 0 ? count(people) : '–'}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {shares.length > MOST && (
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? say('card.fewer') : say('card.all', { total: count(shares.length) })}
        </button>
      )}
    </section>
  )
}
