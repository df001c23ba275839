import { type KeyboardEvent, useState } from 'react'

const OPENING_KEYS = ['ArrowDown', 'ArrowUp']

/**
 * For what is heavy and only needed once somebody reaches for it: fetched as the hand comes near, shown when it is pressed.
 * Until then a plain button with these handlers stands in its place.
 */
export const useOpening = (fetch: () => Promise<unknown>) => {
  const [opened, setOpened] = useState(false)
  const near = () => void fetch()
  const open = () => setOpened(true)
  const handlers = {
    onPointerEnter: near,
    onFocus: near,
    onClick: open,
    onKeyDown: (event: KeyboardEvent) => {
      if (!OPENING_KEYS.includes(event.key)) return
      event.preventDefault()
      open()
    },
  }
  return { opened, handlers }
}
