/** Looks for the nearest point of one site after the other: `begin`, `look` at each of its paths, `end`. */
export type NearestSearch = {
  /** What is farther than `mostM`, in metres of the frame, need not be found. */
  begin(mostM: number): void
  /** A path of units, or a single position. */
  look(from: number, to: number): void
  /** By what was seen of the site: no farther in the frame is its nearest point. */
  reachM(): number
  /** The site is at that place of the sheet, where its nearest point is written. */
  end(place: number): void
}
