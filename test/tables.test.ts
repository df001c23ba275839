import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { commit, serve } from './served.ts'
import { activity, GAMBIR, organisation } from './world.ts'

const EVIL = '=HYPERLINK("http://x")'

test('no cell of the pairs or of the changes runs as a formula, and both tables say whom they mean', async () => {
  const { get, world, store } = await serve([
    { kind: 'organisation', record: organisation('jahat', 'ngo', { name: EVIL }) },
    { kind: 'activity', record: activity('a-jahat', ['jahat'], [GAMBIR]) },
  ])
  await commit(store, [{ kind: 'activity', record: activity('a-second', ['akar'], [GAMBIR]) }])
  await world.settled()
  const read = async (path: string) => {
    const response = await get(
      `${path}?region=99.02&theme=stunting&period=2026${path.includes('change') ? '&since=0' : ''}`,
    )
    const rows = Papa.parse<Record<string, string>>((await response.text()).trim(), { header: true }).data
    return { rows, disposition: response.headers.get('Content-Disposition') }
  }
  const pairs = await read('/api/overlaps.csv')
  expect(pairs.disposition).toBe('attachment; filename="bentang-tumpang_timur_stunting_2026.csv"')
  expect(pairs.rows.find(({ b }) => b === 'jahat')).toMatchObject({
    a: 'akar',
    b_name: `'${EVIL}`,
    unit_names: 'Gambir',
    coordinated: 'no',
  })
  const changes = await read('/api/change.csv')
  expect(changes.rows.find(({ code }) => code === GAMBIR)).toMatchObject({
    verdict_before: 'unreported',
    verdict_after: 'overlap',
    arrived: `akar; ${EVIL}`,
    gained_ids: 'a-jahat; a-second',
  })
  world.close()
})
