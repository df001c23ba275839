import fc from 'fast-check'
import { expect, test } from 'vitest'
import { THEMES } from '../data/model/theme.ts'
import { VERDICT_KINDS } from '../data/model/verdict.ts'
import { readWorded } from '../data/view/worded.ts'

const read = (text: string) => readWorded(text, THEMES)

test.each([
  ['celah stunting di Ambalau', { ask: 'gap', theme: 'stunting', place: 'ambalau' }],
  ['gaps of stunting in Ambalau', { ask: 'gap', theme: 'stunting', place: 'ambalau' }],
  ['Di mana pendidikan di Sintang pada 2025 tumpang-tindih?', { theme: 'education', ask: 'overlap', place: 'sintang' }],
  ['where do education partners overlap', { theme: 'education', ask: 'overlap', place: '' }],
  ['belum ada mitra air bersih per kecamatan', { ask: 'gap', theme: 'clean_water', level: 'district', place: '' }],
  ['mitra tanpa target', { ask: 'partner_only', place: '' }],
  ['tanpa target pariwisata', { ask: 'no_target', theme: 'tourism', place: '' }],
  ['belum ada laporan Seruyan', { ask: 'unreported', place: 'seruyan' }],
  ['kesehatan ibu dan anak di Karimata', { theme: 'maternal_child_health', place: 'karimata' }],
  ['Pétà stunting', { theme: 'stunting', place: 'peta' }],
])('"%s" is read', (text, expected) => {
  expect(read(text)).toMatchObject(expected)
})

test('years are a period, one or from one to another', () => {
  expect(read('stunting 2025')?.period).toEqual({ from: 2025, to: 2025 })
  expect(read('stunting 2024-2026')?.period).toEqual({ from: 2024, to: 2026 })
  expect(read('stunting 2024/2026 Sintang')).toMatchObject({ period: { from: 2024, to: 2026 }, place: 'sintang' })
  expect(read('stunting 2026-2024')?.period).toBeUndefined()
})

test('while it is typed the beginning of the last word is enough, from four letters on', () => {
  expect(read('celah stun')).toMatchObject({ ask: 'gap', theme: 'stunting' })
  expect(read('celah stu')).toMatchObject({ ask: 'gap', place: 'stu' })
  expect(read('stun celah')?.theme).toBeUndefined()
  expect(read('stu')).toBeNull()
})

test.each(['Ambalau', 'Mitra Contoh 07', '61.05.08', 'Dinas Kesehatan', '', '   ', '2026', 'di mana'])(
  '"%s" is the name of something, not a question',
  (text) => {
    expect(read(text)).toBeNull()
  },
)

test('what is said twice counts once, the second time it may be part of a name', () => {
  expect(read('stunting pendidikan Ambalau')).toMatchObject({ theme: 'stunting', place: 'pendidikan ambalau' })
})

test('every theme is found by its name in both languages, and with every verdict', () => {
  for (const { id, label } of THEMES) for (const text of [label.id, label.en]) expect(read(text)?.theme).toBe(id)
})

test('any text is read without an error, and what is read is known', () => {
  const words = fc.constantFrom('celah', 'stunting', 'di', '2026', 'air', 'Ambalau', '-', '61.05', 'per', 'kecamatan')
  const texts = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 8 }).map((some) => some.join(' ')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const worded = read(text)
      if (worded === null) return
      expect(worded.theme === undefined || THEMES.some(({ id }) => id === worded.theme)).toBe(true)
      expect(worded.ask === undefined || VERDICT_KINDS.includes(worded.ask)).toBe(true)
    }),
  )
})
