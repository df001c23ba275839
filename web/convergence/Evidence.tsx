import type { ConvergenceAnswer, Evidence as Document } from '../../data/model/convergence_answer.ts'
import { CELL_STATES } from '../../data/model/convergence_answer.ts'
import { isModerating } from '../../data/model/person.ts'
import { Origin } from '../panel/card/Origin.tsx'
import { useSession } from '../session.ts'
import { useText } from '../text/useText.ts'
import { recordAddress } from './addresses.ts'
import { Entry } from './Entry.tsx'
import { Mark } from './Mark.tsx'
import { cellAt, partyNameIn, placeNameIn, stateWords } from './names.ts'
import { type CellKey, changeConvergence, formatCell } from './state.ts'

const One = ({ document }: { readonly document: Document }) => {
  const { say, date, language } = useText()
  const { source, record, confirmed, by, origin, value } = document
  return (
    <li>
      <p>
        <Mark state={value ? 'yes' : 'no'} />{' '}
        <strong>{say(value ? 'convergence.state.yes' : 'convergence.state.no')}</strong>
        {origin === 'sample' && (
          <>
            {' '}
            <Origin origin={origin} />
          </>
        )}
      </p>
      <p>
        <a className="link-in" href={recordAddress('convergence', record, language)}>
          {source.text}
        </a>
        {source.date && `, ${date(source.date)}`}
      </p>
      {source.wording && (
        <blockquote className="wording">{say('record.wording', { wording: source.wording })}</blockquote>
      )}
      {source.url && (
        <p>
          <a className="link" href={source.url} target="_blank" rel="noreferrer">
            {say('record.sourceLink')}
          </a>
        </p>
      )}
      <p className="convergence-small">
        {by
          ? say('convergence.confirmedBy', { name: by.name, date: date(confirmed) })
          : say('convergence.confirmed', { date: date(confirmed) })}
      </p>
    </li>
  )
}

/** How to read the marks, while no cell is open. */
const Key = () => {
  const text = useText()
  return (
    <>
      <h3>{text.say('convergence.key')}</h3>
      <ul className="convergence-key">
        {CELL_STATES.map((state) => (
          <li key={state}>
            <Mark state={state} /> {stateWords(state, text)}
          </li>
        ))}
      </ul>
      <p className="convergence-small">{text.say('convergence.key.about')}</p>
    </>
  )
}

type Props = { readonly answer: ConvergenceAnswer; readonly cell: CellKey | null }

/** The documents behind a cell, newest first, and for those who may the entering of another. */
export const Evidence = ({ answer, cell: key }: Props) => {
  const text = useText()
  const { say } = text
  const { data: session } = useSession()
  const cell = key && cellAt(answer.places, key)
  if (!key || !cell)
    return (
      <aside className="convergence-evidence" aria-label={say('convergence.evidence')}>
        <Key />
      </aside>
    )
  const { state, evidence } = cell
  const isSekber = session !== undefined && isModerating(session.role) && !session.mustSetTotp
  const mayRecord = isSekber || session?.role === 'planner'
  return (
    <aside className="convergence-evidence" aria-label={say('convergence.evidence')} aria-live="polite">
      <h3>
        {placeNameIn(answer, key.place)}, {partyNameIn(answer, key.party)}
      </h3>
      <p className="convergence-state">
        <Mark state={state} /> {say(`convergence.question.${key.question}`)}: <strong>{stateWords(state, text)}</strong>
      </p>
      {state === 'no_data' && <p>{say('convergence.noData')}</p>}
      {state === 'disputed' && <p>{say('convergence.disputed')}</p>}
      <ul className="convergence-documents">
        {evidence.map((document) => (
          <One key={document.record} document={document} />
        ))}
      </ul>
      {mayRecord && <Entry key={formatCell(key)} answer={answer} cell={key} isSekber={isSekber} />}
      <button type="button" className="link" onClick={() => changeConvergence({ cell: null })}>
        {say('convergence.close')}
      </button>
    </aside>
  )
}
