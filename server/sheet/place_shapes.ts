import { worldX, worldY } from '../../data/view/mercator.ts'
import { boundsOfFrame, type Frame, placing } from './camera.ts'
import { clipLine, clipRing, type Window } from './clip.ts'
import type { Path } from './display.ts'
import type { Shape } from './shapes.ts'

/** Wide lines and symbols just outside the frame still reach into it. */
const MARGIN_PX = 48
/** Positions nearer to the last one than this say nothing at the drawing's size. */
const FINEST_PX = 0.3

export type Placer = {
  readonly frame: Frame
  /** A shape's paths in pixels of the frame, thinned and cut to it; empty where it is not seen. */
  paths(shape: Shape): readonly Path[]
}

/** `finestPx`: detail below it is left out; smaller for drawings that are enlarged. */
export const createPlacer = (frame: Frame, finestPx = FINEST_PX): Placer => {
  const place = placing(frame)
  const [west, south, east, north] = boundsOfFrame(frame, MARGIN_PX)
  const [left, top, right, bottom] = [worldX(west), worldY(north), worldX(east), worldY(south)]
  const window: Window = {
    left: -MARGIN_PX,
    top: -MARGIN_PX,
    right: frame.width + MARGIN_PX,
    bottom: frame.height + MARGIN_PX,
  }

  const thinned = (path: Path): number[] => {
    const kept: number[] = []
    let [lastX, lastY] = [Infinity, Infinity]
    for (let at = 0; at < path.length; at += 2) {
      const [x, y] = place(path[at]!, path[at + 1]!)
      const isLast = at === path.length - 2
      if (!isLast && Math.abs(x - lastX) < finestPx && Math.abs(y - lastY) < finestPx) continue
      kept.push(x, y)
      lastX = x
      lastY = y
    }
    return kept
  }

  const seen = ({ type, paths }: Shape): readonly Path[] =>
    paths.flatMap((path) => {
      const near = thinned(path)
      if (type === 'Polygon') return clipRing(near, window) ?? []
      if (type === 'LineString') return clipLine(near, window)
      const [x, y] = near
      const isNear = x! >= window.left && x! <= window.right && y! >= window.top && y! <= window.bottom
      return isNear ? [Float64Array.from(near)] : []
    })

  return {
    frame,
    paths: (shape) => {
      const [leastX, leastY, mostX, mostY] = shape.box
      return mostX < left || leastX > right || mostY < top || leastY > bottom ? [] : seen(shape)
    },
  }
}
