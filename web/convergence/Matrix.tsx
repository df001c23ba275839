import { useEffect, useRef } from 'react'
import { CONVERGENCE_QUESTIONS } from '../../data/model/convergence.ts'
import type { ConvergenceAnswer, ConvergencePlace } from '../../data/model/convergence_answer.ts'
import { countCells } from '../../data/model/convergence_judged.ts'
import { useText } from '../text/useText.ts'
import { CellButton } from './CellButton.tsx'
import { shortOf } from './names.ts'
import { type CellKey, changeConvergence } from './state.ts'
import { useGridKeys } from './useGridKeys.ts'

type Props = {
  readonly answer: ConvergenceAnswer
  readonly place: string
  readonly cell: CellKey | null
}

/** The two lines of heads that stay while the rows scroll. */
const HEAD_PX = 114

const Row = ({
  one,
  at,
  answer,
  cell,
  isChosen,
}: Omit<Props, 'place'> & { one: ConvergencePlace; at: number; isChosen: boolean }) => {
  const { say, count } = useText()
  const { total, no_data: noData } = countCells(one.cells)
  return (
    <tr aria-selected={isChosen} data-place={one.code}>
      <th scope="row" className="convergence-row" data-level={one.level}>
        <button type="button" className="link-in" onClick={() => changeConvergence({ place: one.code })}>
          {one.name}
        </button>
        <small>{say('convergence.answered', { count: count(total - noData), total: count(total) })}</small>
      </th>
      {answer.parties.flatMap((party, group) =>
        CONVERGENCE_QUESTIONS.map((question, inside) => (
          <td key={`${party.id} ${question}`} className={inside === 0 ? 'convergence-group' : undefined}>
            <CellButton
              answer={answer}
              own={{ place: one.code, party: party.id, question }}
              open={cell}
              row={at}
              column={group * CONVERGENCE_QUESTIONS.length + inside}
            />
          </td>
        )),
      )}
    </tr>
  )
}

/** Every place by every party: plan, budget, monitoring. Arrow keys walk through it. */
export const Matrix = ({ answer, place, cell }: Props) => {
  const { say } = useText()
  const keys = useGridKeys()
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const row = frame.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)
    if (row) frame.current?.scrollTo({ top: row.offsetTop - HEAD_PX })
  }, [place])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse
    <section ref={frame} className="convergence-scroll" tabIndex={0} aria-label={say('convergence.matrix')}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked by arrow keys */}
      <table className="convergence-matrix" role="grid" aria-label={say('convergence.matrix')} {...keys}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="convergence-corner">
              {say('convergence.place')}
            </th>
            {answer.parties.map((party) => (
              <th
                key={party.id}
                scope="colgroup"
                colSpan={3}
                className="convergence-party convergence-group"
                title={party.name}
              >
                {shortOf(party)}
                {party.origin === 'sample' && <small> {say('convergence.sample')}</small>}
              </th>
            ))}
          </tr>
          <tr>
            {answer.parties.flatMap(({ id }) =>
              CONVERGENCE_QUESTIONS.map((question, inside) => (
                <th
                  key={`${id} ${question}`}
                  scope="col"
                  className={inside === 0 ? 'convergence-letter convergence-group' : 'convergence-letter'}
                >
                  <abbr title={say(`convergence.question.${question}`)}>{say(`convergence.letter.${question}`)}</abbr>
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {answer.places.map((one, at) => (
            <Row key={one.code} one={one} at={at} answer={answer} cell={cell} isChosen={one.code === place} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
