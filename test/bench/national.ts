import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { THEMES } from '../../data/model/theme.ts'
import { nationalPlaces } from './national_places.ts'
import { medianOf, percentileOf } from './percentile.ts'
import { benchActivities } from './seed.ts'
import { openServer, seedJournal, timeRequest } from './serving.ts'

const ACTIVITIES = 1_000_000
const RUNS = 15
const WRITES = 60
const QUESTION = { theme: 'stunting', period: { from: 2026, to: 2026 }, level: 'village' } as const
const ASKED = 'theme=stunting&period=2026'

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)
const memoryMb = (): number => {
  ;(globalThis as { gc?: () => void }).gc?.()
  return Math.round(process.memoryUsage().rss / 1e6)
}
const tell = (name: string, value: string | number): void => console.log(`${name}: ${value}`)

/** Indonesia on one machine: all villages and regencies, a million activities, asked through the server. */
export const measureNational = async (count = ACTIVITIES): Promise<void> => {
  const home = mkdtempSync(join(tmpdir(), 'bentang-national-'))
  try {
    const made = performance.now()
    const places = await nationalPlaces()
    const regencies = places.places.filter(({ level }) => level === 'regency')
    tell('regencies', regencies.length)
    tell('villages', places.places.filter(({ level }) => level === 'village').length)
    tell('activities', count)
    await seedJournal(home, places.places, count)
    tell('seeded s', seconds(made))

    const begun = performance.now()
    const { app, world, store } = await openServer(home, places)
    tell('start s', seconds(begun))
    tell('memory after start MB', memoryMb())
    const { engine } = world.everyone

    const overview = performance.now()
    for (const { code } of regencies) engine.hectares({ ...QUESTION, region: code })
    tell('overview of all regencies, first s', seconds(overview))
    const again = performance.now()
    for (const { code } of regencies) engine.hectares({ ...QUESTION, region: code })
    tell('overview of all regencies, then s', seconds(again))

    const { code, position } = regencies[regencies.length >> 1]!
    const [lng, lat] = position
    const box = [lng - 0.25, lat - 0.25, lng + 0.25, lat + 0.25].map((edge) => edge.toFixed(4)).join(',')
    const tileAt = (z: number) => {
      const y = Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z)
      return `${z}/${Math.floor((lng / 360 + 0.5) * 2 ** z)}/${y}`
    }
    const paths = {
      'coverage of a regency': `/api/coverage?region=${code}&${ASKED}`,
      'gaps of a regency': `/api/gaps.csv?region=${code}&${ASKED}`,
      viewport: `/api/features/activities?bbox=${box}&limit=1000`,
      'tile z6': `/tiles/activities/${tileAt(6)}`,
      'tile z9': `/tiles/activities/${tileAt(9)}`,
      'tile z12': `/tiles/activities/${tileAt(12)}`,
      'villages z6': `/tiles/villages/${tileAt(6)}`,
      'villages z9': `/tiles/villages/${tileAt(9)}`,
      search: '/api/search?q=sukadana',
    }
    for (const [name, path] of Object.entries(paths)) tell(`${name} ms`, await timeRequest(app, path, RUNS))

    const took: number[] = []
    const next: number[] = []
    let index = 0
    const drawn = await benchActivities(places.places, [QUESTION.theme], WRITES, 7)
    for (const activity of drawn) {
      const record = { ...activity, id: `write-${index++}` }
      const asked = performance.now()
      const change = { kind: 'activity' as const, id: record.id, revision: 1, record }
      await store.commit({ actor: 'bench', organisation: null, operation: record.id, changes: [change] })
      took.push(performance.now() - asked)
      const then = performance.now()
      await world.settled()
      for (const unit of engine.reach('activity', record.id))
        engine.coverage({ ...QUESTION, region: unit.code.slice(0, 5) })
      next.push(performance.now() - then)
    }
    tell(
      'write to durable answer, p50 and p95 ms',
      `${medianOf(took).toFixed(1)}, ${percentileOf(took, 0.95).toFixed(1)}`,
    )
    tell(
      'until the next answer holds it, p50 and p95 ms',
      `${medianOf(next).toFixed(1)}, ${percentileOf(next, 0.95).toFixed(1)}`,
    )
    tell('memory at the end MB', memoryMb())
    tell('themes', THEMES.length)
    world.close()
    await store.close()
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
