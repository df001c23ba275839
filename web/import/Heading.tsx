import { type ReactNode, useEffect, useRef } from 'react'

/** The title of a step; whoever works by keyboard or ear starts there. */
export const Heading = ({ children }: { readonly children: ReactNode }) => {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus({ preventScroll: true }), [])
  return (
    <h2 ref={ref} className="import-heading" tabIndex={-1}>
      {children}
    </h2>
  )
}
