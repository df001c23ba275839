import type { Refusal } from '../problems.ts'

export type TurnOptions = {
  readonly atOnce: number
  /** So many may wait; the next is refused. */
  readonly room: number
  readonly full: () => Refusal
}

/** A few at once, others wait in the order they came; who leaves while waiting loses the place. */
export const createTurns = ({ atOnce, room, full }: TurnOptions) => {
  const waiting: (() => void)[] = []
  let under = 0

  // A turn that is given back goes to who waits first: in between nobody who comes new can take it.
  const free = (): void => {
    const next = waiting.shift()
    if (next) next()
    else under -= 1
  }

  return {
    underWay: () => under,
    /** Resolves when it is one's turn, to what gives it back: once, however often it is called. */
    async take(signal: AbortSignal): Promise<() => void> {
      signal.throwIfAborted()
      if (under < atOnce) under += 1
      else {
        if (waiting.length >= room) throw full()
        await new Promise<void>((go, leave) => {
          const stop = () => {
            waiting.splice(waiting.indexOf(turn), 1)
            leave(signal.reason)
          }
          const turn = () => {
            signal.removeEventListener('abort', stop)
            go()
          }
          waiting.push(turn)
          signal.addEventListener('abort', stop, { once: true })
        })
      }
      let isGiven = false
      return () => {
        if (!isGiven) free()
        isGiven = true
      }
    },
  }
}
