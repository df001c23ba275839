import { useEffect, useState } from 'react'

export type Fix = { readonly lng: number; readonly lat: number; readonly accuracyM: number }
export type Search =
  | { readonly kind: 'searching'; readonly best: Fix | null }
  | { readonly kind: 'found'; readonly best: Fix }
  | { readonly kind: 'failed'; readonly why: 'denied' | 'unavailable' | 'unsupported' }

/** A phone under the open sky gets here within some seconds; better it seldom becomes. */
const GOOD_M = 8
const PATIENCE_MS = 20_000

/** Looks for the device's own position and keeps the best it has had, until it is good or patience ends. */
export const usePosition = (): Search => {
  const [search, setSearch] = useState<Search>({ kind: 'searching', best: null })
  useEffect(() => {
    if (!('geolocation' in navigator) || !isSecureContext) {
      setSearch({ kind: 'failed', why: 'unsupported' })
      return
    }
    const end = () => {
      navigator.geolocation.clearWatch(watch)
      clearTimeout(patience)
      setSearch((now) =>
        now.kind !== 'failed' && now.best ? { kind: 'found', best: now.best } : { kind: 'failed', why: 'unavailable' },
      )
    }
    const watch = navigator.geolocation.watchPosition(
      ({ coords: { longitude: lng, latitude: lat, accuracy: accuracyM } }) => {
        setSearch((now) => {
          const before = now.kind === 'failed' ? null : now.best
          const best = before && before.accuracyM <= accuracyM ? before : { lng, lat, accuracyM }
          return { kind: 'searching', best }
        })
        if (accuracyM <= GOOD_M) end()
      },
      ({ code, PERMISSION_DENIED }) => {
        if (code === PERMISSION_DENIED) setSearch({ kind: 'failed', why: 'denied' })
        else end()
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 },
    )
    const patience = setTimeout(end, PATIENCE_MS)
    return () => {
      navigator.geolocation.clearWatch(watch)
      clearTimeout(patience)
    }
  }, [])
  return search
}
