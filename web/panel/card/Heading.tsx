import { type ReactNode, useEffect, useRef } from 'react'

/** Where the reader is working, the focus stays: the table's rows and the map are walked with the keyboard. */
const KEEPS_FOCUS = '.table-view, .maplibregl-map'

/** The name of what was chosen. It takes the focus when it appears, so that a screen reader starts to read here. */
export const Heading = ({ children }: { readonly children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!document.activeElement?.closest(KEEPS_FOCUS)) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h2 ref={heading} tabIndex={-1} className="card-title">
      {children}
    </h2>
  )
}
