/** A box in pixels that something stands in. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const CELL_PX = 64

/** Which boxes are taken: whoever comes first stands, later ones make room. */
export const createRoom = () => {
  const cells = new Map<string, Box[]>()
  const keysOf = function* ({ left, top, right, bottom }: Box): Generator<string> {
    for (let x = Math.floor(left / CELL_PX); x <= Math.floor(right / CELL_PX); x += 1)
      for (let y = Math.floor(top / CELL_PX); y <= Math.floor(bottom / CELL_PX); y += 1) yield `${x} ${y}`
  }
  const meets = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  return {
    isFree: (box: Box): boolean => {
      for (const key of keysOf(box)) if (cells.get(key)?.some((taken) => meets(box, taken))) return false
      return true
    },
    take: (box: Box): void => {
      for (const key of keysOf(box)) cells.set(key, [...(cells.get(key) ?? []), box])
    },
  }
}

export type Room = ReturnType<typeof createRoom>
