import type { Code } from '../../data/model/codes.ts'

/** What stands out of the picture: a partner with its places, or a place with its partners. */
export type Lifted = { readonly kind: 'partner'; readonly id: string } | { readonly kind: 'place'; readonly id: Code }

export const isSame = (a: Lifted | null, b: Lifted | null): boolean => a?.kind === b?.kind && a?.id === b?.id

/** Whether a flow belongs to what is lifted. */
export const isOf = (lifted: Lifted, partner: string, place: Code): boolean =>
  lifted.kind === 'partner' ? lifted.id === partner : lifted.id === place

export type LiftProps = {
  readonly shown: Lifted | null
  readonly onHover: (lifted: Lifted | null) => void
  readonly onPress: (lifted: Lifted) => void
}
