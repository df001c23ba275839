import type { LngLat } from './positions.ts'

/** Metres on a transverse Mercator projection of the WGS 84 ellipsoid. */
export type Grid = {
  readonly epsg: string
  /** As maps call it: `UTM 49S`, `TM-3 49.1`. */
  readonly name: string
  readonly meridian: number
  readonly scale: number
  readonly eastingM: number
  readonly northingM: number
}

const SIX_DEGREES = 6
const zoneOf = (lng: number): number => Math.floor((lng + 180) / SIX_DEGREES) + 1

const utm = (zone: number, isSouth: boolean): Grid => ({
  epsg: `EPSG:${(isSouth ? 32_700 : 32_600) + zone}`,
  name: `UTM ${zone}${isSouth ? 'S' : 'N'}`,
  meridian: zone * SIX_DEGREES - 183,
  scale: 0.9996,
  eastingM: 500_000,
  northingM: isSouth ? 10_000_000 : 0,
})

/** The national grid of zones three degrees wide, in which land is registered (DGN95, by centimetres WGS 84). */
const tm3 = (index: number): Grid => {
  const meridian = 94.5 + 3 * index
  return {
    epsg: `EPSG:${23_830 + index}`,
    name: `TM-3 ${zoneOf(meridian)}.${(meridian + 180) % SIX_DEGREES < SIX_DEGREES / 2 ? 1 : 2}`,
    meridian,
    scale: 0.9999,
    eastingM: 200_000,
    northingM: 1_500_000,
  }
}

/** Every grid that lies over Indonesia. */
export const GRIDS: readonly Grid[] = [
  ...Array.from({ length: 9 }, (_, at) => [utm(46 + at, true), utm(46 + at, false)]).flat(),
  ...Array.from({ length: 16 }, (_, at) => tm3(at)),
]

export const findGrid = (epsg: string): Grid | null => GRIDS.find((grid) => grid.epsg === epsg) ?? null

const FLATTENING = 1 / 298.257223563
const N = FLATTENING / (2 - FLATTENING)
const POWERS = [N, N ** 2, N ** 3, N ** 4]
/** Radius of the rectifying sphere, in metres. */
const RADIUS_M = (6_378_137 / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64)

const series = (coefficients: readonly (readonly number[])[]): readonly number[] =>
  coefficients.map((row) => row.reduce((sum, factor, at) => sum + factor * POWERS[at]!, 0))

/** Coefficients of the inverse series of Krueger (1912), in powers of the third flattening, as Karney (2011) gives them. */
const BETA = series([
  [1 / 2, -2 / 3, 37 / 96, -1 / 360],
  [0, 1 / 48, 1 / 15, -437 / 1440],
  [0, 0, 17 / 480, -37 / 840],
  [0, 0, 0, 4397 / 161_280],
])
const DELTA = series([
  [2, -2 / 3, -2, 116 / 45],
  [0, 7 / 3, -8 / 5, -227 / 45],
  [0, 0, 56 / 15, -136 / 35],
  [0, 0, 0, 4279 / 630],
])

const DEGREES = 180 / Math.PI
const DECIMALS = 7

/** Degrees of metres on a grid: right to a millimetre within its zone. */
export const fromGrid = (grid: Grid, eastingM: number, northingM: number): LngLat => {
  const xi = (northingM - grid.northingM) / (grid.scale * RADIUS_M)
  const eta = (eastingM - grid.eastingM) / (grid.scale * RADIUS_M)
  const [north, east] = BETA.reduce(
    ([x, y], beta, at) => {
      const twice = 2 * (at + 1)
      return [
        x - beta * Math.sin(twice * xi) * Math.cosh(twice * eta),
        y - beta * Math.cos(twice * xi) * Math.sinh(twice * eta),
      ] as [number, number]
    },
    [xi, eta] as [number, number],
  )
  const conformal = Math.asin(Math.sin(north) / Math.cosh(east))
  const lat = DELTA.reduce((sum, delta, at) => sum + delta * Math.sin(2 * (at + 1) * conformal), conformal)
  const lng = Math.atan2(Math.sinh(east), Math.cos(north))
  return {
    lng: Number((grid.meridian + lng * DEGREES).toFixed(DECIMALS)),
    lat: Number((lat * DEGREES).toFixed(DECIMALS)),
  }
}
