import type { Words } from './words.ts'

/** A cross-cutting programme; it belongs to one or more urusan and serves TPB/SDG goals (1-17). */
export type Theme = {
  readonly id: string
  readonly label: Words
  readonly urusan: readonly string[]
  readonly goals: readonly number[]
}
