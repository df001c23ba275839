import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from '../served.ts'
import { ASAM, activity, BAKAU, CEMPAKA, DAMAR, ENAU, point, rectangle, target } from '../world.ts'
import { asRecord, type Desk, type Served, sit } from './desk.ts'

const VILLAGES = [ASAM, BAKAU, CEMPAKA, DAMAR, ENAU] as const
const villageAt = (index: number) => VILLAGES[index % VILLAGES.length]!
const siteOf = (index: number) => {
  const x = (index % 97) / 1000
  if (index % 3 === 0) return villageAt(index)
  return index % 3 === 1 ? point(x, 0.005) : rectangle(x, 0.002, x + 0.006, 0.012)
}
const work = Array.from({ length: 5000 }, (_, index) =>
  asRecord('activity', activity(`banyak-${index}`, ['akar'], [siteOf(index)])),
)
const targets = Array.from({ length: 150 }, (_, index) =>
  asRecord('target', target(`t-${index}`, [villageAt(index), villageAt(index + 1)], { year: 2026 + (index % 4) })),
)

let served: Served
let akar: Desk
beforeAll(async () => {
  served = await serve([...work, ...targets])
  akar = await sit(served, 'partner', 'akar')
}, 60_000)
afterAll(() => served.world.close())

/** Far above what it takes (50 to 150 ms), far below what finding everything anew for each target took (4 to 10 s). */
const PATIENCE_MS = 1000

test.each([
  '/api/matches?organisation=akar',
  '/api/matches?target=t-1',
  '/api/matches/compared?target=t-1&organisation=akar,bina',
  '/api/profile/akar',
  '/api/work/records/activity/banyak-1/reward',
  '/api/work/records/activity/banyak-2/reward',
  '/api/work/records/activity/banyak-3/reward',
])('an organisation with 5,000 activities before 150 targets is answered at once: %s', async (address) => {
  const started = performance.now()
  const response = await akar.ask('GET', address)
  await response.text()
  const took = performance.now() - started
  if (process.env.SHOW) console.log(address, Math.round(took))
  expect(response.status).toBe(200)
  expect(took).toBeLessThan(PATIENCE_MS)
})
