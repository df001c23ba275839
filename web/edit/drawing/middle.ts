import type { Map as MapLibreMap } from 'maplibre-gl'

/** Pixels from the top left of the map. */
export type Pixel = readonly [x: number, y: number]

/** Marks the middle of what can be seen of the map: panels and the strip cover the rest. */
export const MIDDLE = 'edit-middle'

/** The middle of the map that is not covered, where the cross hair stands. */
export const middleOf = (map: MapLibreMap): Pixel => {
  const mark = document.querySelector(`.${MIDDLE}`)?.parentElement?.getBoundingClientRect()
  const canvas = map.getCanvas().getBoundingClientRect()
  if (!mark || mark.width === 0) return [canvas.width / 2, canvas.height / 2]
  return [mark.left + mark.width / 2 - canvas.left, mark.top + mark.height / 2 - canvas.top]
}

/** How far that is from the middle of the whole map. */
export const offsetOf = (map: MapLibreMap): [number, number] => {
  const { width, height } = map.getCanvas().getBoundingClientRect()
  const [x, y] = middleOf(map)
  return [x - width / 2, y - height / 2]
}

export const positionInMiddle = (map: MapLibreMap): [number, number] => map.unproject([...middleOf(map)]).toArray()
