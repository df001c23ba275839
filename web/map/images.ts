import type { Map as MapLibreMap } from 'maplibre-gl'
import { AUTHORITY_KINDS, hatchImage, hatchTile } from '../../styles/hatches.ts'
import type { Palette } from '../../styles/palette.ts'
import {
  discImage,
  discTile,
  PATTERNED,
  type PatternTile,
  patternTile,
  TILE_PIXEL_RATIO,
} from '../../styles/patterns.ts'

const PAINTERS: { readonly [image: string]: (palette: Palette, enlargement: number) => PatternTile } = {
  ...Object.fromEntries(
    PATTERNED.map((kind) => [kind, (palette: Palette, enlargement: number) => patternTile(kind, palette, enlargement)]),
  ),
  ...Object.fromEntries(PATTERNED.map((kind) => [discImage(kind), (palette: Palette) => discTile(kind, palette)])),
  ...Object.fromEntries(
    AUTHORITY_KINDS.map((kind) => [
      hatchImage(kind),
      (palette: Palette, enlargement: number) => hatchTile(kind, palette, enlargement),
    ]),
  ),
}

/** A pattern is drawn at its size at the zoom below and grows up to twofold before the next; in steps, to repaint rarely. */
const enlargementAt = (zoom: number): number => Math.round(2 ** (zoom - Math.floor(zoom)) * 5) / 5

/** Paints pattern images when the map asks for them, and again when the palette or the zoom changes; call it at each of these. */
export const patternPainter = (map: MapLibreMap, paletteNow: () => Palette): (() => void) => {
  let painted = ''
  const paint = (image: string) => PAINTERS[image]?.(paletteNow(), enlargementAt(map.getZoom()))
  map.setMissingStyleImageResolver((image) => {
    const tile = paint(image)
    if (tile) map.addImage(image, tile, { pixelRatio: TILE_PIXEL_RATIO })
  })
  return () => {
    const wanted = `${paletteNow().name} ${enlargementAt(map.getZoom())}`
    if (wanted === painted) return
    painted = wanted
    for (const image of Object.keys(PAINTERS)) {
      const tile = map.hasImage(image) ? paint(image) : undefined
      if (tile) map.updateImage(image, tile)
    }
  }
}
