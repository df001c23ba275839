import type { Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect, useState } from 'react'

/** The map as it stands; only while it renders is there anything to read. */
const pictureOf = (map: MapLibreMap): Promise<string> =>
  new Promise((resolve) => {
    map.once('render', () => resolve(map.getCanvas().toDataURL('image/jpeg', 0.9)))
    map.triggerRepaint()
  })

/** Prints the page once the picture of the map is on it; without a map, without a picture. */
export const usePrint = (map: MapLibreMap | null, image: RefObject<HTMLImageElement | null>) => {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    if (!picture || !image.current) return
    let left = false
    const done = () => setPicture(null)
    addEventListener('afterprint', done, { once: true })
    void image.current.decode().then(() => {
      if (!left) print()
    }, print)
    return () => {
      left = true
      removeEventListener('afterprint', done)
    }
  }, [picture, image])
  return { picture, printReport: () => (map ? void pictureOf(map).then(setPicture) : print()) }
}
