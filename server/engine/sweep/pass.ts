import { gatherEvents, isRightEnd, NONE, pieceOf } from './events.ts'
import { clearFront, FRESH, type Front, relabel, settle } from './front.ts'
import { clearSets, type Sets, toggled } from './sets.ts'
import { cross, leftCorner, nextPiece, rightCorner, singleEnd, turn } from './steps.ts'
import type { Windows } from './windows.ts'

const crossUntil = (front: Front, sets: Sets, windows: Windows, x: number, noise: number): void => {
  const { crossings } = front
  while (crossings.count > 0 && crossings.x[crossings.count - 1]! <= x) cross(front, sets, windows, noise)
}

/** Members of the sets are the entries of the window, from 0. Heights within `noise` of each other count as equal. */
export const sweepFront = (
  front: Front,
  sets: Sets,
  windows: Windows,
  from: number,
  to: number,
  boxes: Float64Array,
  box: number,
  noise: number,
): void => {
  const x0 = boxes[box]!
  const bottom = boxes[box + 1]!
  const x1 = boxes[box + 2]!
  const top = boxes[box + 3]!
  clearSets(sets, to - from)
  clearFront(front, windows, from, to, x0)
  const order = gatherEvents(front.events, windows, from, to, x0, x1)
  const { x: eventX, first, second, count } = front.events
  for (let entry = from; entry < to; entry++)
    if (windows.base[entry] === 1) front.lowest = toggled(sets, front.lowest, entry - from)
  relabel(front, sets, windows, x0, top)
  for (let event = 0; event < count; ) {
    const x = eventX[order[event]!]!
    crossUntil(front, sets, windows, x, noise)
    for (; event < count && eventX[order[event]!] === x; event++) {
      const at = order[event]!
      const a = first[at]!
      const b = second[at]!
      if (b === NONE) {
        if (a < 0) turn(front, sets, ~a, x, bottom)
        else singleEnd(front, sets, windows, a, x, noise)
      } else if (isRightEnd(a) !== isRightEnd(b))
        nextPiece(front, sets, windows, pieceOf(isRightEnd(a) ? a : b), pieceOf(isRightEnd(a) ? b : a), x, noise)
      else if (!isRightEnd(a)) leftCorner(front, sets, windows, pieceOf(a), pieceOf(b), x, noise)
      else rightCorner(front, sets, windows, pieceOf(a), pieceOf(b), x, noise)
    }
    if (front.staleFrom !== FRESH) relabel(front, sets, windows, x, top)
  }
  crossUntil(front, sets, windows, x1, noise)
  for (let at = 0; at < front.count; at++) settle(front, sets, windows, front.active[at]!, x1)
  const { m2 } = sets
  m2[front.lowest] = m2[front.lowest]! - 2 * bottom * (x1 - front.lowestSince)
  m2[front.highest] = m2[front.highest]! + 2 * top * (x1 - front.highestSince)
  for (let set = 0; set < sets.count; set++) m2[set] = m2[set]! / 2
}
