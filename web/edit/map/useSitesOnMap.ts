import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import type { Code } from '../../../data/model/codes.ts'
import { PALETTES } from '../../../styles/palette.ts'
import type { ScreenPalette } from '../../palette.ts'
import { codeOf, type DraftSite } from '../sites.ts'
import { placeLayers, SITES, siteLayers } from './layers.ts'
import { siteFeatures } from './siteFeatures.ts'

const lay = (map: MapLibreMap, layers: readonly LayerSpecification[], below?: string) => {
  for (const layer of layers) if (!map.getLayer(layer.id)) map.addLayer(layer, below)
  return () => {
    // A map that was taken down with its style has nothing left to remove.
    if (!map.style) return
    for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id)
  }
}

type Shown = {
  readonly sites: readonly DraftSite[]
  readonly chosen: string | null
  /** The site whose corners move just now. */
  readonly inHand: string | null
  readonly palette: ScreenPalette
}

/** The marked sites on the map: drawn ones with their numbers, named ones in their borders. */
export const useSitesOnMap = (map: MapLibreMap | null, { sites, chosen, inHand, palette }: Shown): void => {
  const codes = sites.flatMap((site) => codeOf(site) ?? []).join()
  useEffect(() => {
    if (!map) return
    map.addSource(SITES, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
    const remove = lay(map, siteLayers(PALETTES[palette].ground))
    return () => {
      remove()
      if (map.style && map.getSource(SITES)) map.removeSource(SITES)
    }
  }, [map, palette])

  // After the source: whenever that is made anew, it is filled anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new palette makes a new source
  useEffect(() => {
    map?.getSource<GeoJSONSource>(SITES)?.setData(siteFeatures(sites, chosen, inHand))
  }, [map, palette, sites, chosen, inHand])

  useEffect(() => {
    if (!map || !codes) return
    return lay(map, placeLayers(PALETTES[palette].ground, codes.split(',') as Code[]), 'edit-accuracy')
  }, [map, palette, codes])
}
