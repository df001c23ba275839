import { metresPerPixel, roundLength } from '../map/scale.ts'
import { element } from './elements.ts'
import type { EmbedText } from './texts.ts'

const LONGEST_PX = 96

export type Scale = {
  readonly bar: HTMLElement
  /** Degrees of latitude in the middle of the map, and its zoom. */
  readonly settle: (lat: number, zoom: number) => void
}

/** A bar of a round length, true at the middle of the map. */
export const drawScale = (text: EmbedText): Scale => {
  const words = element('span', {})
  const line = element('span', { class: 'scale-bar' })
  return {
    bar: element('div', { class: 'scale' }, words, line),
    settle: (lat, zoom) => {
      const perPixel = metresPerPixel(lat, zoom)
      const lengthM = roundLength(LONGEST_PX * perPixel)
      const [divisor, unit] = lengthM >= 1000 ? [1000, 'km'] : [1, 'm']
      words.textContent = `${new Intl.NumberFormat(text.locale).format(lengthM / divisor)} ${unit}`
      line.style.inlineSize = `${Math.round(lengthM / perPixel)}px`
    },
  }
}
