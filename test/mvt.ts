import { classifyRings, VectorTile, type VectorTileFeature, type VectorTileLayer } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import type { Activity } from '../data/model/activity.ts'
import { boundsOf } from '../server/bounds.ts'
import type { Engine, Place } from '../server/engine/engine.ts'
import { loadOverlay } from '../server/engine/overlay.ts'
import { createRegister } from '../server/engine/register.ts'
import { parseShape } from '../server/engine/shape.ts'
import { createSiteIndex } from '../server/engine/site_index.ts'
import type { TileAddress } from '../server/tiles/cut.ts'

/** The columns of activities without the facts, which no tile reads. */
export const registered = async (activities: readonly Activity[]): Promise<Pick<Engine, 'register' | 'sites'>> => {
  const overlay = await loadOverlay()
  const register = createRegister()
  const sites = createSiteIndex(register)
  for (const activity of activities) {
    const places = activity.sites.map((site) => ('code' in site ? site.code : parseShape(site.geometry, overlay)))
    const usable = places.filter((place) => typeof place !== 'string' || place.includes('.'))
    for (const site of register.add(activity, 1, usable as Parameters<typeof register.add>[2]).sites) sites.add(site)
  }
  return { register, sites }
}

/** Read by a decoder that is not ours; nothing is a tile without layers. */
export const readTile = (bytes: Uint8Array | null): Readonly<Record<string, VectorTileLayer>> =>
  bytes === null ? {} : new VectorTile(new PbfReader(bytes)).layers

export const featuresOf = (layer: VectorTileLayer | undefined): VectorTileFeature[] =>
  Array.from({ length: layer?.length ?? 0 }, (_, at) => layer!.feature(at))

export const idsOf = (layer: VectorTileLayer | undefined): string[] =>
  [...new Set(featuresOf(layer).map(({ properties }) => `${properties.id}`))].sort()

type Path = { readonly x: number; readonly y: number }[]

/** By the surveyor's formula, y down: positive is an outer ring. */
export const ringArea = (ring: Path): number =>
  ring.reduce((sum, { x, y }, at) => {
    const next = ring[(at + 1) % ring.length]!
    return sum + (x * next.y - next.x * y) / 2
  }, 0)

const repeats = (path: Path): boolean =>
  path.some(({ x, y }, at) => at > 0 && path[at - 1]!.x === x && path[at - 1]!.y === y)

const faultsOfPath = (path: Path, type: number, at: number): string[] => {
  if (type === 1) return path.length === 1 ? [] : ['a point with several positions']
  if (repeats(path)) return ['a position twice in a row']
  if (type === 2) return path.length > 1 ? [] : ['a line of one position']
  const [first, last] = [path[0]!, path.at(-1)!]
  if (first.x !== last.x || first.y !== last.y) return ['an open ring']
  if (path.length < 4) return ['a ring of fewer than three positions']
  const area = ringArea(path)
  if (area === 0) return ['a ring without area']
  return at === 0 && area < 0 ? ['a hole before its outer ring'] : []
}

/** What breaks the rules of MVT 2, or ours: 1/32 of a tile around it, an id on every feature, a count in every cluster. */
export const faultsOf = (bytes: Uint8Array | null): string[] =>
  Object.values(readTile(bytes)).flatMap((layer) => {
    const faults: string[] = []
    if (layer.version !== 2) faults.push(`version ${layer.version}`)
    if (layer.extent !== 2048 && layer.extent !== 4096) faults.push(`extent ${layer.extent}`)
    if (layer.length === 0) faults.push('an empty layer')
    const buffer = layer.name === 'activities-clusters' ? 0 : layer.extent / 32
    for (const feature of featuresOf(layer)) {
      const paths = feature.loadGeometry()
      const { id, status, count } = feature.properties
      if (paths.length === 0) faults.push('no geometry')
      for (const [at, path] of paths.entries()) faults.push(...faultsOfPath(path, feature.type, at))
      const outside = paths
        .flat()
        .find(({ x, y }) => Math.min(x, y) < -buffer || Math.max(x, y) > layer.extent + buffer)
      if (outside) faults.push(`a position at ${outside.x}, ${outside.y}`)
      if (typeof id !== 'string' && !(typeof count === 'number' && count > 1)) faults.push('no id')
      if (typeof status !== 'string' && !(typeof count === 'number' && count > 1)) faults.push('no status')
    }
    return faults.map((fault) => `${layer.name}: ${fault}`)
  })

/** Outer rings, each with its holes. */
export const polygonsOf = (feature: VectorTileFeature): Path[][] => classifyRings(feature.loadGeometry())

/** The tile that holds a position. */
export const addressAt = (lng: number, lat: number, z: number): TileAddress => {
  const row = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2
  return { z, x: Math.floor(((lng + 180) / 360) * 2 ** z), y: Math.floor(row * 2 ** z) }
}

/** Tiles that meet the boxes of the regencies, each once. */
export const addressesOver = (
  places: readonly Pick<Place, 'level' | 'geometry'>[],
  z: number,
): readonly TileAddress[] => {
  const found = new Map<string, TileAddress>()
  for (const { level, geometry } of places) {
    if (level !== 'regency') continue
    const [west, south, east, north] = boundsOf([geometry])!
    const [first, last] = [addressAt(west, north, z), addressAt(east, south, z)]
    for (let x = first.x; x <= last.x; x += 1)
      for (let y = first.y; y <= last.y; y += 1) found.set(`${x}/${y}`, { z, x, y })
  }
  return [...found.values()]
}
