import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import type { ShapeAsked } from '../../../data/model/shape.ts'
import type { FlatArea } from '../equal_area.ts'
import { lengthOfPacked } from '../packed.ts'
import type { Inspection } from '../validity.ts'
import type { Cut, CutJob } from './cut.ts'
import { buffersOf, type Packed, pack, unpack } from './pack.ts'

/** Many units in one message. */
type CutAsk = {
  readonly kind: 'cut'
  readonly jobs: readonly {
    readonly kind: CutJob['kind']
    /** How many areas it is asked within. */
    readonly within: number | null
    readonly layers: readonly (readonly number[])[]
  }[]
  /** Packed areas, of each job that of its unit and those of its layers. */
  readonly numbers: Int32Array<ArrayBuffer>
  /** Of all jobs, the areas they are asked within. */
  readonly within: Packed
}

/** What the main thread asks for. */
export type Ask =
  | CutAsk
  | { readonly kind: 'unite'; readonly area: Packed }
  | { readonly kind: 'inspect'; readonly geometry: Geometry }
  | { readonly kind: 'carve'; readonly asked: ShapeAsked }

export type Reply =
  | { readonly kind: 'cut'; readonly cuts: readonly Cut[] }
  | { readonly kind: 'unite'; readonly degrees: Packed }
  | { readonly kind: 'inspect'; readonly inspection: Inspection }
  | { readonly kind: 'carve'; readonly parts: readonly (Polygon | MultiPolygon)[] }
  | { readonly kind: 'fault'; readonly fault: string }

/** A message, and what changes threads with it instead of being copied. */
export type Sent<Message> = { readonly message: Message; readonly transfers: ArrayBuffer[] }

const joined = (areas: readonly Int32Array[]): Int32Array<ArrayBuffer> => {
  const numbers = new Int32Array(areas.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const area of areas) {
    numbers.set(area, at)
    at += area.length
  }
  return numbers
}

export const askToCut = (jobs: readonly CutJob[]): Sent<CutAsk> => {
  const numbers = joined(jobs.flatMap(({ unit, layers }) => [unit, ...layers.map(({ area }) => area)]))
  const within = pack(jobs.flatMap((job) => job.within ?? []))
  const message: CutAsk = {
    kind: 'cut',
    jobs: jobs.map((job) => ({
      kind: job.kind,
      within: job.within?.length ?? null,
      layers: job.layers.map(({ organisations }) => organisations),
    })),
    numbers,
    within,
  }
  return { message, transfers: [numbers.buffer, ...buffersOf(within)] }
}

export const jobsOf = ({ jobs, numbers, within }: CutAsk): readonly CutJob[] => {
  const parts = unpack(within)[Symbol.iterator]()
  let at = 0
  const next = (): Int32Array => {
    const from = at
    at += lengthOfPacked(numbers, from)
    return numbers.subarray(from, at)
  }
  return jobs.map((job) => ({
    kind: job.kind,
    unit: next(),
    within: job.within === null ? null : Array.from({ length: job.within }, () => parts.next().value!),
    layers: job.layers.map((organisations) => ({ organisations, area: next() })),
  }))
}

/** Each area in a buffer of its own, so that one may be forgotten without the others. */
export const replyOfCuts = (cuts: readonly Cut[]): Sent<Reply> => ({
  message: { kind: 'cut', cuts },
  transfers: cuts.map(({ area }) => area.buffer as ArrayBuffer),
})

export const askToUnite = (area: FlatArea): Sent<Ask> => {
  const packed = pack([area])
  return { message: { kind: 'unite', area: packed }, transfers: buffersOf(packed) }
}

export const replyOfUnion = (area: FlatArea): Sent<Reply> => {
  const degrees = pack([area])
  return { message: { kind: 'unite', degrees }, transfers: buffersOf(degrees) }
}

export const onlyArea = (packed: Packed): FlatArea => unpack(packed)[0]!
