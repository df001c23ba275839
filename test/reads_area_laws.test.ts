import fc from 'fast-check'
import type { MultiPolygon, Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import type { SiteGeometry } from '../data/model/activity.ts'
import { flattenArea } from '../server/engine/equal_area.ts'
import { createEngine } from '../server/engine/index.ts'
import { whereIn } from '../server/engine/locate.ts'
import { loadOverlay } from '../server/engine/overlay.ts'
import { idsInArea, idsInBox, idsReachingBox } from '../server/engine/reads/index.ts'
import { turnOf } from '../server/engine/reads/segments.ts'
import { seeded } from './frozen/random.ts'
import { blob } from './frozen/rings.ts'
import { activity, at, enter, line, point, rectangle } from './world.ts'

const everything = () => true
const engineOf = async (sites: readonly SiteGeometry[]) => {
  const engine = await createEngine({ places: [] })
  engine.apply(enter(...sites.map((site, index) => activity(`a-${index}`, ['akar'], [site]))))
  return engine
}

type Path = readonly (readonly [number, number])[]
/** Positions on a grid of whole steps, so that almost everything touches something. */
const STEP = 0.01
const step = fc.integer({ min: 0, max: 6 })
const spot = fc.tuple(step, step)
const box = fc
  .tuple(step, step, step, step)
  .map(([a, b, c, d]) => [Math.min(a, c), Math.min(b, d), Math.max(a, c) + 1, Math.max(b, d) + 1] as const)
const triangle = fc
  .tuple(spot, spot, spot)
  .filter(([[x1, y1], [x2, y2], [x3, y3]]) => (x2 - x1) * (y3 - y1) !== (y2 - y1) * (x3 - x1))
  .map((corners): Path => [...corners, corners[0]])
const square = box.map(
  ([w, s, e, n]): Path => [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ],
)
const ring = fc.oneof(triangle, square)
const shape = fc.oneof(
  spot.map((one) => ({ kind: 'point' as const, path: [one] as Path })),
  fc.array(spot, { minLength: 2, maxLength: 4 }).map((path) => ({ kind: 'line' as const, path: path as Path })),
  ring.map((path) => ({ kind: 'area' as const, path })),
)

const scaled = (path: Path) => path.map(([x, y]) => [x * STEP, y * STEP] as const)
const areaOf = (path: Path): Polygon => ({ type: 'Polygon', coordinates: [scaled(path).map(([x, y]) => at(x, y))] })
const siteOf = ({ kind, path }: { kind: string; path: Path }): SiteGeometry =>
  kind === 'point'
    ? point(path[0]![0] * STEP, path[0]![1] * STEP)
    : kind === 'line'
      ? line(...scaled(path))
      : areaOf(path)

/** Whether two edges share a point, by solving for the shares along both; whole numbers, so nothing is rounded. */
const share = ([x1, y1]: Path[0], [x2, y2]: Path[0], [u1, v1]: Path[0], [u2, v2]: Path[0]): boolean => {
  const [dx, dy, du, dv] = [x2 - x1, y2 - y1, u2 - u1, v2 - v1]
  const turn = dx * dv - dy * du
  const along = (u1 - x1) * dv - (v1 - y1) * du
  const across = (u1 - x1) * dy - (v1 - y1) * dx
  if (turn !== 0) return along / turn >= 0 && along / turn <= 1 && across / turn >= 0 && across / turn <= 1
  const isOn = ([px, py]: Path[0], [ax, ay]: Path[0], [bx, by]: Path[0]) =>
    (bx - ax) * (py - ay) === (by - ay) * (px - ax) &&
    Math.min(ax, bx) <= px &&
    px <= Math.max(ax, bx) &&
    Math.min(ay, by) <= py &&
    py <= Math.max(ay, by)
  return isOn([x1, y1], [u1, v1], [u2, v2]) || isOn([u1, v1], [x1, y1], [x2, y2]) || isOn([x2, y2], [u1, v1], [u2, v2])
}
const covers = (path: Path, [x, y]: Path[0]): boolean => whereIn([[Float64Array.from(path.flat())]], x, y) !== 'outside'
const edgesOf = (path: Path) =>
  path.length === 1 ? [[path[0]!, path[0]!]] : path.slice(1).map((to, i) => [path[i]!, to])
const meet = (area: Path, other: { kind: string; path: Path }): boolean =>
  edgesOf(area).some(([a, b]) => edgesOf(other.path).some(([c, d]) => share(a!, b!, c!, d!))) ||
  covers(area, other.path[0]!) ||
  (other.kind === 'area' && covers(other.path, area[0]!))

describe('what a drawn area reaches', () => {
  test('is what shares a point with it, found pair by pair and edge by edge', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(shape, { minLength: 1, maxLength: 25 }), ring, async (shapes, area) => {
        const engine = await engineOf(shapes.map(siteOf))
        const wanted = shapes.flatMap((one, index) => (meet(area, one) ? [`a-${index}`] : []))
        expect(idsInArea(areaOf(area), everything, engine).sort()).toEqual(wanted.sort())
      }),
      { numRuns: 300 },
    )
  })

  test('of a rectangle is what the box reaches', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(shape, { minLength: 1, maxLength: 25 }), box, async (shapes, [w, s, e, n]) => {
        const engine = await engineOf(shapes.map(siteOf))
        const asked = [110 + w * STEP, s * STEP, 110 + e * STEP, n * STEP] as const
        const drawn = idsInArea(rectangle(w * STEP, s * STEP, e * STEP, n * STEP), everything, engine).sort()
        expect(idsReachingBox(asked, everything, engine).sort()).toEqual(drawn)
        const byBox = new Set(idsInBox(asked, everything, engine))
        expect(drawn.every((id) => byBox.has(id))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test('is where GEOS finds common ground, for 300 blobs and areas of up to 2,000 corners', async () => {
    const overlay = await loadOverlay()
    const random = seeded(7)
    const wobbly = (radius: number, corners: number): Polygon => ({
      type: 'Polygon',
      coordinates: [blob([110 + random(), random()], radius, 0.6, corners, random)],
    })
    const blobs = Array.from({ length: 300 }, () => wobbly(0.005 + 0.05 * random(), 5 + Math.floor(30 * random())))
    const engine = await engineOf(blobs)
    for (const corners of [3, 12, 60, 400, 2000]) {
      const [near, far] = [wobbly(0.3, corners), wobbly(0.1, corners)]
      const united = overlay.unite([flattenArea(near), flattenArea(far)])
      const both: MultiPolygon = { type: 'MultiPolygon', coordinates: [near.coordinates, far.coordinates] }
      const wanted = blobs.flatMap((one, index) =>
        overlay.intersect(united, overlay.repair(flattenArea(one))).length > 0 ? [`a-${index}`] : [],
      )
      expect(idsInArea(both, everything, engine).sort()).toEqual(wanted.sort())
    }
  })
})

test('a turn is exact where floating point is not: positions at both ends of the earth, one unit beside a line', () => {
  const units = fc.integer({ min: -1_800_000_000, max: 1_800_000_000 })
  fc.assert(
    fc.property(
      units,
      units,
      units,
      units,
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: 1, max: 9 }),
      (...given) => {
        const [x1, y1, x2, y2, beside, part] = given
        const x = x1 + Math.round(((x2 - x1) * part) / 10) + beside
        const y = y1 + Math.round(((y2 - y1) * part) / 10)
        const exact = BigInt(x2 - x1) * BigInt(y - y1) - BigInt(y2 - y1) * BigInt(x - x1)
        expect(turnOf(x1, y1, x2, y2, x, y)).toBe(exact > 0n ? 1 : exact < 0n ? -1 : 0)
      },
    ),
    { numRuns: 2000 },
  )
})
