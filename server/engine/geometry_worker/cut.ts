import { type FlatArea, planeHectares } from '../equal_area.ts'
import { createMosaic, FIRST_PARTY, type Polygon, type Ring, UNIT, WITHIN } from '../mosaic/index.ts'
import { packArea } from '../packed.ts'
import { someRing } from '../reads/packed_area.ts'
import { isSeam } from './seams.ts'

/** `organisations` are numbered from 0. The unit and the layers are packed areas. */
export type CutJob = {
  readonly unit: Int32Array
  /** Only the ground inside any of these is asked about, in metres of the equal-area plane; null is all of the unit. */
  readonly within: readonly FlatArea[] | null
  readonly layers: readonly { readonly organisations: readonly number[]; readonly area: Int32Array }[]
  readonly kind: 'gap' | 'overlap'
}
type Layer = CutJob['layers'][number]
type DrawnRing = { readonly units: Int32Array; readonly metres: Float64Array }

/** `organisations`: for a gap those of all layers near the unit, for an overlap those whose layers meet in it. */
export type Cut = {
  /** As measured in the plane before crossings were rounded. */
  readonly areaHa: number
  readonly organisations: readonly number[]
  /** A valid packed area, its outer rings anticlockwise and its holes clockwise; of no rings where nothing is left. */
  readonly area: Int32Array
}
/** Anew each time: its numbers go to another thread. */
const nothing = (): Cut => ({ areaHa: 0, organisations: [], area: Int32Array.of(0) })

/** What is left below this is a fault of the boundaries, as in the verdicts. */
const LEAST_HA = 1
/** An organisation whose ground runs along an overlap takes part in it only with more than the hair that rounding leaves. */
const LEAST_PART_M2 = 100

type UnitBox = [west: number, south: number, east: number, north: number]

const boxOf = (area: Int32Array): UnitBox => {
  const box: UnitBox = [Infinity, Infinity, -Infinity, -Infinity]
  someRing(area, 0, (from, to) => {
    for (let at = from; at < to; at += 2) {
      box[0] = Math.min(box[0], area[at]!)
      box[1] = Math.min(box[1], area[at + 1]!)
      box[2] = Math.max(box[2], area[at]!)
      box[3] = Math.max(box[3], area[at + 1]!)
    }
    return false
  })
  return box
}
const boxesMeet = (a: UnitBox, b: UnitBox): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

const partiesOf = (layers: readonly Layer[]): readonly number[] =>
  [...new Set(layers.flatMap(({ organisations }) => organisations))].sort((a, b) => a - b)

/**
 * Gap: the unit without everything the layers cover. Overlap: where layers of two different organisations meet inside
 * the unit, counted once however many they are; work that two carry out together overlaps with itself.
 */
export const createCut = (): ((job: CutJob) => Cut) => {
  const mosaic = createMosaic()
  const { vertices } = mosaic

  const drawn = (ring: Ring): DrawnRing => {
    const units = new Int32Array(2 * ring.length + 2)
    const metres = new Float64Array(units.length)
    for (let at = 0; at <= ring.length; at += 1) {
      const vertex = ring[at === ring.length ? 0 : at]!
      units[2 * at] = vertices.x[vertex]!
      units[2 * at + 1] = vertices.y[vertex]!
      metres[2 * at] = vertices.eastM[vertex]!
      metres[2 * at + 1] = vertices.northM[vertex]!
    }
    return { units, metres }
  }
  const isGround = ({ metres }: DrawnRing): boolean => !isSeam(metres)
  const withoutSeams = ({ shell, holes }: Polygon): readonly (readonly DrawnRing[])[] => {
    const outer = drawn(shell)
    return isGround(outer) ? [[outer, ...holes.map(drawn).filter(isGround)]] : []
  }

  const draw = ({ unit, within, kind }: CutJob, near: readonly Layer[], box: UnitBox): void => {
    mosaic.begin(box)
    mosaic.draw(unit, 0, [UNIT])
    for (const area of within ?? []) mosaic.drawPlane(area, [WITHIN])
    // For a gap it is all one who works there.
    for (const { organisations, area } of near)
      mosaic.draw(area, 0, kind === 'gap' ? [FIRST_PARTY] : organisations.map((one) => FIRST_PARTY + one))
  }

  return (job) => {
    const { unit, within, kind } = job
    const box = boxOf(unit)
    const near = job.layers.filter(({ area }) => boxesMeet(boxOf(area), box))
    const parties = partiesOf(near)
    draw(job, near, box)
    const sources = FIRST_PARTY + (kind === 'gap' ? 1 : (parties.at(-1) ?? 0) + 1)
    const [least, most] = kind === 'gap' ? [0, 0] : [2, parties.length]
    const pieces = mosaic.polygons(sources, { hasPart: within !== null, least, most }).flatMap(withoutSeams)
    const areaHa = planeHectares(pieces.map((rings) => rings.map(({ metres }) => metres)))
    if (near.length > 0 && areaHa < LEAST_HA) return nothing()
    const isPart = (one: number): boolean => mosaic.m2Of(FIRST_PARTY + one) >= LEAST_PART_M2
    return {
      areaHa,
      organisations: kind === 'gap' || parties.length === 2 ? parties : parties.filter(isPart),
      area: packArea(pieces.map((rings) => rings.map(({ units }) => units))),
    }
  }
}
