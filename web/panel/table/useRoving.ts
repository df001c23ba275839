import type { Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useState } from 'react'

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

/** One row is in the tab order; arrows, page keys, home and end move through all of them, drawn or not yet. */
export const useRoving = (virtualizer: Virtualizer<HTMLDivElement, HTMLTableRowElement>, count: number) => {
  const [active, setActive] = useState(0)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const page = virtualizer.getVirtualItems().length
    const next = nextRow(event.key, active, count, page)
    if (next === null || !(event.target instanceof HTMLElement) || !event.target.dataset.row) return
    event.preventDefault()
    setActive(next)
    virtualizer.scrollToIndex(next)
    const body = event.currentTarget
    requestAnimationFrame(() => {
      const button = body.querySelector(`[data-row="${next}"]`)
      if (button instanceof HTMLElement) button.focus({ preventScroll: true })
    })
  }
  return { active: Math.min(active, Math.max(0, count - 1)), setActive, onKeyDown }
}
