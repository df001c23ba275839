import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bottomOf, cut, GAP_PX, place, type Rect, rightOf, type Side } from '../web/tour/place.ts'

const SIDES: readonly Side[] = ['right', 'below', 'left', 'above']
const px = (min: number, max: number) => fc.integer({ min, max })
const size = (most: number) => fc.record({ width: px(1, most), height: px(1, most) })
const room = fc.record({ left: px(0, 40), top: px(0, 80), width: px(320, 1920), height: px(256, 1080) })
const anchor: fc.Arbitrary<Rect> = fc.record({
  left: px(-200, 2000),
  top: px(-200, 1200),
  width: px(1, 1920),
  height: px(1, 1080),
})
const order = fc.shuffledSubarray([...SIDES], { minLength: SIDES.length })

describe('the card of the tour', () => {
  test('never leaves its room, with an anchor or without', () => {
    fc.assert(
      fc.property(fc.option(anchor), size(256), room, order, (beside, card, within, sides) => {
        const at = place(beside, card, within, sides)
        expect(at.left).toBeGreaterThanOrEqual(within.left)
        expect(at.top).toBeGreaterThanOrEqual(within.top)
        expect(at.left + card.width).toBeLessThanOrEqual(rightOf(within))
        expect(at.top + card.height).toBeLessThanOrEqual(bottomOf(within))
      }),
    )
  })

  test('never stands over its anchor while one side has room for it', () => {
    fc.assert(
      fc.property(anchor, size(256), room, order, (beside, card, within, sides) => {
        const roomAt: Record<Side, number> = {
          right: rightOf(within) - Math.max(within.left, rightOf(beside) + GAP_PX) - card.width,
          below: bottomOf(within) - Math.max(within.top, bottomOf(beside) + GAP_PX) - card.height,
          left: Math.min(rightOf(within), beside.left - GAP_PX) - within.left - card.width,
          above: Math.min(bottomOf(within), beside.top - GAP_PX) - within.top - card.height,
        }
        fc.pre(SIDES.some((side) => roomAt[side] >= 0))
        expect(cut(beside, { ...place(beside, card, within, sides), ...card })).toBeNull()
      }),
    )
  })

  test('one larger than its room begins where the room begins', () => {
    const within = { left: 12, top: 72, width: 296, height: 100 }
    const beside = { left: 20, top: 80, width: 100, height: 60 }
    expect(place(beside, { width: 340, height: 200 }, within, SIDES)).toEqual({ left: 12, top: 72 })
  })

  test('takes the first side that has room, and the foot of the room where the anchor fills it', () => {
    const within = { left: 0, top: 0, width: 1000, height: 800 }
    const card = { width: 300, height: 200 }
    const beside = { left: 100, top: 100, width: 200, height: 100 }
    expect(place(beside, card, within, SIDES)).toEqual({ left: 300 + GAP_PX, top: 100 })
    expect(place(beside, card, within, ['above', 'below'])).toEqual({ left: 100, top: 200 + GAP_PX })
    expect(place(within, card, within, SIDES)).toEqual({ left: 350, top: 600 })
    expect(place(null, card, within, SIDES)).toEqual({ left: 350, top: 300 })
  })
})

test('what two rectangles share; those that only touch share nothing', () => {
  const one = { left: 0, top: 0, width: 10, height: 10 }
  expect(cut(one, { left: 4, top: 6, width: 10, height: 10 })).toEqual({ left: 4, top: 6, width: 6, height: 4 })
  expect(cut(one, { left: 10, top: 0, width: 5, height: 5 })).toBeNull()
})
