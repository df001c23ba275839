import type { Polygon, Position } from 'geojson'
import { parseCode } from '../../data/model/codes.ts'
import { type Outline, tidyArea } from './outline.ts'

// ('61.05.01.1001','Ladang',0.0626,111.4930,'[[[0.062681,111.493071],...]]'): rings of lat, lng; quotes doubled or escaped.
const ROW =
  /\(\s*'([\d.]+)'\s*,\s*'((?:[^'\\]|\\.|'')*)'\s*,\s*(-?[\d.eE+-]+)\s*,\s*(-?[\d.eE+-]+)\s*,\s*'(\[[^']*\])'\s*\)/g

type Nested = readonly (number | Nested)[]

const depthOf = (nested: Nested): number => {
  const [first] = nested
  return Array.isArray(first) ? 1 + depthOf(first) : 1
}

const swap = (ring: readonly (readonly number[])[]): Position[] => ring.map(([lat, lng]) => [lng!, lat!])

/** One ring list is a polygon, a list of them several; a bare ring occurs too. */
const parsePath = (text: string): Polygon['coordinates'][] => {
  const path = JSON.parse(text) as Nested
  switch (depthOf(path)) {
    case 4:
      return (path as unknown as number[][][][]).map((rings) => rings.map(swap))
    case 3:
      return [(path as unknown as number[][][]).map(swap)]
    case 2:
      return [[swap(path as unknown as number[][])]]
    default:
      return []
  }
}

/** Outlines in the rows of a `wilayah_boundaries` SQL file; throws in words that start with `label`. */
export const parseSqlRows = (sql: string, label: string): Outline[] => {
  const outlines = [...sql.matchAll(ROW)].map(([, codeText = '', name = '', , , path = '']) => {
    const code = parseCode(codeText)
    const area = code && tidyArea(parsePath(path))
    if (!code || !area) throw new Error(`${label}: baris ${codeText} tanpa path yang terbaca.`)
    return { code, name: name.replaceAll("''", "'").replaceAll(/\\(.)/g, '$1'), area }
  })
  if (outlines.length === 0) throw new Error(`${label} tidak memuat baris ('code','name',lat,lng,'path').`)
  return outlines
}
