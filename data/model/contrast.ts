/** Of one channel, 0-255. */
const linear = (channel: number): number => {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const luminance = (hex: string): number => {
  const number = Number.parseInt(hex.replace('#', ''), 16)
  const [red, green, blue] = [number >> 16, (number >> 8) & 255, number & 255].map(linear) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours `RRGGBB` by WCAG 2.2, 1 to 21. */
export const contrastOf = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Below this, words are hard to read. */
export const READABLE_CONTRAST = 4.5
