import { setImmediate as breathe } from 'node:timers/promises'
import { parentOf } from '../data/model/codes.ts'
import type { AppType } from './app.ts'
import type { Geography } from './geography.ts'

const TILESETS = ['villages', 'labels', 'land', 'districts', 'regencies', 'context', 'rivers', 'islands']
const ZOOMS = [6, 7, 8]

const tileAt = ([lng, lat]: readonly [number, number], zoom: number): string => {
  const radians = (lat * Math.PI) / 180
  const x = Math.floor(((lng + 180) / 360) * 2 ** zoom)
  const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** zoom)
  return `${zoom}/${x}/${y}`
}

/** Regencies of one province: their common boundary is found once, and that takes longer than any other answer. */
const borderAddresses = (geography: Geography): readonly string[] => {
  const codes = geography.within('', 'regency').map(({ code }) => code)
  return codes.flatMap((a, at) =>
    codes
      .slice(at + 1)
      .filter((b) => parentOf(a) === parentOf(b))
      .map((b) => `/api/corridor?a=${a}&b=${b}&km=1`),
  )
}

/** What a first visitor asks for, asked before they come: each tileset is sliced once, and that takes the longest of all. */
const firstAddresses = (geography: Geography): readonly string[] => {
  const centres = geography.within('', 'regency').map(({ position }) => position)
  const tiles = ZOOMS.flatMap((zoom) => [...new Set(centres.map((centre) => tileAt(centre, zoom)))])
  return [
    '/api/context',
    '/api/layers',
    ...TILESETS.flatMap((id) => tiles.map((tile) => `/tiles/${id}/${tile}`)),
    ...borderAddresses(geography),
  ]
}

/** Asks the server itself, one address at a time and between the requests of others; `origin` as visitors write it. */
export const warm = async (app: AppType, geography: Geography, origin: string, signal: AbortSignal): Promise<void> => {
  for (const address of firstAddresses(geography)) {
    if (signal.aborted) return
    const response = await app.request(`${origin}${address}`, { headers: { 'Accept-Encoding': 'gzip, deflate, br' } })
    await response.arrayBuffer()
    await breathe()
  }
}
