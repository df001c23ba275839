import type { Map as MapLibreMap } from 'maplibre-gl'
import { glideTo } from './camera.ts'

const CLOSER_BY = 2

/** Goes closer to gathered activities under a pixel, where they come apart; false where there are none. */
export const openCluster = (map: MapLibreMap, x: number, y: number): boolean => {
  if (!map.getLayer('activities-cluster')) return false
  const [cluster] = map.queryRenderedFeatures([x, y], { layers: ['activities-cluster'] })
  if (cluster?.geometry.type !== 'Point') return false
  const [lng, lat] = cluster.geometry.coordinates
  if (lng === undefined || lat === undefined) return false
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  glideTo(map, { lng, lat, zoom: map.getZoom() + CLOSER_BY }, still ? 0 : undefined)
  return true
}
