import { type Colour, channelsOf, type Palette } from './palette.ts'

type Channels = readonly [number, number, number]

const mixed = (one: Colour, other: Colour, share: number): Channels => {
  const [a, b] = [channelsOf(one), channelsOf(other)]
  return [0, 1, 2].map((at) => Math.round(a[at]! + (b[at]! - a[at]!) * share)) as unknown as Channels
}

/** From little to much: out of the land into the accent, and on towards the ink. None of it is the colour of a verdict. */
export const densityRamp = ({ ground: { land, accent, ink } }: Palette): readonly Channels[] => [
  mixed(land, accent, 0.32),
  mixed(land, accent, 0.52),
  mixed(land, accent, 0.74),
  mixed(accent, ink, 0.1),
  mixed(accent, ink, 0.82),
]

/** The ramp cut down to as many classes as there are, its two ends kept. */
export const densityColours = (palette: Palette, classes: number): readonly Channels[] => {
  const ramp = densityRamp(palette)
  if (classes === 1) return [ramp[2]!]
  return Array.from({ length: classes }, (_, at) => ramp[Math.round((at * (ramp.length - 1)) / (classes - 1))]!)
}
