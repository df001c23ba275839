import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const buttonAt = (table: HTMLTableElement, row: number, column: number) =>
  table.querySelector<HTMLButtonElement>(`[data-at="${row},${column}"]`)

const lastOf = (table: HTMLTableElement, row: number): number =>
  table.querySelectorAll(`[data-at^="${row},"]`).length - 1

/** Arrow keys, Home and End walk from cell to cell; one cell at a time is in the order of the tab key. */
export const useGridKeys = () => ({
  onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => {
    const table = event.currentTarget
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-at]')
    if (!from) return
    const [row = 0, column = 0] = from.dataset.at!.split(',').map(Number)
    const step = STEPS[event.key]
    const target = step
      ? buttonAt(table, row + step[0], column + step[1])
      : event.key === 'Home'
        ? buttonAt(table, row, 0)
        : event.key === 'End'
          ? buttonAt(table, row, lastOf(table, row))
          : null
    if (!target) return
    event.preventDefault()
    for (const one of table.querySelectorAll<HTMLElement>('[data-at]')) one.tabIndex = one === target ? 0 : -1
    target.focus()
  },
})
