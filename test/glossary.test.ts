import { expect, test } from 'vitest'
import { GLOSSARY } from '../data/model/glossary.ts'

test('each term stands once, in alphabetical order of its Indonesian, and is told in sentences in both languages', () => {
  const terms = GLOSSARY.map(({ term }) => term.id)
  expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b, 'id')))
  expect(new Set(GLOSSARY.map(({ id }) => id)).size).toBe(GLOSSARY.length)
  for (const { id, meaning } of GLOSSARY)
    for (const text of [meaning.id, meaning.en]) expect(text, id).toMatch(/^[A-Z\d].*\.$/)
})
