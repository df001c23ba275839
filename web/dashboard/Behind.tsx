import type { ReactNode } from 'react'
import { useSearch } from '../useView.ts'
import { addressWith, changeDashboard, type DashboardView } from './state.ts'

type Props = {
  readonly to: Pick<DashboardView, 'records'> | Pick<DashboardView, 'villages'>
  /** Tells the link from the others that show the same number. */
  readonly name: string
  readonly children: ReactNode
}

const isPlain = ({ ctrlKey, metaKey, shiftKey, button }: React.MouseEvent): boolean =>
  !ctrlKey && !metaKey && !shiftKey && button === 0

/** A number that leads to what it was counted from. */
export const Behind = ({ to, name, children }: Props) => {
  const search = useSearch()
  const open = (event: React.MouseEvent) => {
    if (!isPlain(event)) return
    event.preventDefault()
    changeDashboard(to)
    scrollTo(0, 0)
  }
  return (
    <a className="dash-number" href={addressWith(search, to)} aria-label={name} onClick={open}>
      {children}
    </a>
  )
}
