import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StoryAnswer } from '../data/model/story_answer.ts'
import { THEMES } from '../data/model/theme.ts'
import { URUSAN } from '../data/model/urusan.ts'
import { makeSample } from '../data/sample/index.ts'
import { SOURCED } from '../data/source/records/index.ts'
import { seedStore } from '../server/journal/seed.ts'
import { openFileStore } from '../server/journal/store.ts'
import { loadPlaces, samplePlaces } from '../server/places/index.ts'
import { writeSlides } from '../server/sheet/slides.ts'
import { storyAnswer } from '../server/stories.ts'
import { createWorld, type World } from '../server/world.ts'

const home = mkdtempSync(join(tmpdir(), 'bentang-slides-'))
let world: World

beforeAll(async () => {
  const now = () => new Date('2026-11-22T03:00:00.000Z')
  const places = await loadPlaces({ home, boundaries: 'none', log: () => {}, now })
  const store = await openFileStore({ folder: join(home, 'journal'), now })
  await seedStore(store, { sourced: SOURCED, sample: makeSample(samplePlaces(places)) })
  world = await createWorld({ places, store, themes: THEMES, urusan: URUSAN })
}, 120_000)

afterAll(() => {
  world.close()
  rmSync(home, { recursive: true, force: true })
})

/** Texts of a part in the order they stand in it. */
const textsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) =>
    (text ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&apos;', "'"),
  )

test('slides hold each scene with title, text, notes, map and source, to be edited', async () => {
  const { story, ...told } = storyAnswer('sample-story-karimata', world)!
  const noted = story.scenes.map((scene) => ({ ...scene, notes: `Bisikan ${scene.id}` }))
  const answer: StoryAnswer = { ...told, story: { ...story, scenes: noted } }
  const parts = unzipSync(await writeSlides(world, answer))
  const names = Object.keys(parts)
  const xml = (name: string) => strFromU8(parts[name]!)
  const { scenes } = answer.story
  expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(scenes.length)
  for (const [at, scene] of scenes.entries()) {
    const texts = textsOf(xml(`ppt/slides/slide${at + 1}.xml`))
    // A figure stands in place of its name, so the words before it are looked for.
    expect(texts.join(' ')).toContain(scene.title.split('{')[0]!.trim())
    expect(texts.join(' ')).toContain('DATA CONTOH')
    expect(texts.join(' ')).toContain('versi data')
    expect(textsOf(xml(`ppt/notesSlides/notesSlide${at + 1}.xml`)).join(' ')).toContain(scene.notes)
  }
  const maps = scenes.reduce((sum, { view, after }) => sum + (view ? 1 : 0) + (after ? 1 : 0), 0)
  expect(names.filter((name) => /^ppt\/media\/.*\.png$/.test(name)).length).toBeGreaterThanOrEqual(maps)
  const charts = scenes.filter(({ beside, view }) => beside === 'chart' && view)
  expect(names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(charts.length)
}, 120_000)
