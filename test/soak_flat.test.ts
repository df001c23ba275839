import { describe, expect, test } from 'vitest'
import { judgeFlat, type Look } from './soak/flat.ts'

/** Thirty minutes, a look a minute: what is held at each minute, with a saw of `noise` over it. */
const looks = (held: (minute: number) => number, noise = 0, minutes = 30): Look[] =>
  Array.from({ length: minutes }, (_, minute) => ({
    atS: minute * 60,
    held: { heap: held(minute) + (((minute * 7) % 5) - 2) * noise },
  }))
const judge = (all: readonly Look[], most = 10) => judgeFlat(all, { heap: most })[0]!

describe('memory over a script', () => {
  test('is flat where it goes up and down around the same figure', () => {
    const { verdict, perHour } = judge(looks(() => 40, 0.3))
    expect(verdict).toBe('PASS')
    expect(Math.abs(perHour)).toBeLessThan(2)
  })
  test('that never changes is flat, and that is told exactly', () => {
    expect(judge(looks(() => 40))).toMatchObject({ verdict: 'PASS', perHour: 0, within: 0 })
  })
  test('that grows by a third of a megabyte a minute is not flat', () => {
    const { verdict, perHour } = judge(looks((minute) => 40 + minute / 3, 0.3))
    expect(verdict).toBe('FAIL')
    expect(perHour).toBeGreaterThan(19)
  })
  test('may fill its caches in the first third', () => {
    expect(judge(looks((minute) => Math.min(60, 30 + 3 * minute), 0.3)).verdict).toBe('PASS')
  })
  test('that still grows after the first third fails, however flat it was before', () => {
    expect(judge(looks((minute) => 40 + Math.max(0, minute - 12))).verdict).toBe('FAIL')
  })
  test('is not called flat where its noise could hide the growth', () => {
    expect(judge(looks(() => 40, 8)).verdict).toBe('UNTOLD')
  })
  test('is not judged by a handful of looks, nor by looks that failed', () => {
    expect(judge(looks(() => 40, 0, 9)).verdict).toBe('UNTOLD')
    expect(judge(looks(() => Number.NaN)).verdict).toBe('UNTOLD')
  })
})
