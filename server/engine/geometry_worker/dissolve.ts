import { type FlatArea, planeHectares } from '../equal_area.ts'
import type { Geos, Pointer, Scope } from '../geos.ts'
import { type Box, boxesMeet, boxOf } from '../locate.ts'

/** `organisations` are any numbers that tell them apart. All areas are valid, in metres of the equal-area plane. */
export type DissolveJob = {
  readonly unit: FlatArea
  /** Only the ground inside any of these is asked about; null is all of the unit. */
  readonly within: readonly FlatArea[] | null
  readonly layers: readonly { readonly organisations: readonly number[]; readonly area: FlatArea }[]
  readonly kind: 'gap' | 'overlap'
}
type Layer = DissolveJob['layers'][number]
type Ground = (layers: readonly Layer[]) => Pointer

/** `organisations`: for a gap those of all layers near the unit, for an overlap those whose layers meet in it. */
export type Dissolution = { readonly area: FlatArea; readonly organisations: readonly number[] }
const NOTHING: Dissolution = { area: [], organisations: [] }

/** What is left below this is a fault of the boundaries, as in the verdicts. */
const LEAST_HA = 1
/** Narrower on average than twice the centimetre that positions are kept to: a seam, not ground. */
const SEAM_M = 0.02
/** An organisation whose ground runs along an overlap takes part in it only with more than the hair that rounding leaves. */
const LEAST_PART_HA = 0.01
/** The clip's own edges stay clear of the unit, so that they never run along its boundary. */
const MARGIN_M = 10

const lengthOf = (ring: Float64Array): number => {
  let sum = 0
  for (let i = 2; i + 1 < ring.length; i += 2) sum += Math.hypot(ring[i]! - ring[i - 2]!, ring[i + 1]! - ring[i - 1]!)
  return sum
}
const isSeam = (ring: Float64Array): boolean => planeHectares([[ring]]) * 10_000 * 2 < SEAM_M * lengthOf(ring)

const withoutSeams = (area: FlatArea): FlatArea =>
  area.flatMap(([shell, ...holes]) =>
    shell && !isSeam(shell) ? [[shell, ...holes.filter((hole) => !isSeam(hole))]] : [],
  )

const isInside = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]

const partiesOf = (layers: readonly Layer[]): readonly number[] =>
  [...new Set(layers.flatMap(({ organisations }) => organisations))].sort((a, b) => a - b)

/** Each set of organisations once, with the layers they carry out together. */
const byParties = (
  layers: readonly Layer[],
): readonly { readonly joint: boolean; readonly layers: readonly Layer[] }[] => {
  const groups = new Map<string, { joint: boolean; layers: Layer[] }>()
  for (const layer of layers) {
    const parties = partiesOf([layer])
    const key = parties.join(' ')
    const group = groups.get(key) ?? { joint: parties.length > 1, layers: [] }
    groups.set(key, group)
    group.layers.push(layer)
  }
  return [...groups.values()]
}

/**
 * Gap: the unit without everything the layers cover. Overlap: where layers of two different organisations meet inside
 * the unit, counted once however many they are; work that two carry out together overlaps with itself.
 */
export const createDissolve = (geos: Geos) => {
  const { raw, scoped, read, byStructure } = geos

  /** Villages side by side as one unit share edges and may overlap: united, they are one area. */
  const united = ({ keep, gather }: Scope, pieces: readonly Pointer[]): Pointer =>
    pieces.length === 1 ? pieces[0]! : keep(raw.GEOSUnaryUnion(gather(pieces)))
  const wholeOf = (scope: Scope, unit: FlatArea): Pointer => {
    const given = scope.write(unit)
    return unit.length === 1 || raw.GEOSisValid(given) === 1 ? given : scope.keep(raw.GEOSUnaryUnion(given))
  }

  /** The layer as far as the unit's box reaches; a rectangle may clip a polygon into an invalid one, which is not used. */
  const clipped = ({ keep, write }: Scope, area: FlatArea, [west, south, east, north]: Box): Pointer => {
    const whole = write(area)
    const around: Box = [west - MARGIN_M, south - MARGIN_M, east + MARGIN_M, north + MARGIN_M]
    if (isInside(boxOf(area.flat()), around)) return whole
    const part = keep(raw.GEOSClipByRect(whole, ...around))
    return raw.GEOSisValid(part) === 1 ? part : whole
  }

  const meetings = (scope: Scope, near: readonly Layer[], ground: Ground): Pointer[] => {
    const groups = byParties(near)
    const found = groups.filter(({ joint }) => joint).map((group) => ground(group.layers))
    let before: Pointer | null = null
    for (const group of groups.filter(({ joint }) => !joint)) {
      const own = ground(group.layers)
      if (before !== null) found.push(scope.keep(raw.GEOSIntersection(before, own)))
      before = before === null ? own : scope.keep(raw.GEOSUnion(before, own))
    }
    return found
  }

  const partiesIn = (scope: Scope, area: Pointer, near: readonly Layer[], ground: Ground): readonly number[] => {
    const all = partiesOf(near)
    if (all.length === 2) return all
    return all.filter((one) => {
      const own = ground(near.filter(({ organisations }) => organisations.includes(one)))
      return planeHectares(read(scope.keep(raw.GEOSIntersection(area, own)))) >= LEAST_PART_HA
    })
  }

  const cut = ({ unit, within, layers, kind }: DissolveJob): Dissolution => {
    if (unit.length === 0) return NOTHING
    const box = boxOf(unit.flat())
    const isNear = (area: FlatArea): boolean => area.length > 0 && boxesMeet(boxOf(area.flat()), box)
    const near = layers.filter(({ area }) => isNear(area))
    const wanted = within?.filter(isNear) ?? null
    if (wanted?.length === 0 || (near.length === 0 && kind === 'overlap')) return NOTHING
    if (near.length === 0 && !wanted && unit.length === 1) return { area: unit, organisations: [] }
    return scoped((scope) => {
      const { keep } = scope
      const ground: Ground = (given) =>
        united(
          scope,
          given.map((layer) => clipped(scope, layer.area, box)),
        )
      const asked = wanted?.map((area) => clipped(scope, area, box))
      const inside = wholeOf(scope, unit)
      const whole = asked ? keep(raw.GEOSIntersection(inside, united(scope, asked))) : inside
      const shared = kind === 'overlap' ? meetings(scope, near, ground) : []
      if (kind === 'overlap' && shared.length === 0) return NOTHING
      const left = keep(
        kind === 'gap' ? raw.GEOSDifference(whole, ground(near)) : raw.GEOSIntersection(whole, united(scope, shared)),
      )
      const area = withoutSeams(read(left))
      if (near.length > 0 && planeHectares(area) < LEAST_HA) return NOTHING
      return { area, organisations: kind === 'gap' ? partiesOf(near) : partiesIn(scope, left, near, ground) }
    })
  }

  const repaired = (area: FlatArea): FlatArea =>
    scoped(({ keep, write }) => read(keep(raw.GEOSMakeValidWithParams(write(area), byStructure))))

  return (job: DissolveJob): Dissolution => {
    try {
      return cut(job)
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error
      // Valid input is never refused; what slipped through invalid is mended, so that one unit does not cost the others.
      const layers = job.layers.map((layer) => ({ ...layer, area: repaired(layer.area) }))
      return cut({ ...job, unit: repaired(job.unit), within: job.within?.map(repaired) ?? null, layers })
    }
  }
}
