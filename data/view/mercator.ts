/** Web Mercator as shares of the world from its north-western corner, 0-1. */
export const worldX = (lng: number): number => (lng + 180) / 360
export const worldY = (lat: number): number => 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)
