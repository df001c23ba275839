import type { Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'

/** How far each key goes in a list of `count` rows, `page` rows to a screen. */
const nextRow = (key: string, row: number, count: number, page: number): number | null => {
  const moves: { readonly [key: string]: number } = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: count - 1,
  }
  const next = moves[key]
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next))
}

/**
 * One row is in the tab order; arrows, page keys, home and end move through all of them. A far row is drawn only after
 * the scrolling, so the focus waits for it.
 */
export const useRoving = (virtualizer: Virtualizer<HTMLDivElement, HTMLTableRowElement>, count: number) => {
  const [active, setActive] = useState(0)
  const body = useRef<HTMLTableSectionElement>(null)
  const awaited = useRef<number | null>(null)
  useLayoutEffect(() => {
    const button = awaited.current === null ? null : body.current?.querySelector(`[data-row="${awaited.current}"]`)
    if (!(button instanceof HTMLElement)) return
    awaited.current = null
    button.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = nextRow(event.key, active, count, virtualizer.getVirtualItems().length)
    if (next === null || !(event.target instanceof HTMLElement) || !event.target.dataset.row) return
    event.preventDefault()
    awaited.current = next
    setActive(next)
    virtualizer.scrollToIndex(next)
  }
  return { active: Math.min(active, Math.max(0, count - 1)), setActive, body, onKeyDown }
}
