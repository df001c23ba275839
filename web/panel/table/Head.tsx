import type { Header } from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { CoverageUnit } from '../../../data/model/answers.ts'
import { type features, NUMERIC } from './columns.tsx'

const ORDER = { asc: 'ascending', desc: 'descending' } as const

type Props = { readonly header: Header<typeof features, CoverageUnit, unknown>; readonly words: string }

/** A column's title, which sorts by it; the sorted one says so to everyone. */
export const Head = ({ header: { column }, words }: Props) => {
  const sorted = column.getIsSorted()
  return (
    <th
      scope="col"
      className="table-column"
      data-column={column.id}
      data-numeric={NUMERIC.has(column.id)}
      aria-sort={sorted ? ORDER[sorted] : 'none'}
    >
      <button type="button" onClick={() => column.toggleSorting()}>
        {words}
        {sorted === 'asc' && <ArrowUp aria-hidden="true" />}
        {sorted === 'desc' && <ArrowDown aria-hidden="true" />}
      </button>
    </th>
  )
}
