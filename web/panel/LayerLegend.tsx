import { layerOf } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import { legendOf } from '../../styles/legend.ts'
import { PALETTES } from '../../styles/palette.ts'
import { SWATCH, swatchSvg } from '../../styles/swatch.ts'
import { useText } from '../text/useText.ts'
import type { CardProps } from './props.ts'

/** Tiles gather single sites up to this zoom. */
const GATHERED_TO_ZOOM = 8

type Props = Pick<CardProps, 'view' | 'coverage' | 'palette'> & { readonly id: LayerId }

/** What one layer draws in this very view, each look as it is on the map. */
const LayerLegend = ({ view, coverage, palette, id }: Props) => {
  const { language } = useText()
  const near = view.camera !== null && view.camera.zoom > GATHERED_TO_ZOOM
  const entries = legendOf(view, coverage).filter(
    ({ layer, value }) => layer === id && !(near && value === layerOf(id).gathered?.value),
  )
  return (
    <ul className="layer-legend">
      {entries.map((entry) => (
        <li key={entry.value}>
          <img src={swatchSvg(entry, PALETTES[palette])} alt="" width={SWATCH.width} height={SWATCH.height} />
          {entry.label[language]}
        </li>
      ))}
    </ul>
  )
}

export default LayerLegend
