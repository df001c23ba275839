import type { FlatArea } from '../equal_area.ts'
import { createBelow } from './below.ts'
import { createCrossings } from './crossings.ts'
import { createPen } from './draw.ts'
import { clearEdges, createEdges } from './edges.ts'
import type { Frame } from './frame.ts'
import { createTracing, type Polygon, polygonsOf } from './rings.ts'
import { createSides, tellSides, type Wanted } from './sides.ts'
import { createStars, orderStars } from './stars.ts'
import { clearVertices, createVertices, type Vertices } from './vertices.ts'

export type { Polygon, Ring } from './rings.ts'
export { FIRST_PARTY, UNIT, WITHIN } from './sides.ts'

/**
 * Areas laid over each other, and the ground among them that is wanted, as polygons on the grid of 1e-7 degree. Whether
 * edges cross and what lies on their sides is told in whole numbers, so it is never wrong by rounding: every answer is
 * valid, without a look at it, and borders that are shared to the last digit leave no slivers.
 *
 *    +-------frame-------+      draw.ts        areas become edges, each pair of vertices once, with what lies on both sides
 *    |   ______          |      crossings.ts   edges are split where they meet (meeting.ts; neighbours.ts finds who may)
 *    |  /  A __x______   |      stars.ts       the edges around each vertex, in a circle
 *    |  |   |  |   B  \  |      sides.ts       one walk over all edges carries along how deep in A and B it goes
 *    |  \___x__|______/  |      rings.ts       what has wanted ground on one side only is its border
 *    +-------------------+
 *
 * A crossing (x) is put to the nearest place of the grid, which bends its edges by half a centimetre. Vertices remember
 * their metres of the plane from before, so that hectares are those of the edges as they were drawn.
 */
export const createMosaic = () => {
  const vertices = createVertices()
  const drawn = createEdges()
  const spare = createEdges()
  const below = createBelow()
  const pen = createPen(vertices, drawn, below)
  const resolve = createCrossings()
  const stars = createStars()
  const sides = createSides()
  const tracing = createTracing()
  let frame: Frame = [0, 0, 0, 0]

  return {
    vertices: vertices as Readonly<Vertices>,
    /** An empty mosaic. Nothing is wanted beyond the frame, so what is drawn there need not be looked at. */
    begin(around: Frame): void {
      frame = around
      below.count = 0
      clearVertices(vertices)
      clearEdges(drawn)
    },
    /** One packed area, to be counted for each of the sources. */
    draw: (numbers: Int32Array, start: number, sources: readonly number[]): void =>
      pen.packed(numbers, start, frame, sources),
    /** The same in metres of the plane. */
    drawPlane: (area: FlatArea, sources: readonly number[]): void => pen.plane(area, frame, sources),
    /** Every piece of wanted ground; sources are numbered below `sources`. */
    polygons(sources: number, wanted: Wanted): readonly Polygon[] {
      const edges = resolve(vertices, drawn, spare, frame)
      orderStars(stars, vertices, edges)
      const mosaic = { frame, vertices, edges, below, stars }
      tellSides(sides, sources, mosaic, wanted)
      return polygonsOf(tracing, mosaic, sides)
    },
    /** Of the wanted ground, what lies in one of the parties. */
    m2Of: (party: number): number => sides.m2[party]!,
  }
}
