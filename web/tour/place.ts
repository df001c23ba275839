export type Size = { readonly width: number; readonly height: number }
export type Point = { readonly left: number; readonly top: number }
export type Rect = Point & Size
export type Side = 'right' | 'below' | 'left' | 'above'

/** Between an anchor and the card that speaks of it. */
export const GAP_PX = 16

export const rightOf = ({ left, width }: Rect): number => left + width
export const bottomOf = ({ top, height }: Rect): number => top + height

/** A card larger than its room begins where the room begins. */
const within = (start: number, size: number, from: number, to: number): number =>
  Math.max(from, Math.min(start, to - size))

/** The common part of two rectangles; null where they share none. */
export const cut = (one: Rect, other: Rect): Rect | null => {
  const left = Math.max(one.left, other.left)
  const top = Math.max(one.top, other.top)
  const width = Math.min(rightOf(one), rightOf(other)) - left
  const height = Math.min(bottomOf(one), bottomOf(other)) - top
  return width > 0 && height > 0 ? { left, top, width, height } : null
}

/** As far as a rectangle reaches, and `by` pixels more on every side. */
export const grown = ({ left, top, width, height }: Rect, by: number): Rect => ({
  left: left - by,
  top: top - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** Where a card stands beside its anchor: on the first of `sides` with room for it, else at the foot of the room; without an anchor in the middle. */
export const place = (anchor: Rect | null, card: Size, room: Rect, sides: readonly Side[]): Point => {
  const right = rightOf(room)
  const bottom = bottomOf(room)
  const middle = room.left + (room.width - card.width) / 2
  if (!anchor) {
    const top = room.top + (room.height - card.height) / 2
    return {
      left: within(middle, card.width, room.left, right),
      top: within(top, card.height, room.top, bottom),
    }
  }
  const standing = {
    left: within(anchor.left, card.width, room.left, right),
    top: within(anchor.top, card.height, room.top, bottom),
  }
  const at: { readonly [S in Side]: Point } = {
    right: { ...standing, left: Math.max(room.left, rightOf(anchor) + GAP_PX) },
    below: { ...standing, top: Math.max(room.top, bottomOf(anchor) + GAP_PX) },
    left: { ...standing, left: Math.min(right, anchor.left - GAP_PX) - card.width },
    above: { ...standing, top: Math.min(bottom, anchor.top - GAP_PX) - card.height },
  }
  const fits: { readonly [S in Side]: boolean } = {
    right: at.right.left + card.width <= right,
    below: at.below.top + card.height <= bottom,
    left: at.left.left >= room.left,
    above: at.above.top >= room.top,
  }
  const side = sides.find((one) => fits[one])
  return side
    ? at[side]
    : {
        left: within(middle, card.width, room.left, right),
        top: within(bottom - card.height, card.height, room.top, bottom),
      }
}
