import './convergence.css'
import './area_map.css'
import './matrix.css'
import type { ConvergenceAnswer } from '../../data/model/convergence_answer.ts'
import { Waited } from '../pages/Waited.tsx'
import { Origin } from '../panel/card/Origin.tsx'
import { useText } from '../text/useText.ts'
import { useLayout, useView } from '../useView.ts'
import { recordAddress } from './addresses.ts'
import { ConvergenceTexts } from './ConvergenceTexts.tsx'
import { Evidence } from './Evidence.tsx'
import { Matrix } from './Matrix.tsx'
import { Ministry, Sheet } from './Ministry.tsx'
import { Narrow } from './Narrow.tsx'
import { sourceWords } from './names.ts'
import { useConvergence } from './queries.ts'
import { Reported } from './Reported.tsx'
import { changeConvergence, MATRIX_LOOKS, useConvergenceView } from './state.ts'
import { Warnings } from './Warnings.tsx'
import { Who } from './Who.tsx'

/** Where nothing reaches the place that was asked about: what there is instead. */
const Nothing = ({ answer }: { readonly answer: ConvergenceAnswer }) => {
  const { say } = useText()
  return (
    <div className="convergence-part">
      <h1 className="convergence-question">{say('convergence.title')}</h1>
      <p>{say(answer.programmes.length > 0 ? 'convergence.none' : 'convergence.noProgramme')}</p>
      <ul>
        {answer.programmes.map(({ id, title }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => changeConvergence({ programme: id, place: null })}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const About = ({ answer }: { readonly answer: ConvergenceAnswer }) => {
  const text = useText()
  const { say, language } = text
  const { programme } = answer
  if (!programme) return null
  return (
    <details className="convergence-part convergence-about">
      <summary>{programme.title}</summary>
      {programme.note && <p>{programme.note}</p>}
      <ol>
        {programme.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="convergence-small">
        {say('convergence.source')}{' '}
        <a className="link-in" href={recordAddress('convergence', programme.id, language)}>
          {sourceWords(programme.source, text)}
        </a>
      </p>
    </details>
  )
}

const Cells = ({ answer, place }: { readonly answer: ConvergenceAnswer; readonly place: string }) => {
  const { say, count, date, share } = useText()
  const layout = useLayout()
  const { look: asked, party: chosen, cell } = useConvergenceView()
  const look = asked ?? (layout === 'phone' ? 'place' : 'all')
  const { total, yes, no, disputed, no_data: noData } = answer.counts
  const party = answer.parties.find(({ id }) => id === chosen)?.id ?? answer.parties[0]?.id ?? ''
  const answered = total - noData
  const isInline = look !== 'all' && layout !== 'desk'
  return (
    <section className="convergence-part">
      <h2>{say('convergence.matrix')}</h2>
      <p className="convergence-counts">
        <strong>{say('convergence.counts', { answered: count(answered), total: count(total) })}</strong>{' '}
        <span className="convergence-small">
          {say('convergence.counts.more', {
            share: share(total > 0 ? answered / total : 0),
            yes: count(yes),
            no: count(no),
            disputed: count(disputed),
            none: count(noData),
            date: date(answer.asOf.time),
          })}
        </span>{' '}
        {answer.sample && <Origin origin="sample" />}
      </p>
      <fieldset className="convergence-looks">
        <legend className="unseen">{say('convergence.look')}</legend>
        {MATRIX_LOOKS.map((one) => (
          <button key={one} type="button" aria-pressed={look === one} onClick={() => changeConvergence({ look: one })}>
            {say(`convergence.look.${one}`)}
          </button>
        ))}
      </fieldset>
      <div className="convergence-desk">
        {look === 'all' ? (
          <Matrix answer={answer} place={place} cell={cell} />
        ) : (
          <Narrow answer={answer} by={look} place={place} party={party} cell={cell} isInline={isInline} />
        )}
        {(!isInline || cell === null) && <Evidence answer={answer} cell={cell} />}
      </div>
    </section>
  )
}

const Shown = ({ answer }: { readonly answer: ConvergenceAnswer }) => {
  const { place, to } = useConvergenceView()
  const one = answer.places.find(({ code }) => code === place) ?? answer.places[0]
  const list = answer.lists.find(({ party }) => party === to) ?? answer.lists[0]
  if (!one) return <Nothing answer={answer} />
  return (
    <>
      <div className="convergence page-screen">
        <Who answer={answer} one={one} />
        <Cells answer={answer} place={one.code} />
        <Warnings answer={answer} />
        {list && <Ministry answer={answer} list={list} />}
        <Reported answer={answer} />
        <About answer={answer} />
      </div>
      {list && <Sheet answer={answer} list={list} />}
    </>
  )
}

const Screen = () => {
  const { programme, place } = useConvergenceView()
  const { view } = useView()
  const inView = new URLSearchParams(location.search).has('region') ? view.region : null
  const asked = useConvergence({ programme, place: place ?? inView })
  return <Waited asked={asked}>{(answer) => <Shown answer={answer} />}</Waited>
}

/** Convergence: who may build where, who has it in plan, budget and monitoring, and what to ask of whom. */
const Convergence = () => (
  <ConvergenceTexts>
    <Screen />
  </ConvergenceTexts>
)

export default Convergence
