import type { AgreementLine } from '../../data/model/agreement_board.ts'
import { AGREEMENT_KIND_LABELS } from '../../data/model/agreement_kind.ts'
import type { BoardStage } from '../../data/model/agreement_stages.ts'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { enumerate, organisationName } from '../panel/card/names.ts'
import { Origin } from '../panel/card/Origin.tsx'
import { useText } from '../text/useText.ts'
import { columnName } from './columns.ts'
import { changeAgreementView, searchOf } from './state.ts'

/** From here on the end of an agreement is told with emphasis. */
const NEAR_DAYS = 90
const MOST_NAMED = 3

type CardProps = { readonly line: AgreementLine; readonly context: ContextAnswer }

const Card = ({ line, context }: CardProps) => {
  const { say, count, date, language } = useText()
  const { id, title, kind, parties, daysInStage, isLate, end, daysToEnd, next, origin } = line
  const named = parties.slice(0, MOST_NAMED).map(({ name }) => name)
  const rest = parties.length - named.length
  const open = (event: React.MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    changeAgreementView({ id })
  }
  return (
    <li>
      <a className="agreement-card" href={`/agreements${searchOf(location.search, { id })}`} onClick={open}>
        <span className="agreement-top">
          <span className="agreement-kind" title={AGREEMENT_KIND_LABELS[kind][language]}>
            {kind}
          </span>
          <Origin origin={origin} />
        </span>
        <strong>{title}</strong>
        <small>
          {enumerate(rest > 0 ? [...named, say('agreements.more', { count: count(rest) })] : named, language)}
        </small>
        <small data-near={isLate}>
          {daysInStage === null ? say('agreements.noDate') : say('agreements.days', { count: daysInStage })}
        </small>
        {next && (
          <small className="agreement-next">
            {say('agreements.next', { step: next.step })}
            {next.organisation && `, ${organisationName(context, next.organisation)}`}
            {next.due && `, ${say('agreements.by', { date: date(next.due) })}`}
          </small>
        )}
        {end !== null && daysToEnd !== null && (
          <small data-near={daysToEnd < NEAR_DAYS}>
            {daysToEnd < 0
              ? say('agreements.ended', { date: date(end) })
              : say('agreements.ends', { date: date(end), count: daysToEnd })}
          </small>
        )}
      </a>
    </li>
  )
}

type Props = {
  readonly columns: readonly BoardStage[]
  readonly lines: readonly AgreementLine[]
  readonly context: ContextAnswer
}

/** Agreements by the stage they are in, those longest in it first. */
export const Board = ({ columns, lines, context }: Props) => {
  const text = useText()
  const { say, count } = text
  return (
    <ol className="agreement-board">
      {columns.map((column) => {
        const own = lines.filter((line) => line.column === column.id)
        return (
          <li key={column.id} data-empty={own.length === 0}>
            <h2>
              {columnName(column, text)} <span>{count(own.length)}</span>
            </h2>
            {column.days !== null && (
              <p className="agreement-limit">{say('agreements.limit', { count: column.days })}</p>
            )}
            <ul>
              {own.map((line) => (
                <Card key={line.id} line={line} context={context} />
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}
