import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Language } from '../../data/model/words.ts'
import { useCameraKey } from './Frame.tsx'
import { MAP_TEXT } from './text.ts'

const LONGEST_PX = 112
const EARTH_CIRCUMFERENCE_M = 40_075_016.7
/** Lengths that halve evenly, so that the middle of the bar is a round number too. */
const STEPS = [1, 2, 5]

/** The longest round length in metres that fits the bar. */
export const roundLength = (longestM: number): number => {
  const power = 10 ** Math.floor(Math.log10(longestM))
  return (STEPS.findLast((step) => step * power <= longestM) ?? 1) * power
}

const metresPerPixel = (map: MapLibreMap): number =>
  (EARTH_CIRCUMFERENCE_M * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom())

type ScaleBarProps = { readonly map: MapLibreMap; readonly language: Language }

/** Two halves, dark and light, in kilometres or metres; true at the middle of the map. */
export const ScaleBar = ({ map, language }: ScaleBarProps) => {
  useCameraKey(map)
  const perPixel = metresPerPixel(map)
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
