import type { Map as MapLibreMap } from 'maplibre-gl'
import { metresPerPixel, roundLength } from '../map/scale.ts'
import { element } from './elements.ts'
import type { EmbedText } from './texts.ts'

const LONGEST_PX = 96

/** A bar of a round length, true at the middle of the map. */
export const drawScale = (map: MapLibreMap, text: EmbedText): HTMLElement => {
  const words = element('span', {})
  const bar = element('span', { class: 'scale-bar' })
  const scale = element('div', { class: 'scale' }, words, bar)
  const settle = () => {
    const perPixel = metresPerPixel(map.getCenter().lat, map.getZoom())
    const lengthM = roundLength(LONGEST_PX * perPixel)
    const [divisor, unit] = lengthM >= 1000 ? [1000, 'km'] : [1, 'm']
    words.textContent = `${new Intl.NumberFormat(text.locale).format(lengthM / divisor)} ${unit}`
    bar.style.inlineSize = `${Math.round(lengthM / perPixel)}px`
  }
  map.on('move', settle)
  settle()
  return scale
}
