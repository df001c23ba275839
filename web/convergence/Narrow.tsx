import { Fragment } from 'react'
import { CONVERGENCE_QUESTIONS } from '../../data/model/convergence.ts'
import type { ConvergenceAnswer } from '../../data/model/convergence_answer.ts'
import { useText } from '../text/useText.ts'
import { CellButton } from './CellButton.tsx'
import { Evidence } from './Evidence.tsx'
import { type CellKey, changeConvergence } from './state.ts'
import { useGridKeys } from './useGridKeys.ts'

type Line = { readonly key: string; readonly name: string; readonly place: string; readonly party: string }
type Props = {
  readonly answer: ConvergenceAnswer
  readonly by: 'place' | 'party'
  readonly place: string
  readonly party: string
  readonly cell: CellKey | null
  /** Evidence opens under its line, where there is no room beside the table. */
  readonly isInline: boolean
}

const linesOf = ({ answer: { places, parties }, by, place, party }: Props): readonly Line[] =>
  by === 'place'
    ? parties.map(({ id, name }) => ({ key: id, name, place, party: id }))
    : places.map(({ code, name }) => ({ key: code, name, place: code, party }))

/** One place with all parties, or one party in all places: three columns fit a phone. */
export const Narrow = (props: Props) => {
  const { answer, by, place, party, cell, isInline } = props
  const { say } = useText()
  const keys = useGridKeys()
  const choices =
    by === 'place'
      ? answer.places.map(({ code, name }) => ({ value: code, label: name }))
      : answer.parties.map(({ id, name }) => ({ value: id, label: name }))
  const chosen = by === 'place' ? place : party
  const title = choices.find(({ value }) => value === chosen)?.label ?? chosen
  return (
    <div className="convergence-narrow">
      <div className="field">
        <label htmlFor="convergence-one">{say(`convergence.one.${by}`)}</label>
        <select
          id="convergence-one"
          value={chosen}
          onChange={({ target }) => changeConvergence({ [by]: target.value, cell: null })}
        >
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked by arrow keys */}
      <table className="convergence-lines" role="grid" aria-label={title} {...keys}>
        <thead>
          <tr>
            <th scope="col" className="convergence-line">
              {say(by === 'place' ? 'convergence.party' : 'convergence.place')}
            </th>
            {CONVERGENCE_QUESTIONS.map((question) => (
              <th key={question} scope="col" className="convergence-short">
                {say(`convergence.short.${question}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesOf(props).map((line, row) => (
            <Fragment key={line.key}>
              <tr>
                <th scope="row" className="convergence-line">
                  {line.name}
                </th>
                {CONVERGENCE_QUESTIONS.map((question, column) => (
                  <td key={question}>
                    <CellButton
                      answer={answer}
                      own={{ place: line.place, party: line.party, question }}
                      open={cell}
                      row={row}
                      column={column}
                    />
                  </td>
                ))}
              </tr>
              {isInline && cell?.place === line.place && cell.party === line.party && (
                <tr>
                  <td colSpan={4}>
                    <Evidence answer={answer} cell={cell} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
