import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isWithin } from '../data/model/codes.ts'
import { REGENCIES, SURROUNDINGS } from '../data/source/regencies.ts'
import { download } from '../server/places/download.ts'
import { gather, type Sources } from '../server/places/gather.ts'
import { installBoundaries, loadPlaces } from '../server/places/index.ts'
import { fingerprintOf, formatOutlines, type Outline, parseOutlines } from '../server/places/outline.ts'
import { parseSqlRows } from '../server/places/sql_rows.ts'
import { breakOff, type Served, serveFiles, toSql } from './places/boundary_server.ts'
import { PINNED, SINTANG, SINTANG_PATH } from './places/squares.ts'

const SHARED = join(import.meta.dirname, '../../shared/data/boundaries')

let home = ''
let told: string[] = []
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'bentang-download-'))
  told = []
})
afterEach(() => rm(home, { recursive: true, force: true }))

const log = (words: string) => told.push(words)
const now = () => new Date('2026-11-22T03:00:00Z')
const load = (publicSet: string, regencies = PINNED) => loadPlaces({ home, regencies, log, now, publicSet })
/** The same without the places made of it; `origin` null is what `loadPlaces` would estimate. */
const find = (publicSet: string, options: Partial<Sources> = {}) =>
  gather({ home, log, now, deadlineMs: 8000, publicSet, ...options }, PINNED)
const villageRequests = ({ served }: { served: readonly Served[] }) =>
  served.filter(({ path }) => path === SINTANG_PATH)
const kept = () => readdir(join(home, 'boundaries'))

test('the public set is downloaded, checked, kept, and found at home by the next start', async () => {
  const server = await serveFiles(new Map([[SINTANG_PATH, toSql(SINTANG)]]))
  const set = await load(server.url)
  await server.close()
  expect(set.status).toMatchObject({ kind: 'indicative', origin: 'download' })
  expect(set.status.attribution).toContain('wilayah_boundaries')
  expect((await kept()).sort()).toEqual(['source.json', 'villages-61.05.geojson'])
  expect(told.some((words) => /villages-61\.05: \d+ kB diterima/.test(words))).toBe(true)
  expect((await load('http://127.0.0.1:9')).status.origin).toBe('cache')
})

test('content that is not the pinned one is refused and named, and nothing of it is kept', async () => {
  const moved = SINTANG.map((village) =>
    village.code === '61.05.02.2001' ? { ...SINTANG[0]!, code: village.code } : village,
  )
  const server = await serveFiles(new Map([[SINTANG_PATH, toSql(moved)]]))
  const found = await find(server.url)
  await server.close()
  expect(found.origin).toBeNull()
  expect(told.join('\n')).toContain(`SHA-256 isinya ${fingerprintOf(moved)}, seharusnya ${fingerprintOf(SINTANG)}`)
  expect(await kept()).toEqual([])
})

test('a slow download lets the start go on, ends behind it, and the next start has the boundaries', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const server = await serveFiles(new Map([[SINTANG_PATH, toSql(SINTANG)]]), (_, response, body) => {
    response.writeHead(200, { etag: '"x"', 'content-length': body.length })
    response.write(body.subarray(0, 100))
    void held.then(() => response.end(body.subarray(100)))
    return true
  })
  const found = await find(server.url, { deadlineMs: 150 })
  expect(found.origin).toBeNull()
  expect(told.join('\n')).toContain('lebih lama dari 0,15 detik; server berjalan dulu, unduhan berlanjut')
  release()
  await found.arriving
  await server.close()
  expect(told.at(-1)).toContain('dipakai mulai awal berikutnya')
  expect((await find(server.url)).origin).toBe('cache')
})

test('an interrupted download continues where it stopped', async () => {
  let first = true
  const server = await serveFiles(new Map([[SINTANG_PATH, toSql(SINTANG)]]), (_, response, body) => {
    if (!first) return false
    first = false
    return breakOff(response, `"${body.length}"`, body, 200)
  })
  const found = await find(server.url)
  await server.close()
  expect(found.origin).toBe('download')
  expect(villageRequests(server).map(({ range }) => range)).toEqual([undefined, 'bytes=200-'])
})

test('a file that changed since the interruption is taken from its start', async () => {
  const part = join(home, 'x.part')
  const old = await serveFiles(new Map([['/x', 'old content']]), (_, response, body) =>
    breakOff(response, '"old"', body, 3),
  )
  await expect(download({ url: `${old.url}/x`, part, label: 'x', log })).rejects.toThrow('tidak dapat diunduh')
  await old.close()
  expect(await readFile(part, 'utf8')).toBe('old')
  const fresh = await serveFiles(new Map([['/x', 'new content']]))
  await download({ url: `${fresh.url}/x`, part, label: 'x', log })
  await fresh.close()
  expect(fresh.served[0]!.range).toBe('bytes=3-')
  expect(await readFile(part, 'utf8')).toBe('new content')
})

test('a silent server is given up in words', async () => {
  const server = await serveFiles(new Map([['/x', 'x']]), () => true)
  const silent = download({ url: `${server.url}/x`, part: join(home, 'x'), label: 'x', log, silenceMs: 50 })
  await expect(silent).rejects.toThrow(/x tidak dapat diunduh dari .*: tidak ada data selama 0,05 detik/)
  await server.close()
})

test('what the server does not have is asked for once', async () => {
  const server = await serveFiles(new Map())
  const found = await find(server.url)
  await server.close()
  expect(found.origin).toBeNull()
  expect(told.join('\n')).toContain('server menjawab 404')
  expect(villageRequests(server)).toHaveLength(1)
})

test('BENTANG_BOUNDARIES=none asks nobody', async () => {
  const server = await serveFiles(new Map([[SINTANG_PATH, toSql(SINTANG)]]))
  await find(server.url, { boundaries: 'none' })
  await server.close()
  expect(server.served).toEqual([])
})

test('the boundaries command fetches again what a damaged file at home replaced', async () => {
  const server = await serveFiles(new Map([[SINTANG_PATH, toSql(SINTANG)]]))
  await installBoundaries({ home, log, regencies: PINNED, publicSet: server.url })
  const status = await installBoundaries({ home, log, regencies: PINNED, publicSet: server.url })
  await server.close()
  expect(status.origin).toBe('download')
  expect(villageRequests(server)).toHaveLength(2)
})

test('rows keep quotes in names, single rings and several parts', () => {
  const sql = [
    `('61.05.01.1001','Lubuk D''Alam',0.1,111.0,'[[[0,111],[0,111.1],[0.1,111.1],[0,111]]]'),`,
    String.raw`('61.05.01.1002','Lubuk \'B\'',0.1,111.0,'[[[[0,112],[0,112.1],[0.1,112.1],[0,112]]],[[[1,112],[1,112.1],[1.1,112.1],[1,112]]]]')`,
  ].join('\n')
  const rows = parseSqlRows(sql, 'x')
  expect(rows.map(({ name, area }) => [name, area.type])).toEqual([
    ["Lubuk D'Alam", 'Polygon'],
    ["Lubuk 'B'", 'MultiPolygon'],
  ])
  expect(() => parseSqlRows('<html>rate limited</html>', 'x')).toThrow('x tidak memuat baris')
})

test.skipIf(!existsSync(SHARED))('the real set, in the form of its source, passes every pinned SHA-256', async () => {
  const read = async (name: string): Promise<Outline[]> =>
    parseOutlines(await readFile(join(SHARED, name), 'utf8'), name)
  const villages = await read('villages.geojson')
  const around = await read('regencies.geojson')
  const files = new Map([
    ...REGENCIES.map(
      ({ code, boundaries }) =>
        [
          `/${boundaries!.commit}/db/kel/${code.slice(0, 2)}/wilayah_boundaries_kel_${code}.sql`,
          toSql(villages.filter((village) => isWithin(village.code, code))),
        ] as const,
    ),
    ...SURROUNDINGS.map(
      ({ code, boundaries }) =>
        [
          `/${boundaries!.commit}/db/kab/wilayah_boundaries_kab_${code}.sql`,
          toSql(around.filter((regency) => isWithin(regency.code, code))),
        ] as const,
    ),
  ])
  const server = await serveFiles(files)
  const set = await load(server.url, REGENCIES)
  await server.close()
  expect(set.status.origin).toBe('download')
  expect(set.places.filter(({ level }) => level === 'village')).toHaveLength(734)
  expect(set.context.features).toHaveLength(24)
  expect(formatOutlines(villages.filter(({ code }) => isWithin(code, '61.11')))).toBe(
    await readFile(join(home, 'boundaries/villages-61.11.geojson'), 'utf8'),
  )
})
