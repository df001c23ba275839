import type { MouseEvent, ReactNode } from 'react'
import { changeView, useView } from '../../useView.ts'
import { formatView, type Selection } from '../../view.ts'

/** A plain click stays on the page; every other one is the browser's. */
export const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

type Props = { readonly selection: Selection; readonly children: ReactNode; readonly className?: string }

/** A link to another record or place: it keeps the question and the map, and can be opened in a tab of its own. */
export const To = ({ selection, children, className = 'link-in' }: Props) => {
  const { view } = useView()
  return (
    <a
      className={className}
      href={formatView({ ...view, selection })}
      onClick={(event) => {
        if (!isPlainClick(event)) return
        event.preventDefault()
        changeView((current) => ({ ...current, selection }))
      }}
    >
      {children}
    </a>
  )
}
