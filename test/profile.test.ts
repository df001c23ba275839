import { expect, test } from 'vitest'
import type { ProfileAnswer } from '../data/model/profile.ts'
import { serve } from './served.ts'
import { ASAM, activity, BAKAU, ENAU, point } from './world.ts'

const profileOf = async (id: string, more: Parameters<typeof serve>[0] = []): Promise<ProfileAnswer> => {
  const { get } = await serve(more)
  const response = await get(`/api/profile/${id}`)
  expect(response.status).toBe(200)
  return (await response.json()) as ProfileAnswer
}

test('an activity with three sites is one activity on the profile, and a village it reaches twice is one village', async () => {
  const { activities, villages } = await profileOf('akar')
  expect(activities.map(({ id, villages: count }) => [id, count])).toEqual([
    ['a-enau', 1],
    ['a-three-sites', 2],
  ])
  expect(villages.map(({ code }) => code).sort()).toEqual([ASAM, BAKAU, ENAU])
})

test('people reached are the sum of what is stated, beside how many activities state it', async () => {
  const record = activity('a-more', ['akar'], [point(0.005, 0.005), point(0.025, 0.005)], { beneficiaries: 120 })
  const { beneficiaries, budget } = await profileOf('akar', [{ kind: 'activity', record }])
  expect(beneficiaries).toEqual({ total: 120, known: 1, of: 3 })
  expect(budget).toEqual({ total: 0, known: 0, of: 3 })
})

test('a profile names the agreements of the organisation with their stage', async () => {
  const { agreements } = await profileOf('bina')
  expect(agreements).toEqual([{ id: 'g-damar', title: 'g-damar', kind: 'PKS', stage: 'running', end: null }])
})

test('what is not public is on no profile', async () => {
  const hidden = { ...activity('a-hidden', ['akar'], [ENAU]), visibility: 'organisation' as const }
  const { activities } = await profileOf('akar', [{ kind: 'activity', record: hidden }])
  expect(activities.map(({ id }) => id)).not.toContain('a-hidden')
})

test('an organisation nobody knows has no profile, and the refusal says where to look', async () => {
  const { get } = await serve()
  const response = await get('/api/profile/nobody')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('/api/search')
})
