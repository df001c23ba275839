import { useState } from 'react'
import type { ImportAnswer, RowState } from '../../data/model/importing.ts'
import { Refused } from '../pages/Refused.tsx'
import type { Bbox } from '../sketch/projection.ts'
import { SketchMap } from '../sketch/SketchMap.tsx'
import { useText } from '../text/useText.ts'
import { boundsOf } from './bounds.ts'
import { type ImportChanges, useRows } from './queries.ts'
import { Row } from './Row.tsx'

type Props = { readonly answer: ImportAnswer; readonly changes: ImportChanges; readonly version: string }
const SHOWN: readonly RowState[] = ['faulty', 'asked', 'good', 'left', 'done']

/** The rows of a file by how they stand, on the map and one by one; what needs a hand comes first. */
export const Rows = ({ answer, changes, version }: Props) => {
  const { say, count } = useText()
  const { counts } = answer
  const first = SHOWN.find((state) => counts[state] > 0) ?? 'good'
  const [chosen, setChosen] = useState<RowState | null>(null)
  const state = chosen ?? first
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useRows(answer.id, state, version)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const features = data?.pages.flatMap((page) => page.features) ?? []
  const bbox: Bbox | null = boundsOf(features)
  return (
    <>
      <fieldset className="import-states">
        <legend className="unseen">{say('import.rows')}</legend>
        {SHOWN.map((one) => (
          <button key={one} type="button" aria-pressed={state === one} onClick={() => setChosen(one)}>
            {say(`import.rows.${one}`)} <strong>{count(counts[one])}</strong>
          </button>
        ))}
      </fieldset>
      <Refused error={error ?? changes.mend.error} />
      {bbox && <SketchMap bbox={bbox} features={features} words={say('import.map')} />}
      {data && rows.length === 0 && <p>{say('import.rows.none')}</p>}
      <ul className="import-rows">
        {rows.map((row) => (
          <Row key={row.row} row={row} columns={answer.columns.map(({ name }) => name)} mend={changes.mend} />
        ))}
      </ul>
      {hasNextPage && (
        <button
          type="button"
          className="button-quiet"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {say('import.more')}
        </button>
      )}
    </>
  )
}
