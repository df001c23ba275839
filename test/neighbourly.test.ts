import { expect, test } from 'vitest'
import type { Activity } from '../data/model/activity.ts'
import type { EngineChange } from '../server/engine/engine.ts'
import { neighbourly } from '../server/engine/neighbourly.ts'

const at = (id: string, lng: number, lat: number): EngineChange => ({
  kind: 'activity',
  id,
  record: { id, sites: [{ geometry: { type: 'Point', coordinates: [lng, lat] } }] } as unknown as Activity,
})

/** Two crowds, in Sintang and in Seruyan, that arrive by turns. */
const crowds = Array.from({ length: 100 }, (_, index) =>
  index % 2 === 0 ? at(`s${index}`, 111.5 + index / 1e5, 0.07) : at(`k${index}`, 112.4, -2.5 - index / 1e5),
)

test('a large batch goes in crowd by crowd, each record once', () => {
  const ids = neighbourly(crowds).map(({ id }) => id)
  expect([...ids].sort()).toEqual(crowds.map(({ id }) => id).sort())
  const turns = ids.filter((id, index) => index > 0 && id[0] !== ids[index - 1]![0]).length
  expect(turns).toBe(1)
})

test('two states of one record keep their order, and so does everything around them', () => {
  const twice = [...crowds, { ...crowds[0]!, record: null } as EngineChange]
  expect(neighbourly(twice)).toBe(twice)
})

test('a few changes are left as they are', () => {
  const few = crowds.slice(0, 10)
  expect(neighbourly(few)).toBe(few)
})
