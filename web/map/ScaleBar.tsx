import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Language } from '../../data/model/words.ts'
import { useCameraKey } from './Frame.tsx'
import { metresPerPixel, roundLength } from './scale.ts'
import { MAP_TEXT } from './text.ts'

const LONGEST_PX = 112

type ScaleBarProps = { readonly map: MapLibreMap; readonly language: Language }

/** Two halves, dark and light, in kilometres or metres; true at the middle of the map. */
export const ScaleBar = ({ map, language }: ScaleBarProps) => {
  useCameraKey(map)
  const perPixel = metresPerPixel(map.getCenter().lat, map.getZoom())
  const lengthM = roundLength(LONGEST_PX * perPixel)
  const [divisor, unit] = lengthM >= 1000 ? [1000, 'km'] : [1, 'm']
  const number = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB')
  const full = `${number.format(lengthM / divisor)} ${unit}`
  return (
    <div
      className="map-scale"
      role="img"
      aria-label={`${MAP_TEXT[language].scale}: ${full}`}
      style={{ width: Math.round(lengthM / perPixel) }}
    >
      <span className="map-scale-zero">0</span>
      <span className="map-scale-half">{number.format(lengthM / 2 / divisor)}</span>
      <span className="map-scale-full">{full}</span>
      <span className="map-scale-bar" />
    </div>
  )
}
