import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { levelOf } from '../data/model/codes.ts'
import { REGENCIES } from '../data/source/regencies.ts'
import { GAZETTEER } from '../server/places/gazetteer.ts'
import {
  installBoundaries,
  loadPlaces,
  type PlaceOptions,
  type PlaceSet,
  samplePlaces,
} from '../server/places/index.ts'
import { isInPart } from '../server/places/islands.ts'
import { formatOutlines, type Outline } from '../server/places/outline.ts'
import { type Area, openPlane, partsOf } from '../server/places/plane.ts'
import { serveFiles } from './places/boundary_server.ts'
import { AROUND, KAPUAS_HULU, PINNED, SINTANG } from './places/squares.ts'

const SHARED = join(import.meta.dirname, '../../shared/data/boundaries')

let home = ''
let told: string[] = []
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'bentang-places-'))
  told = []
})
afterEach(() => rm(home, { recursive: true, force: true }))

const load = (options: Partial<PlaceOptions> = {}): Promise<PlaceSet> =>
  loadPlaces({
    home,
    boundaries: 'none',
    regencies: PINNED,
    log: (words) => told.push(words),
    now: () => new Date('2026-11-22T03:00:00Z'),
    ...options,
  })

const folderWith = async (name: string, files: Record<string, readonly Outline[]>): Promise<string> => {
  const folder = join(home, name)
  await mkdir(folder, { recursive: true })
  for (const [file, outlines] of Object.entries(files)) await writeFile(join(folder, file), formatOutlines(outlines))
  return folder
}

const codesOf = ({ places }: PlaceSet, level: string): string[] =>
  places.filter((place) => place.level === level).map(({ code }) => code)
const areaHaOf = ({ places }: PlaceSet, code: string): number => places.find((place) => place.code === code)!.areaHa

test('a configured folder comes first, with the regencies around it', async () => {
  const boundaries = await folderWith('given', { 'villages.geojson': SINTANG, 'regencies.geojson': AROUND })
  const set = await load({ boundaries, sibling: join(home, 'nowhere') })
  expect(set.status).toMatchObject({ kind: 'indicative', origin: 'configured' })
  expect(set.status.attribution).not.toContain(home)
  expect(codesOf(set, 'village')).toEqual(SINTANG.map(({ code }) => code))
  expect(set.context.features.map(({ properties }) => properties)).toEqual([{ code: '61.10', name: 'Melawi' }])
})

test('estimated areas are taken where they are asked for, whatever lies ready', async () => {
  const sibling = await folderWith('sibling', { 'villages.geojson': SINTANG })
  expect((await load({ boundaries: 'none', sibling })).status.origin).toBe('sibling')
  expect((await load({ boundaries: 'estimated', sibling })).status.origin).toBe('gazetteer')
})

test('a configured address is read over HTTP', async () => {
  const server = await serveFiles(new Map([['/batas/villages.geojson', formatOutlines(SINTANG)]]))
  const set = await load({ boundaries: `${server.url}/batas` })
  await server.close()
  expect(set.status.origin).toBe('configured')
  expect(codesOf(set, 'village')).toHaveLength(4)
})

test.each([
  ['is cut off', '{"type":"FeatureCollection","features":[{"type":"Fea', 'bukan JSON yang utuh'],
  [
    'has UTM metres',
    '{"features":[{"properties":{"code":"61.05.01.1001"},"geometry":{"type":"Polygon","coordinates":[[[500000,7000],[500100,7000],[500100,7100],[500000,7000]]]}}]}',
    'tanpa poligon dalam bujur, lintang',
  ],
  ['has undotted codes', '{"features":[{"properties":{"code":"6105"},"geometry":null}]}', 'tanpa kode resmi'],
])('a configured file that %s is told in words and the next way is taken', async (_, text, words) => {
  const boundaries = await folderWith('broken', {})
  await writeFile(join(boundaries, 'villages.geojson'), text)
  const sibling = await folderWith('sibling', { 'villages.geojson': SINTANG })
  const set = await load({ boundaries, sibling })
  expect(set.status.origin).toBe('sibling')
  expect(told[0]).toContain('BENTANG_BOUNDARIES')
  expect(told[0]).toContain(words)
})

test('an address that never answers holds the start no longer than the deadline', async () => {
  const server = await serveFiles(new Map([['/villages.geojson', '']]), () => true)
  const sibling = await folderWith('sibling', { 'villages.geojson': SINTANG })
  const taken = async (boundaries: string) => {
    const started = performance.now()
    const set = await load({ boundaries, sibling, deadlineMs: 200 })
    return { set, ms: performance.now() - started }
  }
  const alone = await taken('none')
  const { set, ms } = await taken(server.url)
  expect(ms).toBeLessThan(alone.ms + 3000)
  await server.close()
  expect(set.status.origin).toBe('sibling')
  expect(told.join('\n')).toContain('belum selesai menjawab dalam 0,2 detik')
})

test('boundaries kept at home come before the sibling folder', async () => {
  await folderWith('boundaries', { 'villages-61.05.geojson': SINTANG })
  const sibling = await folderWith('sibling', { 'villages.geojson': SINTANG.slice(0, 1) })
  const set = await load({ sibling })
  expect(set.status.origin).toBe('cache')
  expect(codesOf(set, 'village')).toHaveLength(4)
})

test('without any boundary areas are estimated, and the status says what to run', async () => {
  const set = await load()
  expect(set.status).toMatchObject({
    kind: 'estimated',
    origin: 'gazetteer',
    remedy: 'npm run bentang -- boundaries',
  })
  expect(codesOf(set, 'village')).toHaveLength(406)
  expect(set.context.features).toEqual([])
})

test('names are the official ones, and differences are told', async () => {
  const set = await load({ sibling: await folderWith('sibling', { 'villages.geojson': SINTANG }) })
  const nameOf = (code: string) => set.places.find((place) => place.code === code)?.name
  expect(set.places[0]).toMatchObject({ code: '61.05', name: 'Sintang', kind: 'kabupaten' })
  expect(nameOf('61.05.02')).toBe('Tempunak')
  expect(nameOf('61.05.02.2002')).not.toBe('Another name')
  expect(set.names.get('61')).toBe('Kalimantan Barat')
  expect(told.join('\n')).toContain('61.05.02.2002 "Another name", resminya')
  expect(told.join('\n')).toContain('Desa tanpa batas')
})

test('a district and a regency have exactly the area of their villages', async () => {
  const set = await load({ sibling: await folderWith('sibling', { 'villages.geojson': SINTANG }) })
  const villages = SINTANG.map(({ code }) => areaHaOf(set, code))
  expect(areaHaOf(set, '61.05')).toBeCloseTo(
    villages.reduce((sum, ha) => sum + ha, 0),
    6,
  )
  expect(areaHaOf(set, '61.05.01')).toBeCloseTo(villages[0]! + villages[1]!, 6)
  expect(set.places[0]!.geometry.type).toBe('Polygon')
})

test('Kapuas Hulu joins with one line and one boundary file', async () => {
  await folderWith('boundaries', { 'villages-61.05.geojson': SINTANG, 'villages-61.06.geojson': KAPUAS_HULU })
  const set = await load({ regencies: [...PINNED, { code: '61.06' }] })
  expect(codesOf(set, 'regency')).toEqual(['61.05', '61.06'])
  expect(set.places.find(({ code }) => code === '61.06')?.name).toBe('Kapuas Hulu')
  expect(codesOf(set, 'village')).toContain('61.06.01.2002')
})

test('what was computed is kept: the second start reads it, another boundary makes it anew', async () => {
  const sibling = await folderWith('sibling', { 'villages.geojson': SINTANG })
  const first = await load({ sibling })
  expect(await readdir(join(home, 'cache'))).toEqual(['places.json'])
  expect((await load({ sibling })).places).toEqual(first.places)
  await writeFile(
    join(home, 'cache/places.json'),
    (await readFile(join(home, 'cache/places.json'), 'utf8')).slice(0, 999),
  )
  expect((await load({ sibling })).places).toEqual(first.places)
  await folderWith('sibling', { 'villages.geojson': SINTANG.slice(1) })
  expect(codesOf(await load({ sibling }), 'village')).toHaveLength(3)
})

test('a boundary that crosses itself is repaired and told', async () => {
  const [west, south] = [111, 0]
  const bowTie: Area = {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + 0.1, south + 0.1],
        [west + 0.1, south],
        [west, south + 0.05],
        [west, south],
      ],
    ],
  }
  const sibling = await folderWith('sibling', { 'villages.geojson': [{ ...SINTANG[0]!, area: bowTie }] })
  const set = await load({ sibling })
  const plane = await openPlane()
  expect(told.join('\n')).toContain('61.05.01.1001 memotong dirinya sendiri')
  expect(set.places.every(({ geometry }) => geometry.type === 'Point' || plane.isValid(geometry as Area))).toBe(true)
})

test('an installed folder is what the next start finds at home', async () => {
  const from = await folderWith('given', { 'villages.geojson': SINTANG, 'regencies.geojson': AROUND })
  await installBoundaries({ home, from, log: (words) => told.push(words), regencies: PINNED })
  const set = await load()
  expect(set.status.origin).toBe('cache')
  expect(set.context.features).toHaveLength(1)
  await expect(installBoundaries({ home, from: join(home, 'x'), log: () => {}, regencies: PINNED })).rejects.toThrow(
    'Tidak ada villages.geojson',
  )
})

test('the sample knows the same places whatever boundaries there are', async () => {
  const estimated = samplePlaces(await load())
  const real = samplePlaces(await load({ sibling: await folderWith('sibling', { 'villages.geojson': SINTANG }) }))
  expect(estimated.filter(({ code }) => real.some((place) => place.code === code))).toEqual(real)
  expect(real.find(({ code }) => code === '61.05.02')).toMatchObject({ areaHa: 87368, position: [111.3325, -0.1287] })
})

test.skipIf(!existsSync(SHARED))(
  'the real set: 4 regencies, 47 districts, 734 villages, each label inside',
  async () => {
    const started = performance.now()
    const set = await load({ sibling: SHARED, regencies: REGENCIES })
    console.log(`Cold start with real boundaries: ${Math.round(performance.now() - started)} ms`)
    const again = performance.now()
    await load({ sibling: SHARED, regencies: REGENCIES })
    console.log(`With the cache: ${Math.round(performance.now() - again)} ms`)
    expect(['regency', 'district', 'village'].map((level) => codesOf(set, level).length)).toEqual([4, 47, 734])
    expect(set.context.features).toHaveLength(24)
    expect(Math.round(areaHaOf(set, '61.05'))).toBe(2_196_776)
    const plane = await openPlane()
    const areas = set.places.filter(({ geometry }) => geometry.type !== 'Point')
    expect(areas.filter(({ geometry }) => !plane.isValid(geometry as Area))).toEqual([])
    const beside = areas.filter(
      ({ geometry, position }) => !partsOf(geometry as Area).some((part) => isInPart(position, part)),
    )
    expect(beside.map(({ code }) => code)).toEqual([])
    const known = new Map(
      GAZETTEER.filter(({ code }) => levelOf(code) === 'village').map((row) => [row.code, row.areaHa]),
    )
    const ratios = areas.flatMap(({ code, areaHa }) => (known.has(code) ? [areaHa / known.get(code)!] : []))
    expect(Math.abs(ratios.toSorted((a, b) => a - b)[367]! - 1)).toBeLessThan(0.01)
  },
)
