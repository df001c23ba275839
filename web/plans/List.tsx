import type { ContextAnswer } from '../../data/model/answers.ts'
import type { PlanLine, PlanList } from '../../data/model/plan_answer.ts'
import { addressOf } from '../api.ts'
import { RegionAndParty } from '../pages/RegionAndParty.tsx'
import { enumerate, organisationName } from '../panel/card/names.ts'
import { Origin } from '../panel/card/Origin.tsx'
import { isPlainClick } from '../panel/card/To.tsx'
import { useText } from '../text/useText.ts'
import { Figures } from './Figures.tsx'
import { Shares } from './Shares.tsx'
import { changePlanView, planSearch, usePlanView } from './state.ts'
import { spanWords } from './words.ts'

const MOST_NAMED = 3

const Line = ({ line }: { readonly line: PlanLine }) => {
  const text = useText()
  const { say, count, language } = text
  const { id, name, isReadIn, where, agreement, span, figures, origin } = line
  const rest = where.length - MOST_NAMED
  const named = [...where.slice(0, MOST_NAMED), ...(rest > 0 ? [`+${count(rest)}`] : [])]
  return (
    <li>
      <a
        className="plan-card"
        href={`/plans${planSearch(location.search, { id, only: null })}`}
        onClick={(event) => {
          if (!isPlainClick(event)) return
          event.preventDefault()
          changePlanView({ id, only: null })
        }}
      >
        <span className="desk-badges">
          {isReadIn && <span className="badge">{say('plans.readIn')}</span>}
          <Origin origin={origin} />
        </span>
        <strong>{name}</strong>
        {named.length > 0 && !(isReadIn && where[0] === name) && <small>{enumerate(named, language)}</small>}
        {span && <small>{spanWords(span, text)}</small>}
        {agreement && (
          <small>
            {say('plans.under')}: {agreement.title}
          </small>
        )}
        <span className="plan-card-bar" aria-hidden="true">
          <span style={{ width: `${figures.actions === 0 ? 0 : (figures.done / figures.actions) * 100}%` }} />
        </span>
        <small className="plan-card-figures">
          {`${count(figures.done)} ${say('plans.figure.of', { count: count(figures.actions) })} ${say('plans.figure.actions')} ${say('plans.figure.done')}`}
          {(['overdue', 'unfunded', 'unowned'] as const).map(
            (name) =>
              figures[name] > 0 && (
                <span key={name} data-flag={name}>
                  {count(figures[name])} {say(`plans.figure.${name}`)}
                </span>
              ),
          )}
        </small>
      </a>
    </li>
  )
}

type Props = { readonly list: PlanList; readonly context: ContextAnswer; readonly mayBegin: boolean }

const FILTER_WORDS = {
  region: { label: 'plans.region', all: 'plans.everywhere' },
  party: { label: 'plans.party', all: 'plans.everybody' },
} as const

const Filters = ({ context, mayBegin }: Omit<Props, 'list'>) => {
  const { say } = useText()
  const { region, party } = usePlanView()
  return (
    <search className="plan-filters">
      <RegionAndParty context={context} chosen={{ region, party }} words={FILTER_WORDS} onChange={changePlanView} />
      <a
        className="link"
        href={addressOf('/api/plans.ics', { region: region ?? undefined, partner: party ?? undefined })}
      >
        {say('plans.calendar')}
      </a>
      {mayBegin && (
        <button type="button" className="button-main" onClick={() => changePlanView({ isNew: true })}>
          {say('plans.new')}
        </button>
      )}
    </search>
  )
}

/** Every plan with where it stands, and who carries how much of them all. */
export const List = ({ list, context, mayBegin }: Props) => {
  const { say, date } = useText()
  return (
    <>
      <h1>{say('plans.title')}</h1>
      <p className="page-about">{say('plans.about')}</p>
      <Filters context={context} mayBegin={mayBegin} />
      <p role="status" className="quiet">
        {say('plans.count', { count: list.plans.length, date: date(list.asOf.time) })}
      </p>
      {list.plans.length === 0 ? (
        <p className="page-note">{say('plans.empty')}</p>
      ) : (
        <>
          <Figures figures={list.figures} on={list.on} />
          <ul className="plan-cards">
            {list.plans.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
          <Shares shares={list.shares} nameOf={(id) => organisationName(context, id)} />
        </>
      )}
    </>
  )
}
