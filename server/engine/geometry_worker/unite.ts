import type { FlatArea } from '../equal_area.ts'
import type { Geos } from '../geos.ts'
import { withoutSeams } from './seams.ts'

/** Polygons that lie side by side or over each other as one area; all in metres of the equal-area plane. */
export const createUnite = ({ raw, scoped, read, byStructure }: Geos) => {
  const unite = (area: FlatArea): FlatArea =>
    scoped(({ keep, write }) => withoutSeams(read(keep(raw.GEOSUnaryUnion(write(area))))))
  const repaired = (area: FlatArea): FlatArea =>
    scoped(({ keep, write }) => read(keep(raw.GEOSMakeValidWithParams(write(area), byStructure))))

  return (area: FlatArea): FlatArea => {
    if (area.length <= 1) return area
    try {
      return unite(area)
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error
      // Valid polygons are never refused; what slipped through invalid is mended.
      return unite(area.flatMap((polygon) => repaired([polygon])))
    }
  }
}
