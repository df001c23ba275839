/** Around everything that is wanted, in units: west, south, east, north. */
export type Frame = readonly [number, number, number, number]

export const WEST = 1
export const EAST = 2
export const SOUTH = 4
export const NORTH = 8

/** Which sides of the frame a position lies beyond, a bit each; 0 in the frame or on its border. */
export const beyond = (frame: Frame, x: number, y: number): number =>
  (x < frame[0] ? WEST : x > frame[2] ? EAST : 0) | (y < frame[1] ? SOUTH : y > frame[3] ? NORTH : 0)
