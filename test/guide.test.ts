import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { VERDICT_LEGEND } from '../data/layers/verdicts.ts'
import type { Language } from '../data/model/words.ts'

type Part = { readonly [name: string]: Readonly<Record<string, string>> }

const docs = resolve(import.meta.dirname, '../docs')
const sentencesIn = (parts: Record<string, Part>): ReadonlySet<string> =>
  new Set(Object.values(parts).flatMap((part) => Object.values(part).flatMap((texts) => Object.values(texts))))
const SAID: { readonly [L in Language]: ReadonlySet<string> } = {
  id: sentencesIn(import.meta.glob<Part>('../web/text/id/*.ts', { eager: true })),
  en: sentencesIn(import.meta.glob<Part>('../web/text/en/*.ts', { eager: true })),
}

test.each([
  ['panduan.md', 'id', 30],
  ['guide.md', 'en', 30],
  ['yang-baru.md', 'id', 8],
  ['whats-new.md', 'en', 8],
] as const)(
  'every word in bold in %s stands on a screen exactly so, and every picture is there',
  (file, language, least) => {
    const text = readFileSync(join(docs, file), 'utf8')
    const bold = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words!.replace(/\s+/g, ' '))
    expect(bold.length).toBeGreaterThan(least)
    const verdicts = VERDICT_LEGEND.map(({ label }) => label[language])
    expect(bold.filter((words) => !SAID[language].has(words) && !verdicts.includes(words))).toEqual([])
    const linked = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!)
    expect(linked.filter((target) => !existsSync(join(docs, target)))).toEqual([])
  },
)

test.each([
  ['panduan.md', 'guide.md'],
  ['yang-baru.md', 'whats-new.md'],
])('%s and %s have the same parts and the same pictures in the same order', (indonesian, english) => {
  const shapeOf = (file: string) =>
    readFileSync(join(docs, file), 'utf8')
      .split('\n')
      .flatMap((line) => /^(#+) |\((guide\/[a-z]+\.jpg)\)|^(\d)\. |^(-) /.exec(line)?.slice(1).filter(Boolean) ?? [])
  expect(shapeOf(indonesian)).toEqual(shapeOf(english))
})
