import type { Code } from './codes.ts'
import type { RecordBase } from './record.ts'

/** A reported number. Figures that share a `topic` and differ stand side by side; none replaces the other. */
export type Figure = RecordBase & {
  readonly topic: string
  readonly label: { readonly id: string; readonly en: string }
  readonly region: Code
  readonly value: number
  readonly unit: string
  readonly asOf: string
}
