import {
  EMBED_DEEPEST_ZOOM,
  EMBED_FILTERED,
  EMBED_LEVELS,
  EMBED_LOWEST_ZOOM,
  EMBED_STANDING,
  embedAnswerPath,
  embedFilteredPath,
  embedStandingPath,
} from '../../data/model/embed.ts'
import type { Bounds } from '../bounds.ts'
import { MVT } from '../routes/tiles.ts'
import { boundsOfTile, type TileAddress } from '../tiles/cut.ts'
import type { World } from '../world.ts'
import { answerEmbed } from './answer.ts'
import type { EmbedTiles } from './tiles.ts'

/** One file of a widget at the address it is asked by, `/embed/v1/...`. */
export type EmbedFile = { readonly path: string; readonly bytes: Uint8Array; readonly type: string }

type Asked = { readonly world: World; readonly tiles: EmbedTiles; readonly years: readonly [from: number, to: number] }

/** A region is seen with this much around it, in degrees: a wide widget shows more than the region's box. */
const AROUND_DEGREES = 1.5

const columnOf = (lng: number, z: number): number => Math.floor(((lng + 180) / 360) * 2 ** z)
const rowOf = (lat: number, z: number): number =>
  Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z)

/** Tiles of one zoom that a box touches. */
const tilesAt = ([west, south, east, north]: Bounds, z: number): TileAddress[] => {
  const [first, last] = [columnOf(west, z), columnOf(east, z)]
  const [top, bottom] = [rowOf(north, z), rowOf(south, z)]
  const columns = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const rows = Array.from({ length: bottom - top + 1 }, (_, at) => top + at)
  return columns.flatMap((x) => rows.map((y) => ({ z, x, y })))
}

const grow = ([west, south, east, north]: Bounds, degrees: number): Bounds => [
  west - degrees,
  south - degrees,
  east + degrees,
  north + degrees,
]
const meets = (a: Bounds, b: Bounds): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

const ZOOMS = Array.from({ length: EMBED_DEEPEST_ZOOM - EMBED_LOWEST_ZOOM + 1 }, (_, at) => EMBED_LOWEST_ZOOM + at)

/** Each tile that shows a regency: its surroundings as far as a first look at it shows them, closer only the regency itself. */
const tilesOf = (boxes: readonly Bounds[]): readonly TileAddress[] =>
  ZOOMS.flatMap((z) => {
    const wide = boxes.map((box) => grow(box, z <= 8 ? AROUND_DEGREES : 0.1))
    const west = Math.min(...wide.map((box) => box[0]))
    const south = Math.min(...wide.map((box) => box[1]))
    const east = Math.max(...wide.map((box) => box[2]))
    const north = Math.max(...wide.map((box) => box[3]))
    return tilesAt([west, south, east, north], z).filter((tile) => {
      const own = boundsOfTile(tile, 0)
      return wide.some((box) => meets(box, own))
    })
  })

const filled = (path: string, { z, x, y }: TileAddress): string =>
  path.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`)
const encoder = new TextEncoder()
const NOTHING = new Uint8Array()

async function* answers({ world, years: [from, to] }: Asked): AsyncGenerator<EmbedFile> {
  for (const { code: region } of world.geography.within('', 'regency'))
    for (const { id: theme } of world.themes)
      for (let year = from; year <= to; year += 1)
        for (const level of EMBED_LEVELS) {
          const answer = answerEmbed(world, { region, theme, period: { from: year, to: year }, level })
          // A question that nobody has said anything about is one no site shows.
          const isTold = answer.units.some(({ verdict }) => verdict !== 'unreported' && verdict !== 'no_target')
          if (!isTold) continue
          const path = embedAnswerPath({ region, theme, period: { from: year, to: year }, level })
          yield { path, bytes: encoder.encode(JSON.stringify(answer)), type: 'application/json' }
          await Promise.resolve()
        }
}

const addressesIn = (world: World): readonly TileAddress[] =>
  tilesOf(world.geography.within('', 'regency').map(({ code }) => world.geography.boundsOf(code)!))

async function* standingTiles({ world, tiles }: Asked): AsyncGenerator<EmbedFile> {
  for (const tileset of EMBED_STANDING)
    for (const address of addressesIn(world)) {
      const bytes = (await tiles.standing(tileset, address)) ?? NOTHING
      yield { path: filled(embedStandingPath(tileset), address), bytes, type: MVT }
    }
}

async function* filteredTiles({ world, tiles, years: [from, to] }: Asked): AsyncGenerator<EmbedFile> {
  const all = addressesIn(world)
  const lowest = all.filter(({ z }) => z === EMBED_LOWEST_ZOOM)
  for (const layer of EMBED_FILTERED)
    for (const { id: theme } of world.themes)
      for (let year = from; year <= to; year += 1) {
        const period = { from: year, to: year }
        const path = embedFilteredPath(layer, { theme, period })
        const cut = (address: TileAddress) => tiles.filtered(layer, theme, period, address)
        // What is empty where everything is in sight is empty closer, too.
        if ((await Promise.all(lowest.map(cut))).every((tile) => tile === null)) continue
        for (const address of all) {
          const bytes = await cut(address)
          if (bytes) yield { path: filled(path, address), bytes, type: MVT }
        }
      }
}

/**
 * Everything that widgets fetch, for every regency, theme and year on record: answers first, then tiles. An empty tile of
 * what always stands is a file without bytes; of filtered layers, which are mostly empty, it is left out: a map takes a
 * missing tile for an empty one. `withLayers: false` leaves out the tiles of filtered layers.
 */
export async function* embedFiles(asked: Asked & { readonly withLayers?: boolean }): AsyncGenerator<EmbedFile> {
  yield* answers(asked)
  yield* standingTiles(asked)
  if (asked.withLayers ?? true) yield* filteredTiles(asked)
}
