import type { Code } from './codes.ts'
import type { RecordBase } from './record.ts'

/** Something that happened and was reported: a coordination, a workshop, an ekspose, a signing. */
export type Meeting = RecordBase & {
  readonly title: string
  readonly kind: 'coordination' | 'workshop' | 'preparation' | 'ekspose' | 'signing' | 'decree'
  readonly date: string
  readonly endDate?: string
  readonly place: string
  readonly region: Code
  /** lng, lat of the place where it is known. */
  readonly position?: readonly [number, number]
  readonly organisations: readonly string[]
  readonly persons: readonly { readonly name: string; readonly role: string }[]
  readonly themes: readonly string[]
  readonly outcome: string
}
