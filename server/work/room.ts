import type { RecordStore } from '../journal/store.ts'
import type { People } from '../people/index.ts'
import type { World } from '../world.ts'
import { type Claims, createClaims } from './claims.ts'
import type { PhotoShelf } from './photos/shelf.ts'
import { createTrail, type Trail } from './trail.ts'

export type RoomOptions = {
  readonly world: World
  readonly store: RecordStore
  readonly people: Pick<People, 'nameOf'>
  readonly photos: PhotoShelf
  readonly now: () => Date
}

/** What work on records stands on. */
export type Room = RoomOptions & {
  readonly trail: Trail
  readonly claims: Claims
  /** ISO date, UTC. */
  today(): string
}

export const createRoom = (options: RoomOptions): Room => ({
  ...options,
  trail: createTrail(options.store),
  claims: createClaims(options.now),
  today: () => options.now().toISOString().slice(0, 10),
})
