import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scene, Story } from '../data/model/story.ts'
import { findingsOf } from '../data/model/story_checks.ts'
import { namesIn } from '../data/model/story_text.ts'
import {
  changeAnnotation,
  changeScene,
  dropScene,
  duplicateScene,
  freeName,
  freeSceneId,
  insertScene,
  moveScene,
} from '../web/stories/draft.ts'
import { makeMark, movedPosition, nextNumber, placedAround, withText } from '../web/stories/marks.ts'
import { mergeStories } from '../web/stories/merge.ts'
import { parsePasted, sceneMaps, sceneSearch } from '../web/stories/scene_view.ts'
import { parseStoryView, storySearch } from '../web/stories/state.ts'
import { scenesOf, TEMPLATES } from '../web/stories/templates.ts'
import { DEFAULT_VIEW, parseView, type View } from '../web/view.ts'
import { scene, story } from './world.ts'

const idsOf = ({ scenes }: Story) => scenes.map(({ id }) => id)
const THREE = story('s', [scene('a'), scene('b'), scene('c')])
const unreadable = (search: string) => parseView(search).repaired

describe('the order of scenes', () => {
  test('one step up or down exchanges neighbours, and neither end is passed', () => {
    expect(idsOf(moveScene(THREE, 'c', 1))).toEqual(['a', 'c', 'b'])
    expect(idsOf(moveScene(THREE, 'a', 1))).toEqual(['b', 'a', 'c'])
    expect(moveScene(THREE, 'a', -1)).toBe(THREE)
    expect(moveScene(THREE, 'c', 9)).toBe(THREE)
    expect(moveScene(THREE, 'x', 0)).toBe(THREE)
  })

  test('any reordering keeps every scene, each as it was and once', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 12 })
    const moves = fc.array(fc.tuple(fc.nat(11), fc.integer({ min: -2, max: 14 })), { maxLength: 20 })
    fc.assert(
      fc.property(ids, moves, (names, steps) => {
        const before = story(
          's',
          names.map((name) => scene(name, { text: name })),
        )
        const after = steps.reduce((now, [which, place]) => moveScene(now, names[which % names.length]!, place), before)
        expect(after.scenes.toSorted((x, y) => (x.id < y.id ? -1 : 1))).toEqual(
          before.scenes.toSorted((x, y) => (x.id < y.id ? -1 : 1)),
        )
        const [which = 0, place = 0] = steps.at(-1) ?? []
        if (steps.length > 0)
          expect(idsOf(after)[Math.max(0, Math.min(names.length - 1, place))]).toBe(names[which % names.length])
      }),
    )
  })

  test('a copy stands after its original under an id of its own, a removed scene leaves the others', () => {
    const copied = duplicateScene(THREE, 'b', freeSceneId(THREE))
    expect(idsOf(copied)).toEqual(['a', 'b', 'adegan-4', 'c'])
    expect(copied.scenes[2]).toEqual({ ...THREE.scenes[1], id: 'adegan-4' })
    expect(idsOf(dropScene(copied, 'b'))).toEqual(['a', 'adegan-4', 'c'])
    expect(idsOf(insertScene(THREE, scene('z'), null))).toEqual(['a', 'b', 'c', 'z'])
    expect(freeSceneId(story('s', [scene('adegan-2')]))).toBe('adegan-3')
  })
})

test('what is emptied is taken away, and a figure gets the first name that is free', () => {
  const noted = changeScene(THREE, 'a', { notes: 'pelan', beside: 'table' })
  expect(changeScene(noted, 'a', { notes: undefined, beside: undefined }).scenes[0]).toEqual(THREE.scenes[0])
  const gap = { subject: 'gap', as: 'count' } as const
  expect([freeName('gap', {}), freeName('gap', { gap }), freeName('gap', { gap, gap2: gap })]).toEqual([
    'gap',
    'gap2',
    'gap3',
  ])
})

describe('marks on the map', () => {
  test('placed around the middle they are whole, wherever that is', () => {
    for (const kind of ['arrow', 'label', 'area', 'number'] as const) {
      const mark = makeMark(kind, placedAround(kind, [110.123456789, -1], 0.1), { number: 4, text: 'Di sini' })
      expect(findingsOf({ scenes: [scene('a', { annotations: [mark] })] }, unreadable)).toEqual([])
    }
    expect(makeMark('number', [[110.123456789, -1]], { number: 4, text: '' })).toEqual({
      kind: 'number',
      at: [110.12346, -1],
      number: 4,
    })
  })

  test('moving a corner moves that one alone; a text that is emptied goes, except a label', () => {
    const arrow = { kind: 'arrow', from: [1, 1], to: [2, 2], text: 'Ke sini' } as const
    expect(movedPosition(arrow, 1, [3, 3])).toEqual({ ...arrow, to: [3, 3] })
    expect(withText(arrow, '')).toEqual({ kind: 'arrow', from: [1, 1], to: [2, 2] })
    const label = { kind: 'label', at: [1, 1], text: 'x' } as const
    expect(withText(label, '')).toEqual({ ...label, text: '' })
    expect(nextNumber([label, { kind: 'number', at: [0, 0], number: 7 }])).toBe(8)
    const marked = changeScene(THREE, 'a', { annotations: [label, arrow] })
    expect(changeAnnotation(marked, 'a', 0, null).scenes[0]?.annotations).toEqual([arrow])
  })
})

describe('the view of a scene', () => {
  test('says its question and layers in full, and nothing of language, palette or a draft', () => {
    const search = sceneSearch({ ...DEFAULT_VIEW, language: 'en', palette: 'dark', edit: 'new', table: true })
    const given = new URLSearchParams(search)
    for (const name of ['region', 'theme', 'period', 'level', 'layers']) expect(given.get(name)).not.toBe(null)
    for (const name of ['lang', 'palette', 'edit', 'table']) expect(given.get(name)).toBe(null)
    expect(parseView(search)).toEqual({ view: DEFAULT_VIEW, repaired: [] })
  })

  test('of two maps that are compared is the left one, the other lies over it; a scenario is left out', () => {
    const against = (versus: View['versus']) => sceneMaps({ ...DEFAULT_VIEW, versus })
    const own = sceneSearch(DEFAULT_VIEW)
    const of = (change: Partial<View>) => sceneSearch({ ...DEFAULT_VIEW, ...change })
    const then = of({ period: { from: 2025, to: 2025 } })
    expect(against({ against: { kind: 'year', year: 2025 }, form: 'halves' })).toEqual({
      kind: 'swipe',
      view: then,
      after: own,
    })
    expect(against({ against: { kind: 'theme', theme: 'education' }, form: 'swipe' })).toEqual({
      kind: 'swipe',
      view: own,
      after: of({ theme: 'education' }),
    })
    expect(against({ against: { kind: 'scenario' }, form: 'swipe' })).toEqual({ kind: 'map', view: own })
    expect(against(null)).toEqual({ kind: 'map', view: own })
  })

  test('comes from an address of the map that somebody pastes, and from nothing else', () => {
    expect(parsePasted('https://bentang.id/?region=61.11&theme=stunting&at=109,-1.5,9#x')).toMatchObject({
      region: '61.11',
      camera: { lng: 109, lat: -1.5, zoom: 9 },
    })
    expect(parsePasted('61.11')).toBe(null)
    expect(parsePasted('https://bentang.id/?at=utara')).toBe(null)
  })

  test('the address of the screen keeps story and scene beside what else stands in it', () => {
    expect(storySearch('?lang=en', { story: 's', scene: 'b' })).toBe('?lang=en&story=s&scene=b')
    expect(parseStoryView('?lang=en&story=s&scene=b')).toEqual({ story: 's', scene: 'b', isNew: false })
    expect(storySearch('?lang=en&story=s&scene=b', { story: null, scene: null })).toBe('?lang=en')
  })
})

test.each(TEMPLATES)(
  'the template %s begins a sound story in both languages, each of its figures named in a text',
  (template) => {
    for (const language of ['id', 'en'] as const) {
      const scenes = scenesOf(template, {
        region: '62.07',
        regionName: 'Seruyan',
        other: '62.02',
        otherName: 'Kotawaringin Timur',
        theme: 'education',
        year: 2026,
        language,
      })
      expect(findingsOf({ scenes }, unreadable)).toEqual([])
      const named = (one: Scene) => namesIn(`${one.title} ${one.text}`).toSorted()
      for (const one of scenes) expect(named(one)).toEqual(Object.keys(one.figures).toSorted())
      expect(scenes.at(-1)?.kind).toBe(template === 'empty' ? 'map' : 'closing')
    }
  },
)

describe('two people change one story', () => {
  test('different fields of one scene, and a new order beside a new scene, are all kept and nobody is asked', () => {
    const mine = moveScene(changeScene(THREE, 'a', { title: 'baru' }), 'c', 0)
    const theirs = insertScene(changeScene(THREE, 'a', { text: 'isi' }), scene('d'), 'a')
    const { record, clashes } = mergeStories(THREE, mine, theirs)
    expect(clashes).toEqual([])
    expect(idsOf(record)).toEqual(['c', 'a', 'b', 'd'])
    expect(record.scenes[1]).toMatchObject({ title: 'baru', text: 'isi' })
  })

  test('the same field is asked about, and the answer decides', () => {
    const mine = changeScene(THREE, 'a', { title: 'saya' })
    const theirs = changeScene(THREE, 'a', { title: 'dia' })
    const { record, clashes } = mergeStories(THREE, mine, theirs)
    expect(clashes).toEqual([{ key: 'a/title', part: 'a', field: 'title', mine: 'saya', theirs: 'dia' }])
    expect(record.scenes[0]?.title).toBe('saya')
    expect(mergeStories(THREE, mine, theirs, { 'a/title': 'theirs' }).record.scenes[0]?.title).toBe('dia')
  })

  test('a scene that one removed goes where the other left it alone, and is asked about where the other changed it', () => {
    const mine = dropScene(THREE, 'b')
    expect(idsOf(mergeStories(THREE, mine, THREE).record)).toEqual(['a', 'c'])
    const theirs = changeScene(THREE, 'b', { title: 'dia' })
    expect(mergeStories(THREE, mine, theirs).clashes).toMatchObject([{ key: 'b/part', mine: null, theirs: 'dia' }])
    expect(idsOf(mergeStories(THREE, mine, theirs, { 'b/part': 'theirs' }).record)).toContain('b')
  })
})
