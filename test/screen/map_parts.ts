import type { Page } from '@playwright/test'

/** The part of the map that is counted; the program hands it to nobody, so it is taken out of React's own notes. */
type Found = {
  getLayersOrder(): readonly string[]
  getStyle(): { sources: object }
  listImages(): readonly string[]
}
type Hook = { readonly memoizedState: unknown; readonly next: Hook | null }
type Fiber = { readonly memoizedState: Hook | null; readonly return: Fiber | null }

export type MapParts = { readonly layers: number; readonly sources: number; readonly images: number }

export const countMapParts = (page: Page): Promise<MapParts> =>
  page.locator('.map-canvas').evaluate((element) => {
    const isMap = (value: unknown): value is Found =>
      typeof value === 'object' && value !== null && 'getLayersOrder' in value && 'listImages' in value
    const note = Object.keys(element).find((key) => key.startsWith('__reactFiber$'))
    const owners: Fiber[] = []
    for (let fiber = note ? (element as unknown as Record<string, Fiber>)[note] : null; fiber; fiber = fiber.return)
      owners.push(fiber)
    for (const { memoizedState } of owners)
      for (let hook = memoizedState; hook && typeof hook === 'object' && 'next' in hook; hook = hook.next)
        if (isMap(hook.memoizedState)) {
          const map = hook.memoizedState
          return {
            layers: map.getLayersOrder().length,
            sources: Object.keys(map.getStyle().sources).length,
            images: map.listImages().length,
          }
        }
    throw new Error('No map was found on the page.')
  })
