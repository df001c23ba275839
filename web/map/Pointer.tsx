import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import type { Language } from '../../data/model/words.ts'
import { MAP_TEXT } from './text.ts'

const SIDES = {
  id: { lng: ['BT', 'BB'], lat: ['LU', 'LS'] },
  en: { lng: ['E', 'W'], lat: ['N', 'S'] },
} as const

/** `0°04′12″ LU` */
export const positionText = (degrees: number, axis: 'lng' | 'lat', language: Language): string => {
  const seconds = Math.round(Math.abs(degrees) * 3600)
  const two = (value: number) => `${value}`.padStart(2, '0')
  const side = SIDES[language][axis][degrees < 0 ? 1 : 0]
  return `${Math.floor(seconds / 3600)}°${two(Math.floor(seconds / 60) % 60)}′${two(seconds % 60)}″\u00a0${side}`
}

type PointerProps = { readonly map: MapLibreMap; readonly language: Language }

/** Where the pointer is on the earth; nothing while it is elsewhere or there is none. */
export const Pointer = ({ map, language }: PointerProps) => {
  const [at, setAt] = useState<{ readonly lng: number; readonly lat: number } | null>(null)
  useEffect(() => {
    const follow = ({ lngLat }: MapMouseEvent) => setAt(lngLat)
    const leave = () => setAt(null)
    map.on('mousemove', follow)
    map.on('mouseout', leave)
    return () => {
      map.off('mousemove', follow)
      map.off('mouseout', leave)
    }
  }, [map])
  return (
    <output className="map-pointer" aria-label={MAP_TEXT[language].pointer} aria-live="off" hidden={at === null}>
      {at && `${positionText(at.lat, 'lat', language)}  ${positionText(at.lng, 'lng', language)}`}
    </output>
  )
}
