import { useRef, useState } from 'react'
import type { ImportAnswer, ImportRows, RowState } from '../../data/model/importing.ts'
import { Refused } from '../pages/Refused.tsx'
import { useContextAnswer } from '../queries.ts'
import type { Bbox } from '../sketch/projection.ts'
import { SketchMap } from '../sketch/SketchMap.tsx'
import { useText } from '../text/useText.ts'
import { boundsOf, within } from './bounds.ts'
import { type ImportChanges, useRows } from './queries.ts'
import { type Mend, Row } from './Row.tsx'

type Props = { readonly answer: ImportAnswer; readonly mend: ImportChanges['mend'] }
const SHOWN: readonly RowState[] = ['faulty', 'asked', 'good', 'left', 'done']

const Tabs = ({
  counts,
  state,
  onPick,
}: {
  readonly counts: ImportAnswer['counts']
  readonly state: RowState
  readonly onPick: (state: RowState) => void
}) => {
  const { say, count } = useText()
  return (
    <fieldset className="import-states">
      <legend className="unseen">{say('import.rows')}</legend>
      {SHOWN.filter((one) => counts[one] > 0 || one === state).map((one) => (
        <button key={one} type="button" data-state={one} aria-pressed={state === one} onClick={() => onPick(one)}>
          {say(`import.rows.${one}`)} <strong>{count(counts[one])}</strong>
        </button>
      ))}
    </fieldset>
  )
}

const Where = ({ features }: { readonly features: ImportRows['features'] }) => {
  const { say } = useText()
  const { data: context } = useContextAnswer()
  const shown = within(features, context?.regencies.map(({ bbox }) => bbox) ?? [])
  const bbox: Bbox | null = boundsOf(shown)
  return bbox && <SketchMap bbox={bbox} features={shown} words={say('import.map')} />
}

/** The rows of a file by how they stand, one by one and on the map; what needs a hand comes first. */
export const Rows = ({ answer: { id, counts, columns, choices }, mend }: Props) => {
  const { say } = useText()
  const names = columns.map(({ name }) => name)
  const [chosen, setChosen] = useState<RowState | null>(null)
  const [news, setNews] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const state = chosen !== null && counts[chosen] > 0 ? chosen : (SHOWN.find((one) => counts[one] > 0) ?? 'good')
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useRows(id, state)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const onMend: Mend = ({ row, ...change }, onDone) =>
    mend.mutate(
      { row, ...change },
      {
        onSuccess: (changed) => {
          onDone?.(changed)
          setNews(say('import.row.now', { row, state: say(`import.rows.${changed.row.state}`) }))
          list.current?.focus({ preventScroll: true })
        },
      },
    )
  return (
    <>
      <Tabs counts={counts} state={state} onPick={setChosen} />
      <p role="status" className="import-news">
        {news}
      </p>
      <Refused error={error ?? mend.error} />
      <div className="import-table">
        <ul ref={list} className="import-rows" aria-label={say(`import.rows.${state}`)} tabIndex={-1}>
          {rows.map((row) => (
            <Row
              key={row.row}
              row={row}
              columns={names}
              titled={names.find((name) => choices.mapping[name] === 'title')}
              isPending={mend.isPending}
              onMend={onMend}
            />
          ))}
          {data && rows.length === 0 && <li>{say('import.rows.none')}</li>}
        </ul>
        <div className="import-map">
          <Where features={data?.pages.flatMap((page) => page.features) ?? []} />
        </div>
      </div>
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
