import type { FeatureCollection, LineString, Polygon } from 'geojson'
import land from '../../data/source/land.geojson?raw'
import rivers from '../../data/source/rivers.geojson?raw'

/** Land inside 107.5-114.6 E, 4.6 S-1.9 N. */
export const LAND = JSON.parse(land) as FeatureCollection<Polygon, Record<string, never>>
/** `class` as in WDBII: a smaller number is a larger river. */
export const RIVERS = JSON.parse(rivers) as FeatureCollection<LineString, { class: number }>
