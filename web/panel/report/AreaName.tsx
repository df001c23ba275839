import type { Area } from '../../area/area.ts'
import { useText } from '../../text/useText.ts'
import { PlaceName } from '../card/PlaceName.tsx'
import { formatKm } from './figures.ts'

/** What the area is called: the place where it is one, else how it was drawn. */
export const AreaName = ({ area }: { readonly area: Area }) => {
  const { say, language } = useText()
  if (area.kind === 'units') {
    const [only, ...others] = area.codes
    return only !== undefined && others.length === 0 ? (
      <PlaceName code={only} />
    ) : (
      say('report.title.units', { count: area.codes.length })
    )
  }
  return area.kind === 'circle'
    ? say('report.title.circle', { km: formatKm(area.radiusKm, language) })
    : say(`report.title.${area.kind}`)
}
