import { AUTHORITY_RULES, isBarrier } from '../../data/model/authority_rule.ts'
import { CONVERGENCE_QUESTIONS } from '../../data/model/convergence.ts'
import type {
  AuthorityHere,
  CellState,
  ConvergenceAnswer,
  ConvergencePlace,
} from '../../data/model/convergence_answer.ts'
import { enumerate } from '../panel/card/names.ts'
import { formatHa } from '../panel/card/numbers.ts'
import { Origin } from '../panel/card/Origin.tsx'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import { AuthorityMap } from './AuthorityMap.tsx'
import { recordAddress } from './addresses.ts'
import { shortNameIn, sourceWords } from './names.ts'
import { changeConvergence } from './state.ts'

type Props = { readonly answer: ConvergenceAnswer; readonly one: ConvergencePlace }

const Question = ({ answer, one }: Props) => {
  const { say } = useText()
  return (
    <h1 className="convergence-question">
      <span>{say('convergence.ask')}</span>{' '}
      <Pick
        look="word"
        name={say('convergence.place')}
        value={one.code}
        choices={answer.places.map(({ code, name, level }) => ({
          value: code,
          label: name,
          detail: say(level === 'village' ? 'convergence.village' : 'convergence.island'),
        }))}
        onPick={(place) => changeConvergence({ place, cell: null })}
      />
      <span>?</span>
    </h1>
  )
}

/** Whom to ask first: those who hold the areas that stand in the way. */
const holdersOf = ({ authority }: ConvergencePlace): readonly string[] => [
  ...new Set(authority.filter(({ kind }) => isBarrier(kind)).map(({ holder }) => holder.name)),
]

const isDrawnAsSample = ({ authority }: ConvergencePlace): boolean =>
  authority.every(({ origin }) => origin === 'sample')

const Finding = ({ one }: Pick<Props, 'one'>) => {
  const { say, language } = useText()
  const { building, name } = one
  const holders = holdersOf(one)
  return (
    <p className="convergence-finding">
      {say(`convergence.building.${building.verdict}`, { place: name })}{' '}
      {holders.length > 0 && building.verdict !== 'open' && (
        <span>{say('convergence.holders', { holders: enumerate(holders, language) })}</span>
      )}{' '}
      {(building.sample || (holders.length > 0 && isDrawnAsSample(one))) && <Origin origin="sample" />}
    </p>
  )
}

const Reason = ({ area, at, place }: { readonly area: AuthorityHere; readonly at: number; readonly place: string }) => {
  const { say, share, language } = useText()
  const { reason, remedy, law } = AUTHORITY_RULES[area.kind]
  return (
    <li>
      <span className="convergence-number">{at + 1}</span>
      <div>
        <p>
          <a className="link-in" href={recordAddress('authority', area.id, language)}>
            {area.name}
          </a>
          : <strong>{area.holder.name}</strong> {area.origin === 'sample' && <Origin origin="sample" />}
        </p>
        <p>
          {area.areaHa === null
            ? say('convergence.areaPoint', { place })
            : say('convergence.area', {
                place,
                ha: formatHa(area.areaHa, language),
                share: share(area.share ?? 0),
              })}
        </p>
        <details>
          <summary>{say(`convergence.rule.${AUTHORITY_RULES[area.kind].building}`)}</summary>
          <p>
            {reason[language]} ({law}). {remedy[language]}
          </p>
        </details>
      </div>
    </li>
  )
}

const Said = ({ one }: Pick<Props, 'one'>) => {
  const text = useText()
  const { say, language } = text
  return one.works.map(({ record, words, source, place }) => (
    <p key={record} className="convergence-said">
      {say(place === one.code ? 'convergence.said' : 'convergence.saidOfVillage', { words })}{' '}
      <a className="link-in" href={recordAddress('convergence', record, language)}>
        {sourceWords(source, text)}
      </a>
    </p>
  ))
}

/** The row of the matrix in one sentence a question. */
const Standing = ({ answer, one }: Props) => {
  const { say, count, language } = useText()
  return (
    <dl className="convergence-standing">
      {CONVERGENCE_QUESTIONS.map((question) => {
        const of = (state: CellState) => one.cells.filter((cell) => cell[question].state === state)
        const named = (state: CellState) =>
          enumerate(
            of(state).map(({ party }) => shortNameIn(answer, party)),
            language,
          )
        const told = (['yes', 'no', 'disputed'] as const).filter((state) => of(state).length > 0)
        return (
          <div key={question}>
            <dt>{say(`convergence.short.${question}`)}</dt>
            <dd>
              {told.map((state) => (
                <span key={state}>
                  {say(`convergence.state.${state}`)}: {named(state)}.{' '}
                </span>
              ))}
              <span className="convergence-small">
                {say('convergence.standing', {
                  none: count(of('no_data').length),
                  total: count(one.cells.length),
                })}
              </span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** Who may build in one place: the answer in a sentence, its reasons, and the areas on a map. */
export const Who = ({ answer, one }: Props) => {
  const { say } = useText()
  return (
    <section className="convergence-who">
      <div className="convergence-words">
        <Question answer={answer} one={one} />
        <Finding one={one} />
        <Said one={one} />
        {one.authority.length === 0 ? (
          <p>{say('convergence.noArea', { place: one.name })}</p>
        ) : (
          <ol className="convergence-reasons">
            {one.authority.map((area, at) => (
              <Reason key={area.id} area={area} at={at} place={one.name} />
            ))}
          </ol>
        )}
        <Standing answer={answer} one={one} />
      </div>
      <AuthorityMap answer={answer} one={one} />
    </section>
  )
}
