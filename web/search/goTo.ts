import type { SearchHit } from '../../data/model/answers.ts'
import { isWithin } from '../../data/model/codes.ts'
import { isKind } from '../../data/model/record.ts'
import type { View } from '../view.ts'

/**
 * The view that a found thing asks for: a regency or province becomes the region, everything else is selected. A place
 * outside the region brings its own regency along, one of `regencies`, and the map follows.
 */
export const goTo = (view: View, { kind, id }: SearchHit, regencies: readonly string[]): View => {
  if (isKind(kind)) return { ...view, selection: { kind, id } }
  if (kind === 'regency' || kind === 'region') return { ...view, region: id, camera: null, selection: null }
  const own = regencies.find((code) => isWithin(id, code))
  const moves = own !== undefined && !isWithin(id, view.region)
  return {
    ...view,
    ...(moves ? { region: own, camera: null } : {}),
    selection: { kind: 'place', id },
  }
}
