import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
/** Which rooms each room may open; `data/model` opens nothing, for types only `web` may open `server`, and `client` `data`. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  'data/model': ['data/model'],
  data: ['data', 'data/model'],
  styles: ['styles', 'data', 'data/model'],
  server: ['server', 'styles', 'data', 'data/model'],
  web: ['web', 'styles', 'data', 'data/model'],
  client: ['client'],
}
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = { web: ['server'], client: ['data', 'data/model'] }
const PURE = ['data/model', 'data/view', 'data/layers', 'data/sample', 'styles']
const IMPORT = /^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+()['"]([^'"]+)['"]/gm

const roomOf = (file: string): string => (file.startsWith('data/model/') ? 'data/model' : (file.split('/')[0] ?? ''))

const sources = Object.keys(DOORS)
  .filter((room) => room !== 'data/model')
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file))

const importsOf = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map((match) => ({
    typeOnly: match[1] !== undefined,
    target: match[2] ?? match[4] ?? '',
  }))

test('every room opens only the doors it may', () => {
  const offenders = sources.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => target.startsWith('.'))
      .map(({ typeOnly, target }) => ({ typeOnly, room: roomOf(relative(root, resolve(root, dirname(file), target))) }))
      .filter(({ typeOnly, room }) => {
        const from = roomOf(file)
        return !DOORS[from]?.includes(room) && !(typeOnly && TYPES_ONLY[from]?.includes(room))
      })
      .map(({ room }) => `${file} opens ${room}`),
  )
  expect(offenders).toEqual([])
})

test('the pure rooms know no file system, network or clock', () => {
  const offenders = sources
    .filter((file) => PURE.some((room) => file.startsWith(`${room}/`)))
    .filter((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      return /from 'node:|Date\.now\(\)|new Date\(\)|\bfetch\(|Math\.random\(/.test(text)
    })
  expect(offenders).toEqual([])
})

/** Each would make a program of what somebody wrote. Text goes into a page as text, and a pop-up of the map is made of elements. */
const RUNS_TEXT =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTML|setHTMLUnsafe|createContextualFragment|parseFromString|srcdoc|srcDoc)\b|\bdocument\.write|\beval\(|\bnew Function\b|\bset(Timeout|Interval)\(\s*['"`]|['"`]javascript:/

test('nothing writes text into a page as HTML, or runs text as a program', () => {
  const offenders = sources.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (RUNS_TEXT.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  )
  expect(offenders).toEqual([])
})
