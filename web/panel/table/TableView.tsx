import { useQueryClient } from '@tanstack/react-query'
import { useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Search } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { CoverageUnit } from '../../../data/model/answers.ts'
import { coverageDownload } from '../../api.ts'
import { useText } from '../../text/useText.ts'
import { useLayout } from '../../useView.ts'
import { placeQuery, recordQuery } from '../card/queries.ts'
import type { TableProps } from '../props.ts'
import { columnsFor, features } from './columns.tsx'
import { Head } from './Head.tsx'
import { filterUnits, isSame, selectionOf } from './rows.ts'
import { UnitRow } from './UnitRow.tsx'
import { useRoving } from './useRoving.ts'

/** Rows, and the head that stays above them; taller where a thumb chooses. */
const ROW_PX = { desk: 38, phone: 44 } as const
const OVERSCAN = 12
const NO_UNITS: readonly CoverageUnit[] = []

/** Where a unit lies; the answer itself carries no boxes. */
const useZoom = (onZoom: TableProps['onZoom']) => {
  const client = useQueryClient()
  return async ({ code, level }: CoverageUnit) => {
    const answer =
      level === 'zone' || level === 'authority'
        ? await client.query(recordQuery(level, code))
        : await client.query(placeQuery(code))
    if (answer.bbox) onZoom(answer.bbox)
  }
}

/** The same answer as the map, as a table: what is chosen or pointed at in one is so in the other. */
export const TableView = ({ view, coverage, context, palette, changeView, hovered, onHover, onZoom }: TableProps) => {
  const text = useText()
  const { say, count } = text
  const [filter, setFilter] = useState('')
  const wanted = useDeferredValue(filter)
  const zoom = useZoom(onZoom)
  const units = coverage?.units ?? NO_UNITS
  const data = useMemo(() => [...filterUnits(units, view.only, wanted)], [units, view.only, wanted])
  const columns = useMemo(
    () => columnsFor({ level: view.level, context, palette, text }),
    [view.level, context, palette, text],
  )
  const table = useTable({ features, columns, data, enableSortingRemoval: true })
  const { rows } = table.getRowModel()

  const rowPx = ROW_PX[useLayout() === 'phone' ? 'phone' : 'desk']
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    scrollMargin: rowPx,
    scrollPaddingStart: rowPx,
  })
  const { active, setActive, body, onKeyDown } = useRoving(virtualizer, rows.length)
  const selectedRow = rows.findIndex(({ original }) => isSame(view.selection, selectionOf(original)))
  useEffect(() => {
    if (selectedRow < 0) return
    setActive(selectedRow)
    virtualizer.scrollToIndex(selectedRow, { align: 'auto' })
  }, [selectedRow, setActive, virtualizer])

  const drawn = virtualizer.getVirtualItems()
  const above = (drawn[0]?.start ?? rowPx) - rowPx
  const below = virtualizer.getTotalSize() - ((drawn.at(-1)?.end ?? rowPx) - rowPx)

  return (
    <section className="table-view" aria-label={say('table.name')}>
      <div className="table-head">
        <label className="table-filter">
          <Search aria-hidden="true" />
          <input
            type="search"
            value={filter}
            placeholder={say('table.filter')}
            aria-label={say('table.filter')}
            onChange={(event) => setFilter(event.target.value)}
          />
        </label>
        <p role="status">
          {coverage
            ? say('table.count', { shown: count(rows.length), total: count(units.length) })
            : say('table.loading')}
        </p>
        <a className="link" href={coverageDownload(view, 'csv')} download="">
          {say('table.csv')}
        </a>
      </div>
      <div className="table-scroll" ref={scroller}>
        <div style={{ paddingTop: above, paddingBottom: below }}>
          <table aria-rowcount={rows.length + 1}>
            <thead>
              {table.getHeaderGroups().map((group) => (
                <tr key={group.id} aria-rowindex={1}>
                  {group.headers.map((header) => (
                    <Head key={header.id} header={header} words={String(header.column.columnDef.header)} />
                  ))}
                  <th scope="col" className="table-column" data-column="zoom">
                    <span className="unseen">{say('table.actions')}</span>
                  </th>
                </tr>
              ))}
            </thead>
            <tbody ref={body} onKeyDown={onKeyDown}>
              {drawn.map(({ index }) => {
                const row = rows[index]
                if (!row) return null
                const selection = selectionOf(row.original)
                return (
                  <UnitRow
                    key={row.id}
                    row={row}
                    index={index}
                    selected={index === selectedRow}
                    hovered={isSame(hovered, selection)}
                    active={index === active}
                    onSelect={() => changeView((v) => ({ ...v, selection }))}
                    onHover={(over) => onHover(over ? selection : null)}
                    onZoom={() => void zoom(row.original)}
                  />
                )
              })}
            </tbody>
          </table>
        </div>
        {coverage && rows.length === 0 && (
          <div className="table-none">
            <p>{say('table.none')}</p>
            <button
              type="button"
              className="button-quiet"
              onClick={() => {
                setFilter('')
                changeView((v) => ({ ...v, only: [] }))
              }}
            >
              {say('table.clear')}
            </button>
          </div>
        )}
      </div>
    </section>
  )
}
