import type { Agreement } from '../../data/model/agreement.ts'
import type { AgreementLine } from '../../data/model/agreement_board.ts'
import { AGREEMENT_KIND_LABELS } from '../../data/model/agreement_kind.ts'
import { type BoardStage, columnOf } from '../../data/model/agreement_stages.ts'
import type { ContextAnswer, RecordAnswer } from '../../data/model/answers.ts'
import type { Language } from '../../data/model/words.ts'
import { MOST_UNITS } from '../area/area.ts'
import { bboxOf } from '../map/camera.ts'
import { organisationName, themeName } from '../panel/card/names.ts'
import { Section } from '../panel/card/Section.tsx'
import { Stages } from '../panel/record/Stages.tsx'
import { SketchMap } from '../sketch/SketchMap.tsx'
import { useText } from '../text/useText.ts'
import { DEFAULT_VIEW, formatView } from '../view.ts'
import { columnName } from './columns.ts'
import { NextStage } from './NextStage.tsx'
import { changeAgreementView } from './state.ts'

type Props = {
  readonly answer: RecordAnswer<'agreement'>
  readonly line: AgreementLine
  readonly context: ContextAnswer
  readonly columns: readonly BoardStage[]
  readonly maySave: boolean
}

const Parties = ({ line }: Pick<Props, 'line'>) => {
  const { say } = useText()
  return (
    <Section title={say('agreements.parties')}>
      <ul className="agreement-parties">
        {line.parties.map(({ id, name, role, wording }) => (
          <li key={id}>
            <a className="link" href={`/p/organisation/${encodeURIComponent(id)}`}>
              {name}
            </a>
            {role && <span className="quiet">, {role}</span>}
            {wording && <span className="quiet">, {say('agreements.inSource', { wording })}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Of = { readonly agreement: Agreement }

/** The villages of the scope on the main map, under the verdicts of a theme; a year it is in force, the present one if so. */
const scopeOnMap = ({ region, scope, period }: Agreement, theme: string, language: Language): string => {
  const now = DEFAULT_VIEW.period.to
  const [first, last] = [period?.start, period?.end].map((iso) => Number(iso?.slice(0, 4) ?? now))
  const year = Math.min(Math.max(now, first!), Math.max(first!, last!))
  const codes = scope.length > 0 && scope.length <= MOST_UNITS ? scope : [region]
  const area = { kind: 'units', codes } as const
  return `/${formatView({ ...DEFAULT_VIEW, region, theme, language, area, period: { from: year, to: year } })}`
}

const Fields = ({ agreement, context }: Of & Pick<Props, 'context'>) => {
  const { say, language } = useText()
  return (
    <Section title={say('agreements.fields')}>
      <table className="agreement-fields">
        <thead>
          <tr>
            <th scope="col">{say('agreements.wording')}</th>
            <th scope="col">{say('agreements.themes')}</th>
          </tr>
        </thead>
        <tbody>
          {agreement.fields.map(({ wording, themes }) => (
            <tr key={wording}>
              <td>{wording}</td>
              <td>
                <ul>
                  {themes.map((id) => (
                    <li key={id}>
                      <a
                        className="link"
                        href={scopeOnMap(agreement, id, language)}
                        aria-label={say('agreements.fieldOnMap', { theme: themeName(context, id, language) })}
                      >
                        {themeName(context, id, language)}
                      </a>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

const Source = ({ agreement }: Of) => {
  const { say, date } = useText()
  const { source, note, documents = [] } = agreement
  return (
    <Section title={say('agreements.source')}>
      <p>
        {source.url ? (
          <a className="link-in" href={source.url} target="_blank" rel="noreferrer">
            {source.text}
          </a>
        ) : (
          source.text
        )}
        {source.date && `, ${date(source.date)}`}
      </p>
      {source.wording && <p>{say('agreements.called', { wording: source.wording })}</p>}
      {note && <p className="quiet">{note}</p>}
      {documents.length > 0 && (
        <ul>
          {documents.map(({ title, url }) => (
            <li key={url}>
              <a className="link-in" href={url} target="_blank" rel="noreferrer">
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** One agreement whole: form, stage, parties, fields, place, what hangs on it, and its source. */
export const Detail = ({ answer, line, columns, context, maySave }: Props) => {
  const text = useText()
  const { say, count, date, language } = text
  const agreement = answer.record
  const column = columnOf(agreement, columns)
  const nameOfStep = (step: string) => {
    const found = columns.find((one) => one.id === step)
    return found && columnName(found, text)
  }
  const { id, title, kind, period, region, scope, carriesOut } = agreement
  const activities = answer.related.filter((one) => one.kind === 'activity')
  const plans = answer.related.filter((one) => one.kind === 'plan')
  const bbox = bboxOf(region, context)
  const places = scope.length > 0 ? scope : [region]
  const regencies = context.regencies.map(({ code }) => code).filter((code) => places.includes(code))
  const neighbours = regencies.length === 2 ? regencies : null
  return (
    <article className="agreement" aria-labelledby="agreement">
      <button type="button" className="link" onClick={() => changeAgreementView({ id: null, draft: null })}>
        {say('agreements.back')}
      </button>
      <p className="agreement-form">
        <span className="agreement-kind">{kind}</span> {AGREEMENT_KIND_LABELS[kind][language]}
      </p>
      <h1 id="agreement">{title}</h1>
      <p className="page-about">
        {line.daysInStage === null
          ? columnName(column, text)
          : say('agreements.standing', {
              stage: columnName(column, text),
              date: date(line.since ?? ''),
              count: line.daysInStage,
            })}
        {period &&
          ` ${say('agreements.period', { from: date(period.start), to: period.end ? date(period.end) : say('record.open') })}`}
      </p>
      {line.next && (
        <p className="page-note">
          {say('agreements.next', { step: line.next.step })}
          {line.next.organisation && `, ${organisationName(context, line.next.organisation)}`}
          {line.next.due && `, ${say('agreements.by', { date: date(line.next.due) })}`}
        </p>
      )}
      {neighbours && (
        <a className="link" href={`/border?a=${neighbours[0]}&b=${neighbours[1]}&agreement=${encodeURIComponent(id)}`}>
          {say('agreements.border')}
        </a>
      )}
      {carriesOut && (
        <p>
          <button type="button" className="link" onClick={() => changeAgreementView({ id: carriesOut })}>
            {say('agreements.carriesOut')}
          </button>
        </p>
      )}
      <p>
        <button type="button" className="link" onClick={() => changeAgreementView({ draft: '1' })}>
          {say('agreements.draft')}
        </button>
      </p>
      {maySave && (
        <div className="agreement-acts">
          <button type="button" className="button-quiet" onClick={() => changeAgreementView({ edit: id })}>
            {say('agreements.change')}
          </button>
          <NextStage agreement={agreement} columns={columns} />
        </div>
      )}
      <h2 className="unseen">{say('agreements.parts')}</h2>
      <div className="agreement-parts">
        <div>
          <Stages agreement={agreement} nameOfStep={nameOfStep} />
          <Parties line={line} />
          <Fields agreement={agreement} context={context} />
        </div>
        <div>
          <Section title={say('agreements.scope')}>
            <p>
              {say(scope.length > 0 ? 'agreements.villages' : 'agreements.wholeRegion', { count: line.villages })}{' '}
              <a className="link" href={`/?region=${region}&selected=agreement:${encodeURIComponent(id)}`}>
                {say('agreements.onMap')}
              </a>
            </p>
            {bbox && <SketchMap bbox={bbox} features={[]} codes={places} words={say('agreements.map', { title })} />}
          </Section>
          <Section title={say('agreements.hanging', { count: count(line.activities) })}>
            {activities.length === 0 ? (
              <p className="quiet">{say('agreements.noActivities')}</p>
            ) : (
              <ul>
                {activities.map((one) => (
                  <li key={one.id}>
                    <a className="link" href={`/?region=${region}&selected=activity:${encodeURIComponent(one.id)}`}>
                      {one.title}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {plans.length > 0 && (
            <Section title={say('agreements.plans', { count: count(plans.length) })}>
              <ul>
                {plans.map((one) => (
                  <li key={one.id}>
                    <a className="link" href={`/plans?id=${encodeURIComponent(one.id)}`}>
                      {one.title}
                    </a>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Source agreement={agreement} />
        </div>
      </div>
    </article>
  )
}
