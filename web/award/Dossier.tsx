import type { ContextAnswer } from '../../data/model/answers.ts'
import type { AwardPart } from '../../data/model/award.ts'
import type { AwardAnswer, AwardDossier, AwardLine, ToldEvidence } from '../../data/model/award_answer.ts'
import { AWARD_LABELS } from '../../data/model/award_weights.ts'
import { themeName } from '../panel/card/names.ts'
import { Origin } from '../panel/card/Origin.tsx'
import { useText } from '../text/useText.ts'
import { useView } from '../useView.ts'
import { addsOf, figureOf, formatTenths, mapAddress } from './figures.ts'

type Titles = AwardDossier['titles']
type LineProps = {
  readonly part: AwardPart
  readonly line: ToldEvidence
  readonly titles: Titles
  readonly context: ContextAnswer
}

const Line = ({ part, line, titles, context }: LineProps) => {
  const text = useText()
  const { say, language } = text
  const { view } = useView()
  const theme = line.theme ? themeName(context, line.theme, language) : ''
  return (
    <li data-counts={line.adds.some((one) => one > 0)}>
      <a className="link" href={mapAddress(view, line, line.theme)}>
        {line.title}
      </a>
      <span className="award-adds">{addsOf(part.name, line, theme, text)}</span>
      {line.through.length > 0 && (
        <span className="award-through">
          {say('award.through')}{' '}
          {line.through.map(({ kind, id }, at) => (
            <span key={`${kind}/${id}`}>
              {at > 0 && ', '}
              <a className="link-quiet" href={mapAddress(view, { kind, id })}>
                {titles[`${kind}/${id}`] ?? id}
              </a>
            </span>
          ))}
        </span>
      )}
    </li>
  )
}

type PartProps = {
  readonly part: AwardPart
  readonly share: number
  readonly lines: readonly ToldEvidence[]
  readonly titles: Titles
  readonly context: ContextAnswer
}

const Part = ({ part, share, lines, titles, context }: PartProps) => {
  const text = useText()
  const { say, count, language } = text
  const sum = {
    points: formatTenths(part.points, text),
    share: text.share(share),
    weighted: formatTenths(part.weighted, text),
  }
  return (
    <section className="award-criterion">
      <h2>
        {AWARD_LABELS[part.name][language]} <span>{formatTenths(part.weighted, text)}</span>
      </h2>
      <span className="award-bar" aria-hidden="true">
        <span style={{ width: `${part.points}%` }} />
      </span>
      <p className="award-figures">
        <strong>{part.figures.map((figure) => figureOf(figure, text)).join('; ')}.</strong> {say('award.points', sum)}
      </p>
      <p className="award-small">{say(`award.rule.${part.name}`)}</p>
      {lines.length === 0 ? (
        <p className="award-small">{say('award.noRecords')}</p>
      ) : (
        <details open={lines.length <= 12}>
          <summary>{say('award.records', { count: count(lines.length) })}</summary>
          <ul>
            {lines.map((line) => (
              <Line
                key={`${line.kind}/${line.id}/${line.theme ?? ''}`}
                part={part}
                line={line}
                titles={titles}
                context={context}
              />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type Props = {
  readonly answer: AwardAnswer
  readonly line: AwardLine
  readonly dossier: AwardDossier
  readonly context: ContextAnswer
  readonly region: string
}

/** One partner's scores, each down to the records on the map that it stands on. */
export const Dossier = ({ answer, line, dossier, context, region }: Props) => {
  const text = useText()
  const { say, count, date } = text
  const place = { rank: line.rank, count: count(answer.ranking.length), region, period: answer.period }
  return (
    <article className="award-dossier">
      <p className="award-small">{say('award.dossier')}</p>
      <div className="page-answer">
        <strong className="page-figure">{formatTenths(line.score, text)}</strong>
        <div>
          <h1>
            {line.name} <Origin origin={line.origin} />
          </h1>
          <p className="award-small">{say('award.dossier.about', { ...place, date: date(answer.asOf.time) })}</p>
        </div>
      </div>
      {line.parts.map((part, at) => (
        <Part
          key={part.name}
          part={part}
          share={answer.weights[at]!.share}
          lines={dossier.criteria[at]!.lines}
          titles={dossier.titles}
          context={context}
        />
      ))}
      <p className="award-total">
        {say('award.total')} <strong>{formatTenths(line.score, text)}</strong>
      </p>
    </article>
  )
}
