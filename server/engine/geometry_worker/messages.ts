import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import type { ShapeAsked } from '../../../data/model/shape.ts'
import type { FlatArea } from '../equal_area.ts'
import type { Inspection } from '../validity.ts'
import type { DissolveJob } from './dissolve.ts'
import { buffersOf, type Packed, pack, unpack } from './pack.ts'

/** Many units in one message. Of each job the unit's area comes first, then those it is asked within, then its layers'. */
type DissolveAsk = {
  readonly kind: 'dissolve'
  readonly jobs: readonly {
    readonly kind: DissolveJob['kind']
    readonly within: number | null
    readonly layers: readonly (readonly number[])[]
  }[]
  readonly areas: Packed
}

/** What the main thread asks for. */
export type Ask =
  | DissolveAsk
  | { readonly kind: 'inspect'; readonly geometry: Geometry }
  | { readonly kind: 'carve'; readonly asked: ShapeAsked }

/** In the order of the jobs; `degrees` as RFC 7946 wants them, hectares as measured in the plane before rounding. */
export type Dissolved = {
  readonly areaHa: number
  readonly organisations: readonly number[]
  readonly degrees: FlatArea
}
type Answered = readonly (Omit<Dissolved, 'degrees'> & { readonly degrees: Packed })[]
export type Reply =
  | { readonly kind: 'dissolve'; readonly answered: Answered }
  | { readonly kind: 'inspect'; readonly inspection: Inspection }
  | { readonly kind: 'carve'; readonly parts: readonly (Polygon | MultiPolygon)[] }
  | { readonly kind: 'fault'; readonly fault: string }

export const askOf = (jobs: readonly DissolveJob[]): DissolveAsk => ({
  kind: 'dissolve',
  jobs: jobs.map(({ kind, within, layers }) => ({
    kind,
    within: within?.length ?? null,
    layers: layers.map(({ organisations }) => organisations),
  })),
  areas: pack(jobs.flatMap(({ unit, within, layers }) => [unit, ...(within ?? []), ...layers.map(({ area }) => area)])),
})

export const jobsOf = ({ jobs, areas }: DissolveAsk): readonly DissolveJob[] => {
  const all = unpack(areas)
  let at = 0
  return jobs.map(({ kind, within, layers }) => ({
    kind,
    unit: all[at++]!,
    within: within === null ? null : Array.from({ length: within }, () => all[at++]!),
    layers: layers.map((organisations) => ({ organisations, area: all[at++]! })),
  }))
}

/** Each area in buffers of its own, so that one may be forgotten without the others. */
export const replyOf = (dissolved: readonly Dissolved[]): Answered =>
  dissolved.map((one) => ({ ...one, degrees: pack([one.degrees]) }))

export const dissolvedOf = (answered: Answered): readonly Dissolved[] =>
  answered.map((one) => ({ ...one, degrees: unpack(one.degrees)[0]! }))

export const transfersOf = (packed: readonly Packed[]): ArrayBuffer[] => packed.flatMap(buffersOf)
