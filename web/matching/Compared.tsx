import type { ReactNode } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { MATCH_PART_LABELS, type MatchPartName } from '../../data/model/match_weights.ts'
import { type ComparedPartner, type MatchedTarget, MOST_COMPARED } from '../../data/model/matching.ts'
import { formatRupiah } from '../panel/card/numbers.ts'
import { useText } from '../text/useText.ts'
import { formatPoints, placeName } from './names.ts'
import { useCompared } from './queries.ts'
import { changeMatching } from './state.ts'
import type { MeetingDesk } from './useMeetingDesk.ts'
import { WorkMap } from './WorkMap.tsx'

type Props = { readonly shown: MeetingDesk; readonly target: MatchedTarget; readonly context: ContextAnswer }

/** A line of the comparison: what it is called, and a cell for each partner. */
type Line = { readonly key: string; readonly label: string; readonly cell: (one: ComparedPartner) => ReactNode }

const useLines = ({ shown, context }: Pick<Props, 'shown' | 'context'>, units: number): readonly Line[] => {
  const { say, count, language } = useText()
  const { period, region } = shown
  const known = ({ known: filled, of }: ComparedPartner['budget'] | ComparedPartner['beneficiaries']) => (
    <small>{say('matching.compared.known', { known: count(filled), of: count(of) })}</small>
  )
  return [
    {
      key: 'place',
      label: say('matching.compared.place', { period }),
      cell: ({ villagesInPlace }) =>
        say('matching.compared.of', { count: count(villagesInPlace), total: count(units) }),
    },
    {
      key: 'region',
      label: say('matching.compared.region', { region: placeName(context, region) }),
      cell: ({ villagesInRegion }) => say('matching.compared.villages', { count: count(villagesInRegion) }),
    },
    {
      key: 'activities',
      label: say('matching.compared.activities', { period }),
      cell: ({ activities, ofTheme }) =>
        say('matching.compared.theme', { count: count(activities), own: count(ofTheme) }),
    },
    {
      key: 'budget',
      label: say('matching.compared.budget'),
      cell: ({ budget }) => (
        <>
          {formatRupiah(budget.totalIdr, language)} {known(budget)}
        </>
      ),
    },
    {
      key: 'people',
      label: say('matching.compared.people'),
      cell: ({ beneficiaries }) => (
        <>
          {count(beneficiaries.total)} {known(beneficiaries)}
        </>
      ),
    },
    {
      key: 'agreements',
      label: say('matching.compared.agreements'),
      cell: ({ agreements }) =>
        agreements.length === 0 ? (
          say('matching.compared.noAgreements')
        ) : (
          <ul>
            {agreements.map(({ id, title, kind }) => (
              <li key={id}>
                <a className="link" href={`/?selected=agreement:${id}${language === 'en' ? '&lang=en' : ''}`}>
                  {title}
                </a>{' '}
                ({kind})
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'fresh',
      label: say('matching.compared.fresh'),
      cell: ({ freshnessDays }) => say('matching.compared.days', { days: freshnessDays }),
    },
  ]
}

/** Up to four partners side by side: scores and their parts, places, money, agreements, and where they work. */
export const Compared = ({ shown, target, context }: Props) => {
  const { say, language } = useText()
  const { matching, region, period, weights } = shown
  const picked = matching.partner === null ? matching.picked : [matching.partner]
  const { data } = useCompared({ target: target.id, partners: picked, region, period, weights })
  const lines = useLines({ shown, context }, data?.units ?? 0)
  const hint = say('matching.compared.hint', { most: MOST_COMPARED })
  if (picked.length === 0) return target.of > 1 ? <p className="matching-hint">{hint}</p> : null
  if (!data || data.partners.length === 0) return null
  return (
    <section className="matching-compared">
      <div className="matching-head">
        <h3 id="matching-compared">{say(matching.partner === null ? 'matching.compared' : 'matching.compared.one')}</h3>
        {matching.partner === null && (
          <button type="button" className="link" onClick={() => changeMatching({ picked: [] })}>
            {say('matching.compared.clear')}
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="matching-scrolls" tabIndex={0} aria-labelledby="matching-compared">
        <table>
          <thead>
            <tr>
              <td />
              {data.partners.map(({ row }) => (
                <th key={row.organisation} scope="col">
                  {row.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="matching-total">
              <th scope="row">{say('matching.score')}</th>
              {data.partners.map(({ row }) => (
                <td key={row.organisation}>{formatPoints(row.score, language)}</td>
              ))}
            </tr>
            {data.partners[0]?.row.parts.map(({ name, weight }, at) => (
              <tr key={name}>
                <th scope="row">{MATCH_PART_LABELS[name as MatchPartName][language]}</th>
                {data.partners.map(({ row }) => (
                  <td key={row.organisation}>
                    <span className="matching-bar">
                      <span style={{ width: `${(row.parts[at]?.value ?? 0) * 100}%` }} />
                    </span>
                    {say('matching.part.of', {
                      points: formatPoints(row.parts[at]?.points ?? 0, language),
                      most: formatPoints(weight * 100, language),
                    })}{' '}
                    <small>{row.parts[at]?.reason[language]}</small>
                  </td>
                ))}
              </tr>
            ))}
            {lines.map(({ key, label, cell }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {data.partners.map((one) => (
                  <td key={one.row.organisation}>{cell(one)}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{say('matching.compared.map', { period })}</th>
              {data.partners.map((one) => (
                <td key={one.row.organisation}>
                  <WorkMap compared={data} one={one} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </section>
  )
}
