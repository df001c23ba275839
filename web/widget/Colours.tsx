import { contrastOf, READABLE_CONTRAST } from '../../data/model/contrast.ts'
import type { EmbedColours, EmbedView } from '../../data/model/embed.ts'
import { PALETTES } from '../../styles/palette.ts'
import { useText } from '../text/useText.ts'
import { changeMaking } from './state.ts'

const NAMES = ['paper', 'ink', 'accent'] as const
const OWN_GROUND = { paper: 'panel', ink: 'ink', accent: 'accent' } as const

/** What each colour is where none was chosen. */
const ownOf = (name: keyof EmbedColours, { palette }: EmbedView): string =>
  PALETTES[palette === 'auto' ? 'light' : palette].ground[OWN_GROUND[name]]

const Contrast = ({ name, embed }: { readonly name: 'ink' | 'accent'; readonly embed: EmbedView }) => {
  const { say, language } = useText()
  const ratio = contrastOf(embed[name] ?? ownOf(name, embed), embed.paper ?? ownOf('paper', embed))
  const words = ratio.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 })
  const key = ratio >= READABLE_CONTRAST ? 'widget.contrast.good' : 'widget.contrast.poor'
  return <li data-readable={ratio >= READABLE_CONTRAST}>{say(key, { name: say(`widget.${name}`), ratio: words })}</li>
}

/** Colours of the frame, and whether words stay readable in them. */
export const Colours = ({ embed }: { readonly embed: EmbedView }) => {
  const { say } = useText()
  const choose = (colours: Partial<EmbedColours>) =>
    changeMaking((making) => ({ ...making, embed: { ...making.embed, ...colours } }))
  const isChosen = NAMES.some((name) => embed[name] !== null)
  return (
    <div className="widget-colours">
      <div className="widget-row">
        {NAMES.map((name) => (
          <label key={name} className="widget-colour">
            <input
              type="color"
              value={(embed[name] ? `#${embed[name]}` : ownOf(name, embed)).toLowerCase()}
              onChange={(event) => choose({ [name]: event.target.value.slice(1).toUpperCase() })}
            />
            {say(`widget.${name}`)}
          </label>
        ))}
      </div>
      <p className="field-hint">{say('widget.colours.about')}</p>
      {isChosen && (
        <>
          <ul className="widget-contrast" aria-live="polite">
            <Contrast name="ink" embed={embed} />
            <Contrast name="accent" embed={embed} />
          </ul>
          <button
            type="button"
            className="button-quiet"
            onClick={() => choose({ paper: null, ink: null, accent: null })}
          >
            {say('widget.own')}
          </button>
        </>
      )}
    </div>
  )
}
