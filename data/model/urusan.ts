import type { Words } from './words.ts'

export type Urusan = {
  readonly id: string
  readonly label: Words
  readonly kind: 'basic' | 'mandatory' | 'optional'
  /** `split`: divided between centre and province (UU 23/2014 art. 14(1)): a regency target is warned about, not refused. */
  readonly level: 'regency' | 'split'
}
