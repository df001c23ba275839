import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation, Scene, StoryFigure } from '../data/model/story.ts'
import { findingsOf, MOST_SCENES } from '../data/model/story_checks.ts'
import { frozenFigureOf, storyFigureOf } from '../data/model/story_figures.ts'
import { figureInWords, namesIn, paragraphsOf, partsOfText, tellText } from '../data/model/story_text.ts'
import { countVerdicts, VERDICT_KINDS } from '../data/model/verdict.ts'
import { parseView } from '../data/view/view.ts'
import { scene } from './world.ts'

/** Ten villages: two gaps and one met among the three that have a target, seven where nobody reported. */
const COVERAGE = {
  counts: { ...countVerdicts([]), gap: 2, met: 1, unreported: 7 },
  targeted: 3,
  denominator: 10,
  level: 'village',
} as const
const DAY = '2026-11-22'
const count = (subject: StoryFigure['subject'], as: StoryFigure['as'] = 'count') =>
  storyFigureOf(COVERAGE, { subject, as }, DAY)

const unreadable = (search: string) => parseView(search).repaired
const names = (...scenes: readonly Scene[]) =>
  findingsOf({ scenes }, unreadable).map(({ field, name }) => [field, name])

describe('a figure in a text', () => {
  test('is counted among what the map counts it among: gaps among targets, what nobody reported among all', () => {
    expect(count('gap')).toMatchObject({ value: 2, of: 3, among: 'targeted', date: DAY, frozen: false })
    expect(count('unreported')).toMatchObject({ value: 7, of: 10, among: 'all' })
    expect(count('targeted')).toMatchObject({ value: 3, of: 10, among: 'all' })
    expect(count('all')).toMatchObject({ value: 10, of: 10, among: 'all' })
  })

  test('stands with its denominator and its date, in both languages', () => {
    const figures = { gap: count('gap'), part: count('gap', 'share') }
    expect(tellText('{gap} belum ada mitra.', figures, 'id')).toBe(
      '2 dari 3 desa bertarget (22 November 2026) belum ada mitra.',
    )
    expect(tellText('{gap} have no partner.', figures, 'en')).toBe(
      '2 of 3 villages with a target (22 November 2026) have no partner.',
    )
    expect(tellText('{part}', figures, 'id')).toBe('66,7 persen (2 dari 3 desa bertarget, 22 November 2026)')
  })

  test('that is frozen keeps its number and its day whatever is counted today', () => {
    const frozen = { value: 5, of: 8, date: '2025-12-31' }
    const figure = frozenFigureOf({ subject: 'gap', as: 'count', frozen }, 'district')
    expect(figureInWords(figure, 'id')).toEqual({ value: '5', detail: 'dari 8 kecamatan bertarget (31 Desember 2025)' })
  })

  test('that is not there is named as missing and never becomes a number', () => {
    const figures = { gap: count('gap'), old: null }
    expect(tellText('{old}, {never} dan {gap}', figures, 'id')).toBe(
      '[angka "old" tidak ada], [angka "never" tidak ada] dan 2 dari 3 desa bertarget (22 November 2026)',
    )
    expect(tellText('{constructor}', {}, 'en')).toBe('[figure "constructor" is missing]')
  })

  test('of nothing is told as none of none, not as a share', () => {
    const none = storyFigureOf({ ...COVERAGE, targeted: 0 }, { subject: 'gap', as: 'share' }, DAY)
    expect(figureInWords({ ...none, value: 0 }, 'en')).toEqual({
      value: '0',
      detail: 'of 0 villages with a target (22 November 2026)',
    })
  })

  test('never loses its denominator and its date, whatever is written around it', () => {
    const subject = fc.constantFrom<StoryFigure['subject']>(...VERDICT_KINDS, 'all', 'targeted')
    const numbers = fc.tuple(fc.nat(5_000), fc.nat(5_000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    const words = fc.string().filter((text) => !/[{}]/.test(text))
    fc.assert(
      fc.property(subject, fc.constantFrom('count', 'share'), numbers, words, words, (kind, as, [value, of], a, b) => {
        const figure = frozenFigureOf({ subject: kind, as, frozen: { value, of, date: DAY } }, 'village')
        for (const language of ['id', 'en'] as const) {
          const told = tellText(`${a}{n}${b}`, { n: figure }, language)
          const total = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB').format(of)
          expect(told.startsWith(a) && told.endsWith(b)).toBe(true)
          expect(told).toContain(`${language === 'id' ? 'dari' : 'of'} ${total} `)
          expect(told).toContain('22 November 2026')
        }
      }),
    )
  })

  test('every name in a text is asked for once, and braces around anything else stay as they are', () => {
    expect(namesIn('{a} {b-2} {a} {Tidak} { a } {}')).toEqual(['a', 'b-2'])
    expect(partsOfText('{ a } {}', {}, 'id')).toEqual([{ kind: 'words', text: '{ a } {}' }])
    expect(paragraphsOf('satu\nbaris\n\n \ndua\n')).toEqual(['satu\nbaris', 'dua'])
  })
})

describe('what keeps a story from being saved', () => {
  test('nothing, where ids differ, views are read and texts name their figures', () => {
    const whole = scene('b', {
      kind: 'swipe',
      after: '?region=99.01&period=2025',
      text: '{gap}',
      figures: { gap: { subject: 'gap', as: 'count' } },
      annotations: [
        { kind: 'label', at: [110, 0], text: 'Asam' },
        {
          kind: 'area',
          ring: [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
        },
      ],
    })
    expect(names(scene('a'), whole)).toEqual([])
  })

  test('two scenes of one id, a view that cannot be read, a swipe without its second map', () => {
    expect(names(scene('a'), scene('a'), scene('B'))).toEqual([
      ['scenes.1.id', 'form'],
      ['scenes.2.id', 'form'],
    ])
    expect(names(scene('a', { view: '?region=kota&at=1' }))).toEqual([['scenes.0.view', 'view']])
    expect(names(scene('a', { kind: 'swipe' }))).toEqual([['scenes.0.after', 'missing']])
    expect(names(scene('a', { kind: 'swipe', after: '?period=besok' }))).toEqual([['scenes.0.after', 'view']])
  })

  test('a figure that is named and not there, in the text or in the title', () => {
    expect(names(scene('a', { text: '{gap}' }), scene('b', { title: '{x}' }))).toEqual([
      ['scenes.0.text', 'unknown'],
      ['scenes.1.text', 'unknown'],
    ])
    const larger: StoryFigure = { subject: 'gap', as: 'count', frozen: { value: 9, of: 3, date: DAY } }
    expect(names(scene('a', { figures: { larger } }))).toEqual([['scenes.0.figures.larger', 'figure']])
  })

  test('what is drawn outside the world, too few corners, a label without words', () => {
    const drawn = (...annotations: readonly Annotation[]) => names(scene('a', { annotations }))
    expect(drawn({ kind: 'arrow', from: [110, 0], to: [110, 95] })).toEqual([['scenes.0.annotations.0', 'outside']])
    expect(
      drawn({
        kind: 'area',
        ring: [
          [0, 0],
          [1, 1],
        ],
      }),
    ).toEqual([['scenes.0.annotations.0.ring', 'corners']])
    expect(drawn({ kind: 'label', at: [0, 0], text: '' })).toEqual([['scenes.0.annotations.0.text', 'length']])
    expect(drawn({ kind: 'number', at: [0, 0], number: 1, text: 'x'.repeat(161) })).toEqual([
      ['scenes.0.annotations.0.text', 'length'],
    ])
  })

  test('more scenes than anybody listens to', () => {
    const many = Array.from({ length: MOST_SCENES + 1 }, (_, at) => scene(`s${at}`))
    expect(names(...many)).toEqual([['scenes', 'too_many']])
  })
})
