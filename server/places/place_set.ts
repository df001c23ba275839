import type { FeatureCollection } from 'geojson'
import type { BoundaryStatus } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import type { Words } from '../../data/model/words.ts'
import type { Place } from '../engine/engine.ts'
import type { Area } from './plane.ts'

export type LngLat = readonly [lng: number, lat: number]

/** A place with what the map and its record say of it beyond what the engine judges. */
export type SituatedPlace = Place & {
  /** Inside the place, where a label has most room. */
  readonly position: LngLat
  /** Regencies only. */
  readonly kind?: 'kabupaten' | 'kota'
  /** Islands only. */
  readonly island?: {
    readonly populated: boolean
    readonly outermost: boolean
    readonly shape: 'polygon' | 'point'
    /** Where the official list puts it, sometimes beside its shape. */
    readonly listedAt: LngLat
  }
}

export type PlaceSet = {
  /** Regencies, districts, villages and islands, in order of code within each level. */
  readonly places: readonly SituatedPlace[]
  /** Neighbouring regencies of the same provinces, coarse, to be drawn dimmed; empty where only the gazetteer is there. */
  readonly context: FeatureCollection<Area, { code: Code; name: string }>
  readonly status: BoundaryStatus
  /** Every official name of the set, provinces and neighbouring regencies too. */
  readonly names: ReadonlyMap<Code, string>
  /** Settles when a download that outlived the start has ended; it never rejects. Null when nothing is on its way. */
  readonly arriving: Promise<void> | null
  /** What an operator should know of files that could not be used; absent where all could. */
  readonly faults?: readonly Words[]
}
