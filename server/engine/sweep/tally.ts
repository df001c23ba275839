import type { Cover } from './cover.ts'

/** What a question adds up. */
export type Tally = {
  /** Years in which no further layer can change the answer, for the ground of this row. */
  settled(cover: Cover, row: number): number
  add(m2: number, cover: Cover, row: number): void
}
