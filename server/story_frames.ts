import type { ContextAnswer } from '../data/model/answers.ts'
import { isWithin, lineageOf } from '../data/model/codes.ts'
import type { View } from '../data/view/view.ts'

/** A stretch of country at one zoom of the tiles: west, south, east, north in degrees. */
export type Frame = { readonly zoom: number; readonly box: readonly [number, number, number, number] }

const TILE_PX = 512
/** What a view is written on, in pixels, and twice as much: screens are wider or taller than that. */
const WRITTEN_ON = { width: 960, height: 640 } as const
const ROOM = 2
/** A phone fits the same country at a zoom lower by as much, a wall at one higher. */
const OUT = 3
/** One for a wall, and two for the hand that looks closer. */
const IN = 3
/** Closer than the view itself only its middle is packed. */
const CLOSER_ROOM = 1.1

const clampLat = (lat: number): number => Math.min(85, Math.max(-85, lat))

const around = ([lng, lat]: readonly [number, number], zoom: number, room: number): Frame['box'] => {
  const degrees = 360 / (TILE_PX * 2 ** zoom)
  const dx = (WRITTEN_ON.width / 2) * room * degrees
  const dy = (WRITTEN_ON.height / 2) * room * degrees * Math.cos((lat * Math.PI) / 180)
  return [lng - dx, clampLat(lat - dy), lng + dx, clampLat(lat + dy)]
}

const zoomsFrom = (zoom: number): readonly number[] => {
  const own = Math.floor(zoom)
  return Array.from({ length: OUT + IN + 1 }, (_, step) => own - OUT + step).filter((each) => each >= 0)
}

const framesOfCamera = ({ lng, lat, zoom }: NonNullable<View['camera']>): Frame[] =>
  zoomsFrom(zoom).map((each) => ({
    zoom: each,
    box: around([lng, lat], Math.min(zoom, each), each > zoom ? CLOSER_ROOM : ROOM),
  }))

/** A view without a camera shows its whole region, however large the screen is. */
const framesOfRegion = (region: View['region'], { regencies }: Pick<ContextAnswer, 'regencies'>): Frame[] => {
  const boxes = regencies.filter(({ code }) => isWithin(code, region) || lineageOf(region).includes(code))
  return boxes.flatMap(({ bbox: [west, south, east, north] }) => {
    const zoom = Math.log2(
      Math.min((WRITTEN_ON.width * 360) / (east - west), (WRITTEN_ON.height * 360) / (north - south)) / TILE_PX,
    )
    const [dx, dy] = [(east - west) / 2, (north - south) / 2]
    return zoomsFrom(zoom).map((each) => ({
      zoom: each,
      box: each > zoom + 1 ? [west, south, east, north] : [west - dx, south - dy, east + dx, north + dy],
    }))
  })
}

export const framesOf = (
  { camera, region }: Pick<View, 'camera' | 'region'>,
  context: Pick<ContextAnswer, 'regencies'>,
) => (camera ? framesOfCamera(camera) : framesOfRegion(region, context))

type TileAddress = { readonly z: number; readonly x: number; readonly y: number }

const column = (lng: number, z: number): number => Math.floor(((lng + 180) / 360) * 2 ** z)
const row = (lat: number, z: number): number => {
  const sine = Math.sin((clampLat(lat) * Math.PI) / 180)
  return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z)
}

/** The tiles under the frames, each once; a frame closer than the tiles go takes those of their deepest zoom. */
export const tilesIn = (frames: readonly Frame[], maxZoom: number): readonly TileAddress[] => {
  const found = new Map<string, TileAddress>()
  for (const {
    zoom,
    box: [west, south, east, north],
  } of frames) {
    const z = Math.min(zoom, maxZoom)
    const last = 2 ** z - 1
    for (let x = Math.max(0, column(west, z)); x <= Math.min(last, column(east, z)); x += 1)
      for (let y = Math.max(0, row(north, z)); y <= Math.min(last, row(south, z)); y += 1)
        found.set(`${z}/${x}/${y}`, { z, x, y })
  }
  return [...found.values()]
}
