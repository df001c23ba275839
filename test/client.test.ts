import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { serve as listen, type ServerType } from '@hono/node-server'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChangeItem, createClient, BentangProblem as Problem } from '../client/index.ts'
import { serve } from './served.ts'
import { ASAM, activity } from './world.ts'

const ROOT = resolve(import.meta.dirname, '..')
const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'bentang-client-'))
let served: Awaited<ReturnType<typeof serve>>
let server: ServerType
let base: string
let built: { createClient: typeof createClient; BentangProblem: typeof Problem }

beforeAll(async () => {
  await build({
    configFile: join(ROOT, 'vite.client.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(folder, 'client'), emptyOutDir: true },
  })
  built = await import(/* @vite-ignore */ join(folder, 'client/index.js'))
  const many = Array.from({ length: 7 }, (_, at) => ({
    kind: 'activity' as const,
    record: activity(`many-${at}`, ['bina'], [ASAM]),
  }))
  served = await serve(many)
  server = await new Promise<ServerType>((ready) => {
    const made = listen({ fetch: served.app.fetch, port: 0, hostname: '127.0.0.1' }, () => ready(made))
  })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}, 60_000)
afterAll(() => {
  server?.close()
  served?.world.close()
  rmSync(folder, { recursive: true, force: true })
})

const every = async <T>(all: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const one of all) found.push(one)
  return found
}

describe('the client as it is packed', () => {
  test('asks the main questions of a running server', async () => {
    const client = built.createClient({ base: `${base}/` })
    const question = { region: '99.01', theme: 'stunting', period: '2026' }
    const answered = async (path: string) => (await served.get(path)).json()
    const search = new URLSearchParams(question).toString()
    expect(await client.context()).toEqual(await answered('/api/context'))
    expect(await client.coverage(question)).toEqual(await answered(`/api/coverage?${search}`))
    expect(await client.overlaps(question)).toEqual(await answered(`/api/overlaps?${search}`))
    expect((await client.record('activity', 'many-1')).record.title).toBe('many-1')
    const { units } = await client.coverage(question)
    const gaps = units.filter(({ verdict }) => verdict.kind === 'gap').map(({ code }) => code)
    expect((await every(client.gaps(question))).map(({ id }) => id)).toEqual(gaps)
  })

  test('follows pages to the end, also behind a proxy of another name', async () => {
    const client = built.createClient({ base })
    const all = await every(client.features('activities'))
    expect(all.length).toBeGreaterThan(7)
    expect(await every(client.features('activities', { limit: 3 }))).toEqual(all)
    const ids = all.map(({ id }) => id)
    expect((await every(client.items('activities', { limit: 4 }))).map(({ id }) => id)).toEqual(ids)
    const pages = await every(client.changes({ since: 0, kind: 'activity', limit: 4 }))
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.flatMap(({ items }) => items.map(({ id }: ChangeItem) => id))).toEqual(ids)
    expect(await every(client.changes({ after: pages.at(-1)!.cursor }))).toMatchObject([{ items: [], next: null }])
  })

  test('a refusal is a problem by name, in the language asked for; what is aborted stops', async () => {
    const client = built.createClient({ base, language: 'en' })
    const refused = await client
      .coverage({ region: '6105', theme: 'stunting', period: '2026' })
      .catch((one: Problem) => one)
    expect(refused).toBeInstanceOf(built.BentangProblem)
    expect(refused).toMatchObject({ status: 400, kind: 'ambiguous-code', problem: { status: 400 } })
    expect((refused as Problem).message).toMatch(/[a-z] /)
    await expect(client.record('activity', 'nothing')).rejects.toMatchObject({ kind: 'not-found' })
    const away = built.createClient({ base: 'http://127.0.0.1:9' })
    await expect(away.context()).rejects.toMatchObject({ status: 0, kind: 'unreachable' })
    const reason = new Error('enough')
    await expect(client.context({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const seen: unknown[] = []
    const stop = new AbortController()
    const reading = async () => {
      for await (const one of client.features('activities', { limit: 2 }, { signal: stop.signal })) {
        seen.push(one)
        stop.abort(reason)
      }
    }
    await expect(reading()).rejects.toBe(reason)
    expect(seen.length).toBe(2)
  })

  test('packs with its types, which compile strictly where it is installed, and hold', async () => {
    const { stdout } = await run('npm', ['pack', join(folder, 'client'), '--pack-destination', folder, '--json'], {
      cwd: folder,
    })
    const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }]
    const paths = packed.files.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['index.js', 'package.json', 'README.md', 'types/client/index.d.ts']))
    expect(paths.filter((path) => !/\.d\.ts$/.test(path)).sort()).toEqual(['README.md', 'index.js', 'package.json'])
    const about = JSON.parse(readFileSync(join(folder, 'client/package.json'), 'utf8')) as Record<string, unknown>
    expect(about.dependencies).toBeUndefined()

    const site = join(folder, 'site')
    mkdirSync(join(site, 'node_modules/@types'), { recursive: true })
    await run('tar', ['-xzf', join(folder, packed.filename), '-C', join(site, 'node_modules')])
    await run('mv', [join(site, 'node_modules/package'), join(site, 'node_modules/bentang-client')])
    symlinkSync(join(ROOT, 'node_modules/@types/geojson'), join(site, 'node_modules/@types/geojson'))
    const options = {
      strict: true,
      noEmit: true,
      target: 'es2022',
      lib: ['es2023', 'dom'],
      module: 'nodenext',
      skipLibCheck: false,
      types: [],
    }
    writeFileSync(join(site, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['index.ts'] }))
    writeFileSync(join(site, 'package.json'), '{"type":"module"}')
    const write = (level: string) =>
      writeFileSync(
        join(site, 'index.ts'),
        `import { BentangProblem, createClient } from 'bentang-client'
const client = createClient({ base: 'https://peta.example' })
const { counts, units } = await client.coverage({ region: '61.05', theme: 'stunting', period: '2026', level: '${level}' })
export const gaps: number = counts.gap
export const budget: number | undefined = (await client.record('activity', 'x')).record.budgetIdr
for await (const { items, cursor } of client.changes({ since: 1 })) console.log(items[0]?.what === 'removed', cursor.length)
for await (const one of client.items('villages')) console.log(one.geometry?.type)
try { console.log(units[0]?.verdict.kind) } catch (e) { if (e instanceof BentangProblem) console.log(e.problem?.detail) }
`,
      )
    const tsc = () => run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', site])
    write('village')
    await tsc().catch((error: { stdout: string }) => expect(error.stdout).toBe(''))
    write('hamlet')
    await expect(tsc()).rejects.toMatchObject({ stdout: expect.stringContaining('hamlet') })
  }, 60_000)
})
