import type { ComparedAnswer, ComparedPartner } from '../../data/model/matching.ts'
import { SketchMap } from '../sketch/SketchMap.tsx'
import { useText } from '../text/useText.ts'

type Props = { readonly compared: Pick<ComparedAnswer, 'bbox' | 'period'>; readonly one: ComparedPartner }

/** The villages of the region where a partner is active, each a dot. */
export const WorkMap = ({ compared: { bbox, period }, one }: Props) => {
  const { say, count } = useText()
  const { positions, row, villagesInRegion } = one
  if (!bbox || positions.length === 0) return <p>{say('matching.compared.nowhere', { period })}</p>
  return (
    <SketchMap
      bbox={bbox}
      features={positions.map(([lng, lat]) => ({
        type: 'Feature',
        properties: null,
        geometry: { type: 'Point', coordinates: [lng, lat] },
      }))}
      words={say('matching.compared.mapOf', { name: row.name, count: count(villagesInRegion) })}
    />
  )
}
