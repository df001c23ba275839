import type { LineString, Point, Polygon, Position } from 'geojson'

/** What the hand moves: one point, one line or one ring. */
export type Path = Point | LineString | Polygon

/** The corners a hand can hold; a ring's last one is its first. */
export const cornersOf = (path: Path): readonly Position[] => {
  if (path.type === 'Point') return [path.coordinates]
  return path.type === 'LineString' ? path.coordinates : (path.coordinates[0] ?? []).slice(0, -1)
}

const withCorners = <P extends Path>(path: P, corners: readonly Position[]): P => {
  if (path.type === 'Point') return { ...path, coordinates: corners[0] }
  if (path.type === 'LineString') return { ...path, coordinates: corners }
  return { ...path, coordinates: [[...corners, ...corners.slice(0, 1)]] }
}

/** Seven decimals are a centimetre. */
export const DECIMALS = 7
const round = (value: number): number => Number(value.toFixed(DECIMALS))
export const rounded = ([lng = 0, lat = 0]: Position): Position => [round(lng), round(lat)]
export const roundedPath = <P extends Path>(path: P): P => withCorners(path, cornersOf(path).map(rounded))

const LEAST: { readonly [T in Path['type']]: number } = { Point: 1, LineString: 2, Polygon: 3 }

export const cornerMoved = <P extends Path>(path: P, at: number, to: Position): P =>
  withCorners(path, cornersOf(path).with(at, to))

/** Null where the path would be none any more. */
export const cornerRemoved = <P extends Path>(path: P, at: number): P | null => {
  const corners = cornersOf(path)
  return corners.length > LEAST[path.type] ? withCorners(path, corners.toSpliced(at, 1)) : null
}

/** A new corner halfway to the next; the last of a line goes on half as far again. Null for a point. */
export const cornerAdded = <P extends Path>(path: P, at: number): P | null => {
  if (path.type === 'Point') return null
  const corners = cornersOf(path)
  const isEnd = path.type === 'LineString' && at === corners.length - 1
  const [lng = 0, lat = 0] = corners[at] ?? []
  const [lng2 = 0, lat2 = 0] = corners[isEnd ? at - 1 : (at + 1) % corners.length] ?? []
  const way = isEnd ? -0.5 : 0.5
  return withCorners(path, corners.toSpliced(at + 1, 0, [lng + (lng2 - lng) * way, lat + (lat2 - lat) * way]))
}
