import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StoryAnswer } from '../data/model/story_answer.ts'
import { writeSlides } from '../server/sheet/slides.ts'
import { storyAnswer } from '../server/stories.ts'
import type { World } from '../server/world.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

let world: World

let close: SampleApp['close']
beforeAll(async () => {
  ;({ world, close } = await openSampleApp())
}, 120_000)
afterAll(() => close())

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
