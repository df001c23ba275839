import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { NOTICES, noticesOf } from '../scripts/notices.ts'
import { ownFolder } from './journal/own_folder.ts'

const ROOT = resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

type Package = {
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly integrity?: string
  readonly hasInstallScript?: boolean
}
const packages = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> }).packages,
)
  .filter(([path]) => path !== '')
  .map(([path, one]) => ({ name: path.replace(/^.*node_modules\//, ''), ...one }))

/** Free to use and to hand on beside our own code, with their notices. */
const LICENCES = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'OFL-1.1'],
  ...['(MIT AND Zlib)', 'MIT OR Apache-2.0', '(MIT OR Apache-2.0)', '(MIT OR GPL-3.0-or-later)'],
])
/** By package and with the reason: what asks for more, and what does not say in the place where npm looks. */
const OTHERS: Readonly<Record<string, string>> = {
  'gdal3.js': 'LGPL-2.1-or-later: a module of its own that anybody may replace',
  'geos-wasm': 'LGPL-3.0-or-later: a module of its own that anybody may replace',
  '@resvg/resvg-wasm': 'MPL-2.0: unchanged',
  '@mapbox/jsonlint-lines-primitives': 'says nothing itself; a fork of jsonlint, which is MIT',
}
/** Only helps to build and test: nothing of it is handed on. */
const OF_TOOLS = new Set(['MPL-2.0', 'Python-2.0'])

test('every package has a licence that fits, or stands on the short list with its reason', () => {
  const strange = packages.filter(
    ({ name, license = '', dev }) =>
      !LICENCES.has(license) && !(name in OTHERS) && !(dev && (OF_TOOLS.has(license) || license === '')),
  )
  expect(strange.map(({ name, license }) => [name, license])).toEqual([])
  expect(Object.keys(OTHERS).filter((name) => !packages.some((one) => one.name === name))).toEqual([])
})

/** Versions before these have faults that are known. */
const LEAST: Readonly<Record<string, string>> = {
  'maplibre-gl': '6.4.1',
}
/** Frozen with faults, or only names for others. */
const NEVER = ['xlsx', 'duckdb', 'geojson', 'request', 'node-sass', 'event-stream']

const isBefore = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((version) => version.split(/[.-]/).map(Number))
  const at = [0, 1, 2].find((n) => a![n] !== b![n])
  return at !== undefined && a![at]! < b![at]!
}

test('no package is older than the version in which its fault was mended, and none is on the list of those never to take', () => {
  for (const [name, least] of Object.entries(LEAST)) {
    const found = packages.filter((one) => one.name === name)
    expect([name, found.length > 0, found.filter(({ version }) => isBefore(version, least))]).toEqual([name, true, []])
  }
  expect(packages.filter(({ name }) => NEVER.includes(name))).toEqual([])
})

test('versions are exact, every package comes with the hash of what it must be, and nothing runs while it is installed', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+/.test(version),
  )
  expect(loose).toEqual([])
  expect(packages.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name)).toEqual([])
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
})

const isRepository = existsSync(join(ROOT, '.git'))
if (!isRepository) console.info('This is no clone: no release is made of it.')

const release = (): string => {
  const folder = ownFolder()
  execFileSync('node', ['scripts/release.mjs', '--source'], {
    cwd: ROOT,
    env: { ...process.env, BENTANG_RELEASE: folder },
    stdio: 'ignore',
  })
  return folder
}

test.skipIf(!isRepository)('a release is the same to the byte each time, by its checksums', () => {
  const [sums, again] = [release(), release()].map((folder) => readFileSync(join(folder, 'SHA256SUMS'), 'utf8'))
  expect(sums).toMatch(/^[\da-f]{64} {2}bentang-\S+-source\.tar\.gz\n[\da-f]{64} {2}bentang-\S+\.cdx\.json\n$/)
  expect(again).toBe(sums)
})

test.skipIf(!isRepository)('its bill of materials names every package that is handed on', () => {
  const folder = release()
  const file = readdirSync(folder).find((name) => name.endsWith('.cdx.json'))!
  const bill = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    readonly bomFormat: string
    readonly components: readonly { readonly name: string; readonly version: string }[]
  }
  expect(bill.bomFormat).toBe('CycloneDX')
  const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`))
  const shipped = packages.filter(({ dev, ...one }) => !dev && !('optional' in one) && !('devOptional' in one))
  expect(shipped.length).toBeGreaterThan(100)
  expect(shipped.filter(({ name, version }) => !named.has(`${name}@${version}`)).map(({ name }) => name)).toEqual([])
})

const isBuilt = existsSync(join(ROOT, 'dist/web/embed', NOTICES))
if (!isBuilt) console.info('The client is not built: its licences are not looked at. Build it: npm run build')

test.skipIf(!isBuilt)(
  'the licences of every package that browsers get stand beside what they get, with their texts',
  () => {
    const IMPORTED = /^import\s+(?!type\b)[^'"]*?from\s+'((?:@[\w.-]+\/)?[\w.-]+)[^']*'/gm
    const imported = readdirSync(join(ROOT, 'web'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => [...read(join('web', file)).matchAll(IMPORTED)].map((match) => match[1]!))
      .filter((name) => !name.startsWith('.') && packages.some((one) => one.name === name))
    const told = read(join('dist/web', NOTICES))
    const named = (text: string) =>
      new Set([...text.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) \d+\.\d+\.\d+\S*, /gm)].map((match) => match[1]))
    expect(imported.length).toBeGreaterThan(300)
    const inApp = named(told)
    const inWidget = named(read(join('dist/web/embed', NOTICES)))
    expect([...new Set(imported)].filter((name) => !inApp.has(name) && !inWidget.has(name))).toEqual([])
    expect([...inWidget]).toEqual(expect.arrayContaining(['maplibre-gl', 'pbf', '@fontsource/commissioner']))
    // Two packages carry no text of their own; those name their author instead.
    const isText = /permission|licensed under|redistribut|copyright/i
    const bare = [...inApp].filter((name) => !isText.test(noticesOf([name!])))
    expect(bare).toEqual(['terra-draw', 'terra-draw-maplibre-gl-adapter'])
  },
)
