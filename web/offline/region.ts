import type { ContextAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import { TILESETS, type TilesetId, tilesOf } from '../../styles/sources.ts'
import { api, ask } from '../api.ts'
import { yearsShown } from '../panel/years_shown.ts'
import { settleView } from '../settleView.ts'
import { parseView, type View } from '../view.ts'

type Bbox = readonly [west: number, south: number, east: number, north: number]

/** Records move with every edit and stand behind every theme: without a network they are drawn as coarse as this. */
const RECORD_ZOOM = 8
const RECORDS: readonly TilesetId[] = ['activities', 'targets', 'agreements']
const GROUND: readonly TilesetId[] = ['land', 'rivers', 'context', 'regencies', 'districts', 'villages', 'labels']
const PLACES: readonly TilesetId[] = ['islands', 'zones', 'authority']
const AT_ONCE = 6

const column = (lng: number, zoom: number): number => Math.floor(((lng + 180) / 360) * 2 ** zoom)
/** Web Mercator, as every tile address has it. */
const row = (lat: number, zoom: number): number => {
  const sine = Math.sin((lat * Math.PI) / 180)
  return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** zoom)
}

/** Addresses of all tiles of a template that a box meets, from the whole earth down to `deepest`. */
export const tilesIn = (template: string, [west, south, east, north]: Bbox, deepest: number): readonly string[] => {
  const addresses: string[] = []
  for (let zoom = 0; zoom <= deepest; zoom += 1)
    for (let x = column(west, zoom); x <= column(east, zoom); x += 1)
      for (let y = row(north, zoom); y <= row(south, zoom); y += 1)
        addresses.push(template.replace('{z}', `${zoom}`).replace('{x}', `${x}`).replace('{y}', `${y}`))
  return addresses
}

/** The view a visitor gets of a region and theme who chooses nothing else. */
const viewOf = (region: Code, theme: string, context: ContextAnswer): View =>
  settleView(parseView(`?${new URLSearchParams({ region, theme })}`).view, context).view

const addressesOf = (region: Code, bbox: Bbox, context: ContextAnswer): readonly string[] => {
  const views = context.themes.map(({ id }) => viewOf(region, id, context))
  const of = (ids: readonly TilesetId[], view: View, deepest?: number) =>
    ids.flatMap((id) =>
      tilesOf(id, view, location.origin).flatMap((one) => tilesIn(one, bbox, deepest ?? TILESETS[id].maxZoom)),
    )
  return [...of([...GROUND, ...PLACES], views[0]!), ...views.flatMap((view) => of(RECORDS, view, RECORD_ZOOM))]
}

export type Progress = { readonly done: number; readonly all: number; readonly bytes: number }

/**
 * Asks for everything the map of a region shows, so that the service worker has kept it: ground and places in full, records
 * and verdicts of every theme in the view that is shown first. Rejects when the server is out of reach or `signal` aborts.
 */
export const keepRegion = async (
  region: Code,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Progress> => {
  const context = await api.context(signal)
  const bbox = context.regencies.find(({ code }) => code === region)?.bbox
  if (!bbox) throw new RangeError(`No regency has the code ${region}.`)
  await ask('/api/session', signal)
  const waiting = [...addressesOf(region, bbox, context)].reverse()
  const answers = context.themes.map(({ id }) => viewOf(region, id, context)).reverse()
  const all = waiting.length + answers.length
  let [done, bytes] = [0, 0]
  const tell = (size: number) => {
    done += 1
    bytes += size
    onProgress({ done, all, bytes })
  }
  const work = async () => {
    for (let view = answers.pop(); view; view = answers.pop()) {
      const { period, ...always } = view
      const parts = [
        await api.coverage(view, signal),
        await api.years(always, yearsShown(context.asOf.time, period), undefined, signal),
      ]
      tell(JSON.stringify(parts).length)
    }
    for (let address = waiting.pop(); address; address = waiting.pop()) {
      const response = await fetch(address, { signal })
      if (!response.ok) throw new Error(`${response.status} ${address}`)
      tell((await response.arrayBuffer()).byteLength)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { done, all, bytes }
}
