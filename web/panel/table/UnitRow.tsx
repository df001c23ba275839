import type { Row } from '@tanstack/react-table'
import { FlexRender } from '@tanstack/react-table'
import { LocateFixed } from 'lucide-react'
import type { CoverageUnit } from '../../../data/model/answers.ts'
import { useText } from '../../text/useText.ts'
import { type features, NUMERIC } from './columns.tsx'

type Props = {
  readonly row: Row<typeof features, CoverageUnit>
  readonly index: number
  readonly selected: boolean
  readonly hovered: boolean
  /** In the tab order. */
  readonly active: boolean
  readonly onSelect: () => void
  readonly onHover: (over: boolean) => void
  readonly onZoom: () => void
}

/** One unit: its name selects it, the pointer lifts it on the map, the last column goes there. */
export const UnitRow = ({ row, index, selected, hovered, active, onSelect, onHover, onZoom }: Props) => {
  const { say } = useText()
  const { name } = row.original
  return (
    <tr
      aria-rowindex={index + 2}
      aria-current={selected ? 'true' : undefined}
      data-hovered={hovered}
      onMouseEnter={() => onHover(true)}
      onMouseLeave={() => onHover(false)}
    >
      {row.getAllCells().map((cell) =>
        cell.column.id === 'name' ? (
          <th key={cell.id} scope="row">
            <button
              type="button"
              data-row={index}
              tabIndex={active ? 0 : -1}
              aria-pressed={selected}
              onClick={onSelect}
              onFocus={() => onHover(true)}
              onBlur={() => onHover(false)}
            >
              {name}
            </button>
          </th>
        ) : (
          <td key={cell.id} data-column={cell.column.id} data-numeric={NUMERIC.has(cell.column.id)}>
            <FlexRender cell={cell} />
          </td>
        ),
      )}
      <td data-column="zoom">
        <button
          type="button"
          className="table-zoom"
          tabIndex={active ? 0 : -1}
          aria-label={say('table.zoom', { name })}
          title={say('card.zoom')}
          onClick={onZoom}
        >
          <LocateFixed aria-hidden="true" />
        </button>
      </td>
    </tr>
  )
}
