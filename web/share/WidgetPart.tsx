import { EMBED_LAYERS, EMBED_LEVELS, formatEmbed, parseEmbed } from '../../data/model/embed.ts'
import { useText } from '../text/useText.ts'
import { formatView } from '../view.ts'
import { WidgetTexts } from '../widget/WidgetTexts.tsx'
import type { SharePartProps } from './part.ts'

/** The widget of what is on screen, as far as a widget can show it. */
const addressOf = ({ view }: Pick<SharePartProps, 'view'>): string => {
  const level = EMBED_LEVELS.find((one) => one === view.level) ?? 'village'
  const layers = EMBED_LAYERS.filter((id) => view.layers.some((layer) => layer.id === id))
  const embed = { ...parseEmbed(formatView(view)), level, layers, palette: 'auto' as const, site: null }
  return `/widget${formatEmbed(embed)}`
}

const Way = ({ view }: SharePartProps) => {
  const { say } = useText()
  return (
    <>
      <p>{say('share.widget.about')}</p>
      <a className="button-quiet" href={addressOf({ view })}>
        {say('share.widget.open')}
      </a>
    </>
  )
}

const WidgetPart = (given: SharePartProps) => (
  <WidgetTexts>
    <Way {...given} />
  </WidgetTexts>
)
export default WidgetPart
