import type { Scene } from '../../data/model/story.ts'
import type { Command } from './keys.ts'

type Named = readonly Pick<Scene, 'id'>[]

/** The place of the scene that an address names; the first where it names none that is there. */
export const placeOf = (scenes: Named, hash: string): number => {
  let id = hash.replace(/^#/, '')
  try {
    id = decodeURIComponent(id)
  } catch {
    // A damaged address names no scene.
  }
  return Math.max(
    0,
    scenes.findIndex((scene) => scene.id === id),
  )
}

/** Where a step leads; it stops at either end. */
export const stepTo = (place: number, count: number, command: Command): number => {
  const last = Math.max(0, count - 1)
  switch (command) {
    case 'next':
      return Math.min(last, place + 1)
    case 'previous':
      return Math.max(0, place - 1)
    case 'first':
      return 0
    case 'last':
      return last
    default:
      return place
  }
}
