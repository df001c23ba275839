import type { Tool } from './drawing/modes.ts'
import type { Work } from './drawing/session.ts'
import { type DraftSite, geometryOf } from './sites.ts'

/** Places are chosen one level at a time. */
export const PLACE_LEVELS = ['village', 'district', 'island'] as const
export type PlaceLevel = (typeof PLACE_LEVELS)[number]

/** What the hand is doing on the map; null lets it choose among the sites. */
export type Task =
  | { readonly kind: 'draw'; readonly tool: Tool }
  | { readonly kind: 'move'; readonly key: string }
  | { readonly kind: 'cut'; readonly how: 'split' | 'hole'; readonly key: string }
  | { readonly kind: 'places'; readonly level: PlaceLevel }
  | null

/** The drawing that a task needs; null where places are tapped, or where its site is gone. */
export const workOf = (task: Task, sites: readonly DraftSite[]): Work | null => {
  if (!task || task.kind === 'places') return null
  if (task.kind === 'draw') return task
  if (task.kind === 'cut') return { kind: 'draw', tool: task.how === 'split' ? 'line' : 'polygon' }
  const site = sites.find(({ key }) => key === task.key)
  const geometry = site && geometryOf(site)
  return site && geometry ? { kind: 'move', geometry, drawnAs: site.drawnAs } : null
}

/** The site that is under the knife or in the hand. */
export const siteOf = (task: Task): string | null => (task?.kind === 'move' || task?.kind === 'cut' ? task.key : null)
