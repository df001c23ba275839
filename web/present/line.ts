/** What the windows of one story tell each other; `story` keeps other stories out. */
export type Said = { readonly story: string } & (
  | { readonly kind: 'at'; readonly place: number }
  /** A window that has just opened asks where the others are. */
  | { readonly kind: 'where' }
)

export type Line = { say(said: Said): void; close(): void }

const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'bentang' in value && 'story' in value && 'kind' in value

/** Windows opened from here, and the one that opened this one: a page from a file shares no channel with them. */
const kin: Window[] = []
export const addKin = (other: Window): void => {
  kin.push(other)
}

/** A line to the other windows of this story, on this device only. */
export const openLine = (story: string, hear: (said: Said) => void): Line => {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('bentang-present')
  const take = ({ data, source }: MessageEvent) => {
    const isKin = source === null || source === window.opener || kin.some((one) => one === source)
    if (isKin && isSaid(data) && data.story === story) hear(data)
  }
  channel?.addEventListener('message', take)
  addEventListener('message', take)
  return {
    say: (said) => {
      const message = { bentang: 'present', ...said }
      channel?.postMessage(message)
      // A file has no origin of its own to name.
      const target = location.protocol === 'file:' ? '*' : location.origin
      for (const other of [window.opener as Window | null, ...kin])
        if (other && !other.closed) other.postMessage(message, target)
    },
    close: () => {
      channel?.close()
      removeEventListener('message', take)
    },
  }
}
