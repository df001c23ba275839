/** What is, what was before it, and what was taken back; the newest stand nearest to the present. */
export type History<State> = {
  readonly past: readonly State[]
  readonly present: State
  readonly future: readonly State[]
}

const MOST_STEPS = 100

export const begin = <State>(present: State): History<State> => ({ past: [], present, future: [] })

/** A new step; what was taken back before it is gone. */
export const step = <State>({ past, present, future }: History<State>, next: State): History<State> =>
  next === present
    ? { past, present, future }
    : { past: [...past, present].slice(-MOST_STEPS), present: next, future: [] }

export const undo = <State>(history: History<State>): History<State> => {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] }
}

export const redo = <State>(history: History<State>): History<State> => {
  const [after, ...future] = history.future
  if (after === undefined) return history
  return { past: [...history.past, history.present], present: after, future }
}
