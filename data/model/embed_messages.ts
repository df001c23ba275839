/**
 * What a widget and the page around it tell each other. The page says hello; from then on the widget tells that origin, and
 * no other, how tall it would like to be.
 */
export const EMBED_HELLO = 'bentang:hello'
export const EMBED_HEIGHT = 'bentang:height'

export type HeightMessage = { readonly type: typeof EMBED_HEIGHT; readonly v: 1; readonly height: number }

export const isHello = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === EMBED_HELLO

const TALLEST_PX = 20_000

/** The height in pixels that a message tells; null for every other message. */
export const heightOf = (data: unknown): number | null => {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== EMBED_HEIGHT) return null
  const height = 'height' in data ? data.height : null
  return typeof height === 'number' && height > 0 && height <= TALLEST_PX ? Math.ceil(height) : null
}
