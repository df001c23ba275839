import type { ConvergenceAnswer } from '../../data/model/convergence_answer.ts'
import { useText } from '../text/useText.ts'
import { Mark } from './Mark.tsx'
import { cellAt, partyNameIn, placeNameIn, stateWords } from './names.ts'
import { type CellKey, changeConvergence, formatCell } from './state.ts'

type Props = {
  readonly answer: ConvergenceAnswer
  readonly own: CellKey
  readonly open: CellKey | null
  readonly row: number
  readonly column: number
}

/** One answer; it opens the evidence beside the matrix. */
export const CellButton = ({ answer, own, open, row, column }: Props) => {
  const text = useText()
  const { say } = text
  const cell = cellAt(answer.places, own)
  const state = cell?.state ?? 'no_data'
  const isOpen = open !== null && formatCell(open) === formatCell(own)
  const isEntry = open === null ? row === 0 && column === 0 : isOpen
  return (
    <button
      type="button"
      className="convergence-cell"
      data-at={`${row},${column}`}
      tabIndex={isEntry ? 0 : -1}
      aria-pressed={isOpen}
      aria-label={say('convergence.cell', {
        place: placeNameIn(answer, own.place),
        party: partyNameIn(answer, own.party),
        question: say(`convergence.question.${own.question}`),
        state: stateWords(state, text),
      })}
      onClick={() => changeConvergence({ cell: isOpen ? null : own })}
    >
      <Mark state={state} />
    </button>
  )
}
