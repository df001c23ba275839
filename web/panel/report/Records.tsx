import type { AreaReportAnswer, ContextAnswer } from '../../../data/model/answers.ts'
import { useText } from '../../text/useText.ts'
import { organisationName, themeName } from '../card/names.ts'
import { formatHa } from '../card/numbers.ts'
import { Origin } from '../card/Origin.tsx'
import { To } from '../card/To.tsx'
import { Lines } from './Lines.tsx'

type Props = { readonly answer: AreaReportAnswer; readonly context: ContextAnswer }

const yearsOf = (start: string, end: string | null): string =>
  end && end.slice(0, 4) === start.slice(0, 4) ? start.slice(0, 4) : `${start.slice(0, 4)}–${end?.slice(0, 4) ?? ''}`

/** The villages touched, the most of them first. */
export const Villages = ({ answer }: Pick<Props, 'answer'>) => {
  const { say, share, language } = useText()
  return (
    <Lines
      title={say('report.villages')}
      items={answer.villages.toSorted((a, b) => b.areaHa - a.areaHa)}
      most={5}
      keyOf={({ code }) => code}
      none={say('report.sea')}
      render={(village) => (
        <span className="report-line">
          <To selection={{ kind: 'place', id: village.code }}>{village.name}</To>
          <strong>{say('card.ha', { ha: formatHa(village.areaHa, language) })}</strong>
          <span className="report-left">{say('report.village.within', { name: village.within })}</span>
          <span className="report-right">{say('report.village.share', { share: share(village.share) })}</span>
        </span>
      )}
    />
  )
}

export const Targets = ({ answer, context }: Props) => {
  const { say, language } = useText()
  return (
    <Lines
      title={say('report.targets')}
      items={answer.targets}
      most={4}
      keyOf={({ id }) => id}
      render={({ id, title, theme, organisation, year, areaHa, origin }) => (
        <span className="report-line">
          <To selection={{ kind: 'target', id }}>{title}</To>
          {origin === 'sample' && <Origin origin={origin} />}
          <span className="report-under">
            {[
              organisationName(context, organisation),
              themeName(context, theme, language),
              `${year}`,
              ...(areaHa === null ? [] : [say('card.ha', { ha: formatHa(areaHa, language) })]),
            ].join(' · ')}
          </span>
        </span>
      )}
    />
  )
}

export const Activities = ({ answer, context }: Props) => {
  const { say, language } = useText()
  return (
    <Lines
      title={say('report.activities')}
      items={answer.activities}
      most={5}
      keyOf={({ id }) => id}
      render={({ id, title, organisations, status, start, end, areaHa, freshnessDays, origin }) => (
        <span className="report-line">
          <To selection={{ kind: 'activity', id }}>{title}</To>
          {origin === 'sample' && <Origin origin={origin} />}
          <span className="report-under">
            {[
              organisations.map((one) => organisationName(context, one)).join(', '),
              say(`panel.status.${status}`),
              yearsOf(start, end),
              ...(areaHa === null ? [] : [say('card.ha', { ha: formatHa(areaHa, language) })]),
              say('card.days', { days: freshnessDays }),
            ].join(' · ')}
          </span>
        </span>
      )}
    />
  )
}

export const Organisations = ({ answer }: Pick<Props, 'answer'>) => {
  const { say } = useText()
  return (
    <Lines
      title={say('report.organisations')}
      items={answer.organisations}
      most={5}
      keyOf={({ id }) => id}
      render={({ id, name, activities }) => (
        <span className="report-line">
          <To selection={{ kind: 'organisation', id }}>{name}</To>
          <span className="report-right">{say('report.organisation.count', { count: activities })}</span>
        </span>
      )}
    />
  )
}

const AUTHORITY = [
  'conservation_reserve',
  'marine_reserve',
  'protection_forest',
  'production_forest',
  'other_use',
] as const

/** Who may act here; at Karimata this decides. */
export const Authority = ({ answer }: Pick<Props, 'answer'>) => {
  const { say, share, language } = useText()
  const kindOf = (kind: string) => {
    const known = AUTHORITY.find((one) => one === kind)
    return known ? say(`record.authority.${known}`) : kind
  }
  return (
    <Lines
      title={say('report.authority')}
      items={answer.authority}
      most={4}
      keyOf={({ id }) => id}
      none={say('report.authority.none')}
      render={({ id, name, kind, holder, areaHa, share: part, origin }) => (
        <span className="report-line">
          <To selection={{ kind: 'authority', id }}>{name}</To>
          {origin === 'sample' && <Origin origin={origin} />}
          <span className="report-under">{`${kindOf(kind)} · ${holder}`}</span>
          <span className="report-under">
            {say('report.authority.share', { ha: formatHa(areaHa, language), share: share(part) })}
          </span>
        </span>
      )}
    />
  )
}
