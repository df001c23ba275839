import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { titlesIn } from './named_tests.ts'

const ROOT = resolve(import.meta.dirname, '..')
/** Pages that say what is promised, and the head of their tables. */
const PAGES = ['SECURITY.md', 'docs/reliability.md']
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

test.each(PAGES)('every row of %s names a test that exists, by words that stand in it', (page) => {
  const rows = read(page)
    .split('\n')
    .filter((line) => /^\| (?!at stake|promise|---)/.test(line))
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) {
    const [, file, name] = /\| `(test\/[^`]+)`(?: "([^"]+)")? \|/.exec(row) ?? []
    expect([row, file !== undefined && existsSync(join(ROOT, file))]).toEqual([row, true])
    if (name === undefined) continue
    expect([name, titlesIn(file!).some((title) => title.includes(name))]).toEqual([name, true])
  }
})

test.each(PAGES)('every page that %s leads to is there', (page) => {
  const links = [...read(page).matchAll(/\]\((?!http)([^)#]+)\)/g)].map((match) => match[1]!)
  expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([])
})
