import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const PAGE = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8')

test('every threat names a test that exists, by words that stand in it', () => {
  const rows = PAGE.split('\n').filter((line) => /^\| (?!at stake|---)/.test(line))
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) {
    const [, file, name] = /\| `(test\/[^`]+)` "([^"]+)" \|$/.exec(row) ?? []
    expect([row, file !== undefined && existsSync(join(ROOT, file))]).toEqual([row, true])
    const titles = [
      ...readFileSync(join(ROOT, file!), 'utf8').matchAll(
        /(?:test|describe)[\w.]*\(\s*(?:\[[^\]]*\]\)\(\s*)?(['"`])(.*?)\1/gs,
      ),
    ]
    expect([name, titles.some(([, , title]) => title!.includes(name!))]).toEqual([name, true])
  }
})

test('every page it leads to is there', () => {
  const links = [...PAGE.matchAll(/\]\((?!http)([^)#]+)\)/g)].map((match) => match[1]!)
  expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([])
})
