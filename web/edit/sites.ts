import type { Position } from 'geojson'
import type { Site, SiteGeometry } from '../../data/model/activity.ts'
import type { Code } from '../../data/model/codes.ts'
import { newId } from './new_id.ts'

/** A site while it is being marked; `key` tells it apart from the others for as long as the draft lives. */
export type DraftSite = {
  readonly key: string
  readonly site: Site
  /** A box and a circle stay what they are while their edges move; GeoJSON knows only the polygon. */
  readonly drawnAs?: 'box' | 'circle'
  /** Metres, where the position came from the device. */
  readonly accuracyM?: number
}

export type SiteKind = 'point' | 'line' | 'area' | 'place'

const KINDS: { readonly [T in SiteGeometry['type']]: SiteKind } = {
  Point: 'point',
  LineString: 'line',
  Polygon: 'area',
  MultiPolygon: 'area',
}

export const geometryOf = ({ site }: DraftSite): SiteGeometry | null => ('geometry' in site ? site.geometry : null)
export const codeOf = ({ site }: DraftSite): Code | null => ('code' in site ? site.code : null)
export const kindOf = ({ site }: DraftSite): SiteKind => ('geometry' in site ? KINDS[site.geometry.type] : 'place')

export const drawn = (geometry: SiteGeometry, more: Omit<DraftSite, 'key' | 'site'> = {}): DraftSite => ({
  key: newId(),
  site: { geometry },
  ...more,
})

export const draftSites = (sites: readonly Site[]): readonly DraftSite[] =>
  sites.map((site) => ({ key: newId(), site }))

export const sitesOf = (drafts: readonly DraftSite[]): readonly Site[] => drafts.map(({ site }) => site)

/** The site of that key becomes others: none, one, or the pieces it was split into. A name stays with the first. */
export const replaced = (
  sites: readonly DraftSite[],
  key: string,
  others: readonly DraftSite[],
): readonly DraftSite[] => sites.flatMap((one) => (one.key === key ? others : [one]))

/** The same site with another shape. */
export const reshaped = (sites: readonly DraftSite[], key: string, geometry: SiteGeometry): readonly DraftSite[] =>
  sites.map((one) => {
    if (one.key !== key) return one
    const { accuracyM: _, ...rest } = one
    return { ...rest, site: { ...('name' in one.site ? { name: one.site.name } : {}), geometry } as Site }
  })

export const renamed = (sites: readonly DraftSite[], key: string, name: string): readonly DraftSite[] =>
  sites.map((one) =>
    one.key === key && 'geometry' in one.site
      ? { ...one, site: { geometry: one.site.geometry, ...(name.trim() ? { name: name.trim() } : {}) } }
      : one,
  )

/** A place named twice is one place: naming it again takes it out. */
export const toggled = (sites: readonly DraftSite[], code: Code): readonly DraftSite[] => {
  const without = sites.filter((one) => codeOf(one) !== code)
  return without.length < sites.length ? without : [...sites, { key: newId(), site: { code } }]
}

const positionsOf = (geometry: SiteGeometry): readonly Position[] => {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'LineString':
      return geometry.coordinates
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
  }
}

/** Half a kilometre around a lone point. */
const AROUND_DEGREES = 0.005

/** West, south, east, north of everything drawn; null where only places are named. */
export const boxOf = (sites: readonly DraftSite[]): readonly [number, number, number, number] | null => {
  const positions = sites.flatMap((one) => {
    const geometry = geometryOf(one)
    return geometry ? positionsOf(geometry) : []
  })
  if (positions.length === 0) return null
  const lngs = positions.map(([lng = 0]) => lng)
  const lats = positions.map(([, lat = 0]) => lat)
  const [west, south, east, north] = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
  const pad = Math.max(east - west, north - south) < AROUND_DEGREES ? AROUND_DEGREES : 0
  return [west - pad, south - pad, east + pad, north + pad]
}
