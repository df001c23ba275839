import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Polygon, Position } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { implementersOf } from '../data/model/activity.ts'
import { findingsOf } from '../data/model/plan_checks.ts'
import { figuresOf } from '../data/model/plan_figures.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { type AnyStanding, seenBy } from '../data/model/seen.ts'
import { findingsOf as findingsOfStory } from '../data/model/story_checks.ts'
import { namesIn } from '../data/model/story_text.ts'
import { findTheme } from '../data/model/theme.ts'
import { countVerdicts, type VerdictKind } from '../data/model/verdict.ts'
import { makeSample } from '../data/sample/index.ts'
import { distanceKm } from '../data/sample/shapes.ts'
import { SOURCED } from '../data/source/records/index.ts'
import { parseView } from '../data/view/view.ts'
import { boundsOf } from '../server/bounds.ts'
import { describe as summarise } from '../server/describe.ts'
import { createEngine } from '../server/engine/create.ts'
import type { Engine, EngineChange } from '../server/engine/engine.ts'
import { loadPlaces, samplePlaces } from '../server/places/index.ts'

const home = mkdtempSync(join(tmpdir(), 'bentang-sample-'))
// Estimated areas: what a machine without a network shows.
const SET = await loadPlaces({ home, boundaries: 'none', log: () => {}, now: () => new Date('2026-11-22') })
afterAll(() => rmSync(home, { recursive: true, force: true }))

const PLACES = samplePlaces(SET)
const SAMPLE = makeSample(PLACES)
const hashOf = (records: readonly AnyRecord[]) => createHash('sha256').update(JSON.stringify(records)).digest('hex')
const of = <K extends AnyRecord['kind']>(kind: K) =>
  SAMPLE.flatMap((entry) => (entry.kind === kind ? [entry.record as Extract<AnyRecord, { kind: K }>['record']] : []))

test('the same seed and places give the same programme, to the byte; another seed another one', () => {
  expect(hashOf(makeSample(PLACES))).toBe(hashOf(SAMPLE))
  expect(hashOf(makeSample([...PLACES].reverse()))).toBe(hashOf(SAMPLE))
  expect(hashOf(makeSample(PLACES, 7))).not.toBe(hashOf(SAMPLE))
})

test('every record says that it is sample data', () => {
  for (const { record } of SAMPLE) {
    expect(record.origin).toBe('sample')
    expect(record.id).toMatch(/^(contoh|sample)-/)
  }
})

test('45 partners called Mitra Contoh, three of them with nothing on the map', () => {
  const partners = of('organisation').filter(({ kind }) => kind !== 'opd')
  expect(partners.map(({ name }) => name)).toEqual(
    Array.from({ length: 45 }, (_, at) => `Mitra Contoh ${String(at + 1).padStart(2, '0')}`),
  )
  const busy = new Set(of('activity').flatMap(implementersOf))
  expect(partners.filter(({ id }) => !busy.has(id)).map(({ id }) => id)).toEqual([
    'contoh-mitra-18',
    'contoh-mitra-27',
    'contoh-mitra-44',
  ])
})

test('no organisation of the news works, funds or signs in the sample, except departments with targets and parties', () => {
  const partnersOfTheNews = SOURCED.flatMap(({ kind, record }) =>
    kind === 'organisation' && ['ngo', 'credit_union', 'company'].includes(record.kind) ? [record.id] : [],
  )
  const named = new Set(SAMPLE.flatMap((entry) => summarise(entry).organisations.map(({ id }) => id)))
  expect(partnersOfTheNews.filter((id) => named.has(id))).toEqual([])
})

test('whatever the sample names exists', () => {
  const organisations = new Set(
    [...SOURCED, ...SAMPLE].flatMap(({ kind, record }) => (kind === 'organisation' ? [record.id] : [])),
  )
  const codes = new Set(PLACES.map(({ code }) => code))
  for (const entry of SAMPLE) {
    const { organisations: named, themes, codes: places } = summarise(entry)
    for (const { id } of named) expect(organisations.has(id), `${entry.record.id} names ${id}`).toBe(true)
    for (const theme of themes) expect(findTheme(theme), `${entry.record.id} names ${theme}`).not.toBeNull()
    for (const code of places) expect(codes.has(code), `${entry.record.id} names ${code}`).toBe(true)
  }
})

test('a department has targets only within its tupoksi', () => {
  const tupoksi = new Map(
    [...SOURCED, ...SAMPLE].flatMap((entry) =>
      entry.kind === 'organisation' ? [[entry.record.id, entry.record.urusan] as const] : [],
    ),
  )
  for (const { id, organisation, theme } of of('target'))
    expect(
      findTheme(theme)?.urusan.some((urusan) => tupoksi.get(organisation)?.includes(urusan)),
      `${id}: ${theme} of ${organisation}`,
    ).toBe(true)
})

test('about 220 activities, 160 targets, 25 zones and 14 agreements', () => {
  expect(of('activity').length).toBeGreaterThanOrEqual(200)
  expect(of('activity').length).toBeLessThanOrEqual(240)
  expect(of('target').length).toBe(156)
  expect(of('zone').length).toBe(25)
  expect(of('agreement').length).toBe(14)
  expect(of('authority').length).toBe(4)
})

const isSeen = ({ kind, record }: AnyRecord): boolean =>
  seenBy('everyone', { kind, id: record.id, record, revision: 1, seq: 1, time: '', standing: [] } as AnyStanding, {
    pointOf: () => null,
    isTold: () => true,
  }) !== null

test('work of every status and shape, some of it not for everybody', () => {
  const activities = of('activity')
  expect(new Set(activities.map(({ status }) => status)).size).toBe(5)
  const shapes = activities.flatMap(({ sites }) => sites.map((site) => ('code' in site ? 'code' : site.geometry.type)))
  expect([...new Set(shapes)].sort()).toEqual(['LineString', 'Point', 'Polygon', 'code'])
  expect(activities.some(({ sites }) => sites.length > 5)).toBe(true)
  expect(activities.some(({ period }) => period.end === null)).toBe(true)
  expect(activities.filter((activity) => !isSeen({ kind: 'activity', record: activity })).length).toBeGreaterThan(5)
})

const twiceArea = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, [lng, lat], at) => sum + ring[at]![0]! * lat! - lng! * ring[at]![1]!, 0)

const crosses = (ring: readonly Position[]): boolean => {
  const turn = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position) =>
    Math.sign((bx! - ax!) * (cy! - ay!) - (by! - ay!) * (cx! - ax!))
  const edges = ring.slice(1).map((to, at) => [ring[at]!, to] as const)
  return edges.some(([a, b], i) =>
    edges.some(
      ([c, d], j) =>
        j > i + 1 &&
        !(i === 0 && j === edges.length - 1) &&
        turn(a, b, c) !== turn(a, b, d) &&
        turn(c, d, a) !== turn(c, d, b),
    ),
  )
}

test('every area is closed, counter-clockwise and never crosses itself', () => {
  const polygons: Polygon[] = SAMPLE.flatMap((entry) =>
    summarise(entry).geometries.filter((geometry): geometry is Polygon => geometry.type === 'Polygon'),
  )
  expect(polygons.length).toBeGreaterThan(80)
  for (const { coordinates } of polygons)
    for (const ring of coordinates) {
      expect(ring.length).toBeGreaterThan(24)
      expect(ring.at(-1)).toEqual(ring[0])
      expect(twiceArea(ring)).toBeGreaterThan(0)
      expect(crosses(ring)).toBe(false)
    }
})

test('the middle of every place of work, target and zone lies within 20 km of a village', () => {
  const villages = PLACES.filter(({ level }) => level === 'village')
  for (const entry of SAMPLE) {
    if (entry.kind === 'authority') continue
    for (const geometry of summarise(entry).geometries) {
      const [west, south, east, north] = boundsOf([geometry])!
      const middle = [(west + east) / 2, (south + north) / 2] as const
      const awayKm = Math.min(...villages.map(({ position }) => distanceKm(position, middle)))
      expect(awayKm, entry.record.id).toBeLessThan(20)
    }
  }
})

describe('what a first visitor sees in 2026', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await createEngine({ places: SET.places })
    const changes = [...SOURCED, ...SAMPLE].filter(isSeen)
    engine.apply(changes.map(({ kind, record }) => ({ kind, id: record.id, record }) as EngineChange))
  })
  const ask = (region: string, theme: string) =>
    engine.coverage({ region, theme, period: { from: 2026, to: 2026 }, level: 'village' })
  const kindsOf = (region: string, theme: string) => countVerdicts(ask(region, theme).map(({ verdict }) => verdict))

  test('of 406 villages some 235 have a stunting target and some 55 of those no partner', () => {
    const counts = kindsOf('61.05', 'stunting')
    const between: readonly (readonly [VerdictKind, number, number])[] = [
      ['gap', 50, 62],
      ['met', 100, 135],
      ['overlap', 28, 45],
      ['coordinated', 20, 36],
      ['partner_only', 30, 60],
      ['no_target', 65, 90],
      ['unreported', 38, 50],
    ]
    for (const [kind, low, high] of between) {
      expect(counts[kind], kind).toBeGreaterThanOrEqual(low)
      expect(counts[kind], kind).toBeLessThanOrEqual(high)
    }
    const targeted = ask('61.05', 'stunting').filter(({ targets }) => targets.length > 0).length
    expect(targeted).toBeGreaterThan(225)
    expect(targeted).toBeLessThan(245)
  })

  test('almost all silence is in Ketungau Hulu and Ambalau', () => {
    const silent = ask('61.05', 'stunting').filter(({ verdict }) => verdict.kind === 'unreported')
    const elsewhere = silent.filter(({ code }) => !/^61\.05\.(06|15)/.test(code))
    expect(elsewhere.length).toBeLessThan(4)
  })

  test('the education department and two partners meet in several villages', () => {
    const crowded = ask('61.05', 'education').filter(({ verdict }) => {
      if (verdict.kind !== 'overlap' && verdict.kind !== 'coordinated') return false
      const partners = verdict.organisations.filter((id) => id.startsWith('contoh-mitra-'))
      return partners.length > 1 && verdict.organisations.includes('opd-pendidikan')
    })
    expect(crowded.length).toBeGreaterThan(4)
  })

  test('an area target can be served in part', () => {
    const partial = ['restoration', 'agroforestry', 'forest_protection'].map((theme) => kindsOf('61.05', theme).partial)
    expect(Math.min(...partial)).toBeGreaterThan(0)
  })

  test.each([
    ['61.11', 'coastal_livelihood'],
    ['61.11.06', 'stunting'],
    ['62.07', 'out_of_school_children'],
    ['62.02', 'out_of_school_children'],
  ])('%s has something to say about %s', (region, theme) => {
    const { gap, met, overlap, coordinated } = kindsOf(region, theme)
    expect(gap + met + overlap + coordinated).toBeGreaterThan(2)
  })

  test('the finding of every scene of the Karimata story is a figure above none', () => {
    const counted = of('story')[0]!.scenes.flatMap((scene) =>
      namesIn(scene.title).map((name) => {
        const figure = scene.figures[name]!
        const { region, theme, period, level } = parseView(figure.view ?? scene.view).view
        const units = engine.coverage({ region, theme, period, level })
        return units.filter(({ verdict }) => verdict.kind === figure.subject).length
      }),
    )
    expect(counted.length).toBe(3)
    expect(Math.min(...counted)).toBeGreaterThan(0)
  })
})

test('one plan for the Karimata islands says of everything that it is made up, contradicts nothing, and shows what is late, unfunded and unowned', () => {
  const [plan, ...others] = of('plan')
  expect(others).toEqual([])
  expect(plan!.name).toContain('contoh')
  expect(findingsOf(plan!).filter(({ severity }) => severity === 'error')).toEqual([])
  expect(figuresOf(plan!.actions, '2026-11-22')).toMatchObject({
    actions: 6,
    done: 2,
    overdue: 1,
    unfunded: 3,
    unowned: 1,
  })
  expect(of('agreement').some(({ id }) => id === plan!.agreement)).toBe(true)
  const activities = new Set(of('activity').map(({ id }) => id))
  expect(plan!.actions.flatMap((action) => action.activities).filter((id) => !activities.has(id))).toEqual([])
})

test('the stories say that they are made up, are sound, and name departments that there are; Karimata has six scenes', () => {
  const stories = of('story')
  expect(stories.map(({ id, scenes }) => [id, scenes.length])).toEqual([
    ['sample-story-karimata', 6],
    ['sample-story-perbatasan', 3],
  ])
  for (const story of stories) {
    expect(story.name).toContain('contoh')
    expect(findingsOfStory(story, (search) => parseView(search).repaired)).toEqual([])
  }
  expect(stories[0]!.scenes.map(({ kind, beside, annotations }) => [kind, beside, annotations.length > 0])).toEqual([
    ['title', undefined, false],
    ['map', undefined, false],
    ['map', undefined, true],
    ['swipe', undefined, false],
    ['map', 'table', false],
    ['closing', undefined, false],
  ])
})
