import {
  Circle,
  Hash,
  LandPlot,
  Lasso,
  LocateFixed,
  type LucideIcon,
  MapPin,
  Pentagon,
  RectangleHorizontal,
  Spline,
} from 'lucide-react'
import { useText } from '../../text/useText.ts'
import { TOOLS, type Tool } from '../drawing/modes.ts'
import { useEditing } from '../editing.ts'

const ICONS: { readonly [T in Tool]: LucideIcon } = {
  point: MapPin,
  line: Spline,
  polygon: Pentagon,
  box: RectangleHorizontal,
  circle: Circle,
  freehand: Lasso,
}

export type Asked = 'coordinates' | 'position' | null

type Props = { readonly asked: Asked; readonly onAsk: (asked: Asked) => void }

/** Every way to say where: drawn, tapped, typed, or where one stands. */
export const Tools = ({ asked, onAsk }: Props) => {
  const { say } = useText()
  const { map, setTask } = useEditing()
  const ask = (which: Asked) => onAsk(asked === which ? null : which)
  return (
    <fieldset className="edit-tools">
      <legend className="unseen">{say('edit.tools')}</legend>
      <button type="button" onClick={() => setTask({ kind: 'places', level: 'village' })} disabled={!map}>
        <LandPlot aria-hidden="true" />
        {say('edit.tool.places')}
      </button>
      <button type="button" aria-expanded={asked === 'position'} onClick={() => ask('position')}>
        <LocateFixed aria-hidden="true" />
        {say('edit.tool.position')}
      </button>
      {TOOLS.map((tool) => {
        const Icon = ICONS[tool]
        return (
          <button key={tool} type="button" disabled={!map} onClick={() => setTask({ kind: 'draw', tool })}>
            <Icon aria-hidden="true" />
            {say(`edit.tool.${tool}`)}
          </button>
        )
      })}
      <button type="button" aria-expanded={asked === 'coordinates'} onClick={() => ask('coordinates')}>
        <Hash aria-hidden="true" />
        {say('edit.tool.coordinates')}
      </button>
    </fieldset>
  )
}
