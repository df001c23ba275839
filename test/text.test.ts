import { expect, test } from 'vitest'
import { formatDate, formatShare } from '../web/text/useText.ts'

type Part = { readonly [name: string]: unknown }
type Sentences = { readonly [key: string]: string }

/** The sentences of every room, whichever screen brings them. */
const sentencesIn = (parts: Record<string, Part>): Sentences =>
  Object.assign({}, ...Object.values(parts).flatMap((part) => Object.values(part)))

const indonesian = sentencesIn(import.meta.glob<Part>('../web/text/id/*.ts', { eager: true }))
const english = sentencesIn(import.meta.glob<Part>('../web/text/en/*.ts', { eager: true }))
const keys = Object.keys(indonesian)
const BRANCH = /(?:one|other|=\d+) \{((?:[^{}]|\{[^{}]*\})*)\}/g
/** The names a message is given values for: `{name}` and `{name, plural, ...}`, the branches' own included. */
const placeholdersOf = (message: string): string[] =>
  [...new Set([...message.replace(BRANCH, '$1').matchAll(/\{(\w+)[},]/g)].map(([, name]) => name ?? ''))].sort()

test('every sentence exists in both languages and is empty in neither', () => {
  expect(Object.keys(english).sort()).toEqual([...keys].sort())
  expect(keys.filter((key) => !indonesian[key]?.trim() || !english[key]?.trim())).toEqual([])
})

test('a translation speaks of the same values; only the number behind an English plural is its own', () => {
  const differing = keys.filter((key) => {
    const own = placeholdersOf(english[key]!).filter((name) => name !== 'count' || indonesian[key]!.includes('{count'))
    return placeholdersOf(indonesian[key]!).join() !== own.join()
  })
  expect(differing).toEqual([])
})

test('no sentence shouts', () => {
  expect(keys.filter((key) => /!/.test(`${indonesian[key]}${english[key]}`))).toEqual([])
})

test('shares and dates are written as each language writes them', () => {
  expect(formatShare(49 / 235, 'id')).toBe('20,9\u00a0%')
  expect(formatShare(49 / 235, 'en')).toBe('20.9%')
  expect(formatDate('2024-05-08', 'id')).toBe('8 Mei 2024')
  expect(formatDate('2024-05-08', 'en')).toBe('8 May 2024')
})
