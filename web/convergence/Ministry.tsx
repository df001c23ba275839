import { useState } from 'react'
import type { ConvergenceAnswer, PartyList } from '../../data/model/convergence_answer.ts'
import { useText } from '../text/useText.ts'
import { type Ask, asksOf } from './asks.ts'
import { partyNameIn } from './names.ts'
import { changeConvergence } from './state.ts'
import { writeWorkbook } from './workbook.ts'

const COLUMNS = ['place', 'ask', 'standing', 'basis'] as const

/** The list as a table, on screen and on paper. */
export const Asks = ({ asks, isPaper = false }: { readonly asks: readonly Ask[]; readonly isPaper?: boolean }) => {
  const { say, count } = useText()
  return (
    <table className="convergence-asks">
      <thead>
        <tr>
          <th scope="col" className="convergence-heading">
            {say('convergence.list.number')}
          </th>
          {COLUMNS.map((name) => (
            <th
              key={name}
              scope="col"
              className={name === 'place' ? 'convergence-heading convergence-heading-place' : 'convergence-heading'}
            >
              {say(`convergence.list.${name}`)}
            </th>
          ))}
          {isPaper && (
            <th scope="col" className="convergence-heading">
              {say('convergence.list.answer')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {asks.map(({ key, places, words, standing, basis }, at) => (
          <tr key={key}>
            <td>{count(at + 1)}</td>
            <td>{places}</td>
            <td>{words}</td>
            <td>{standing}</td>
            <td>{basis}</td>
            {isPaper && <td />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const SHOWN = 12

type Props = { readonly answer: ConvergenceAnswer; readonly list: PartyList }

/** What to take to one ministry: picked, read, printed, downloaded. */
export const Ministry = ({ answer, list }: Props) => {
  const text = useText()
  const { say, date, count } = text
  const [isBusy, setBusy] = useState(false)
  const [isWhole, setWhole] = useState(false)
  const asks = asksOf(answer, list, text)
  const download = async () => {
    setBusy(true)
    try {
      await writeWorkbook(answer, list, text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="convergence-part">
      <h2>{say('convergence.list')}</h2>
      <p className="convergence-ways">
        <label htmlFor="convergence-to">{say('convergence.list.to')}</label>
        <select
          id="convergence-to"
          value={list.party}
          onChange={({ target }) => changeConvergence({ to: target.value })}
        >
          {answer.lists.map(({ party }) => (
            <option key={party} value={party}>
              {partyNameIn(answer, party)}
            </option>
          ))}
        </select>
        <button type="button" className="button-quiet" onClick={() => print()}>
          {say('convergence.list.print')}
        </button>
        <button type="button" className="button-quiet" disabled={isBusy} onClick={() => void download()}>
          {say('convergence.list.xlsx')}
        </button>
      </p>
      <p className="convergence-small" role="status">
        {say('convergence.list.about', {
          count: asks.length,
          proposals: list.proposals.length,
          consents: count(new Set(list.consents.map(({ place }) => place)).size),
          answers: count(list.asks.length),
          total: count(answer.places.length * 3),
          date: date(answer.asOf.time),
        })}
      </p>
      <Asks asks={isWhole ? asks : asks.slice(0, SHOWN)} />
      {asks.length > SHOWN && (
        <p>
          <button type="button" className="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole
              ? say('convergence.list.less')
              : say('convergence.list.more', { count: count(asks.length - SHOWN) })}
          </button>
        </p>
      )}
    </section>
  )
}

/** The same on paper; on screen it is not seen. */
export const Sheet = ({ answer, list }: Props) => {
  const text = useText()
  const { say, date } = text
  return (
    <section className="convergence-sheet page-paper">
      <h1>{say('convergence.sheet.title', { party: partyNameIn(answer, list.party) })}</h1>
      <p>
        {say('convergence.sheet.about', { programme: answer.programme?.title ?? '', date: date(answer.asOf.time) })}{' '}
        {answer.sample && say('convergence.sheet.sample')}
      </p>
      <Asks asks={asksOf(answer, list, text)} isPaper />
    </section>
  )
}
