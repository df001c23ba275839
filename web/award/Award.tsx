import './award.css'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { AwardAnswer } from '../../data/model/award_answer.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { Refused } from '../pages/Refused.tsx'
import { Waited } from '../pages/Waited.tsx'
import { enumerate } from '../panel/card/names.ts'
import { useContextAnswer } from '../queries.ts'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import { REST_MS, useSettled } from '../useSettled.ts'
import { changeView, useView } from '../useView.ts'
import { AwardTexts } from './AwardTexts.tsx'
import { Dossier } from './Dossier.tsx'
import { formatTenths } from './figures.ts'
import { csvAddress, useAwardAnswer } from './queries.ts'
import { Ranking } from './Ranking.tsx'
import { changeAward, useAward } from './state.ts'
import { Weights } from './Weights.tsx'

const Question = ({ context, region, year }: { context: ContextAnswer; region: string; year: string }) => {
  const { say } = useText()
  const [first, last] = context.years
  const years = Array.from({ length: last - first + 1 }, (_, at) => `${last - at}`)
  return (
    <h1 className="award-question">
      <span>{say('award.ask')}</span>{' '}
      <Pick
        look="word"
        name={say('award.region')}
        value={region}
        choices={context.regencies.map(({ code, name }) => ({ value: code, label: name }))}
        onPick={(code) => changeView((v) => ({ ...v, region: code }))}
      />{' '}
      <span>{say('award.when')}</span>{' '}
      <Pick
        look="word"
        name={say('award.period')}
        value={year}
        choices={years.map((value) => ({ value, label: value }))}
        onPick={(picked) => changeView((v) => ({ ...v, period: { from: Number(picked), to: Number(picked) } }))}
      />
    </h1>
  )
}

const Finding = ({ answer, region }: { readonly answer: AwardAnswer; readonly region: string }) => {
  const text = useText()
  const { say, count, date, language } = text
  const { ranking, partners, period, asOf, sample } = answer
  const first = ranking.filter(({ rank }) => rank === 1)
  if (first.length === 0) return <p className="award-small">{say('award.none', { region, period })}</p>
  const about = {
    score: formatTenths(first[0]!.score, text),
    count: count(ranking.length),
    total: count(partners),
    date: date(asOf.time),
  }
  return (
    <div className="page-answer">
      <strong className="page-figure">{about.score}</strong>
      <p>
        <span className="page-finding">
          {enumerate(
            first.map(({ name }) => name),
            language,
          )}{' '}
          {say('award.first', { count: first.length })}
        </span>
        <small>
          {say('award.about', about)} {sample && <span className="badge badge-sample">{say('award.sample')}</span>}
        </small>
      </p>
    </div>
  )
}

const Shown = ({ context }: { readonly context: ContextAnswer }) => {
  const { say, date, count, language } = useText()
  const { view } = useView()
  const state = useAward()
  // The server ranks once the hand rests; the weights themselves follow at once.
  const weights = useSettled(state.weights, REST_MS)
  const asked = { ...state, weights, region: view.region, period: formatPeriod(view.period) }
  const { data: answer, error } = useAwardAnswer(asked)
  const region = context.regencies.find(({ code }) => code === view.region)?.name ?? view.region
  const line = answer?.ranking.find(({ organisation }) => organisation === state.partner)
  const isOpen = answer?.dossier && line && answer.dossier.organisation === state.partner
  return (
    <div className="award">
      {!isOpen && <Question context={context} region={view.region} year={`${view.period.to}`} />}
      <Refused error={error} />
      {answer && (
        <>
          {!isOpen && <Finding answer={answer} region={region} />}
          <p className="award-ways">
            {isOpen && (
              <>
                <button type="button" className="link" onClick={() => changeAward({ partner: null })}>
                  {say('award.back')}
                </button>
                <a
                  className="link"
                  href={`/p/organisation/${encodeURIComponent(line.organisation)}${language === 'en' ? '?lang=en' : ''}`}
                >
                  {say('award.profile')}
                </a>
              </>
            )}
            <a className="link award-to-weights" href="#award-weights">
              {say('award.weights')}
            </a>
            <a className="button-quiet" href={csvAddress(asked)}>
              {say('award.csv')}
            </a>
            <button type="button" className="button-quiet" onClick={() => print()}>
              {say('award.print')}
            </button>
          </p>
          <div className="award-desk">
            {isOpen ? (
              <Dossier answer={answer} line={line} dossier={answer.dossier} context={context} region={region} />
            ) : (
              <Ranking answer={answer} />
            )}
            <Weights answer={answer} asked={state.weights} />
          </div>
          <p className="award-small award-sources">
            {say('award.sheet.sources', {
              date: date(answer.asOf.time),
              seq: count(answer.asOf.seq),
              today: date(answer.today),
            })}
          </p>
        </>
      )}
    </div>
  )
}

const Screen = () => <Waited asked={useContextAnswer()}>{(context) => <Shown context={context} />}</Waited>

/** The award: partners ranked by weights that everyone may try, each score down to its records. */
const Award = () => (
  <AwardTexts>
    <Screen />
  </AwardTexts>
)

export default Award
