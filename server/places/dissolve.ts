import type { Position } from 'geojson'
import { hectares } from '../engine/equal_area.ts'
import { type Area, areaOfParts, type Plane, partsOf } from './plane.ts'

// Neighbours do not always share their edge: among 734 real villages there are 1,722 gaps, the largest of 8.01 ha.
const SLIVER_HA = 10

const isOpening = (ring: Position[]): boolean => hectares({ type: 'Polygon', coordinates: [ring] }) > SLIVER_HA

/** One area of many, without the slivers that mismatched neighbours leave between them; null of nothing. */
export const dissolve = (plane: Plane, areas: readonly Area[]): Area | null => {
  const whole = plane.union(areas)
  return whole && areaOfParts(partsOf(whole).map(([shell, ...holes]) => [shell!, ...holes.filter(isOpening)]))
}
