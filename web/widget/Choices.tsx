import { layerOf } from '../../data/layers/index.ts'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { EMBED_LAYERS, EMBED_LEVELS, EMBED_PARTS, type EmbedView } from '../../data/model/embed.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import { Field } from '../pages/Field.tsx'
import { useText } from '../text/useText.ts'
import { Colours } from './Colours.tsx'
import { Select } from './Select.tsx'
import { changeMaking, type Making } from './state.ts'

type Props = { readonly making: Making; readonly context: ContextAnswer }
type ChangeEmbed = (change: Partial<EmbedView>) => void

const changeEmbed: ChangeEmbed = (change) =>
  changeMaking((making) => ({ ...making, embed: { ...making.embed, ...change } }))

const sizeOf = (text: string): number | null => (/^\d{3,4}$/.test(text) ? Number(text) : null)

/** In the order of `all`, with or without one of them. */
const toggled = <T extends string>(all: readonly T[], chosen: readonly T[], one: T): readonly T[] =>
  all.filter((each) => (each === one ? !chosen.includes(one) : chosen.includes(each)))

const Question = ({ making: { embed }, context }: Props) => {
  const { say, language } = useText()
  const [first, last] = context.years
  const years = Array.from({ length: last - first + 1 }, (_, at) => `${last - at}`)
  const period = formatPeriod(embed.period)
  return (
    <fieldset className="widget-group">
      <legend>{say('widget.question')}</legend>
      <Select
        label={say('widget.region')}
        value={embed.region}
        choices={context.regencies.map(({ code, name }) => [code, name])}
        onPick={(region) => changeEmbed({ region })}
      />
      <Select
        label={say('widget.theme')}
        value={embed.theme}
        choices={context.themes.map(({ id, label }) => [id, label[language]])}
        onPick={(theme) => changeEmbed({ theme })}
      />
      <Select
        label={say('widget.period')}
        value={period}
        choices={(years.includes(period) ? years : [period, ...years]).map((year) => [year, year])}
        onPick={(year) => changeEmbed({ period: { from: Number(year), to: Number(year) } })}
      />
      <Select
        label={say('widget.level')}
        value={embed.level}
        choices={EMBED_LEVELS.map((level) => [level, say(`panel.unit.${level}`, { count: 1 })])}
        onPick={(level) => changeEmbed({ level })}
      />
      <Select
        label={say('widget.ask')}
        value={embed.ask}
        choices={VERDICT_KINDS.map((kind) => [kind, say(`panel.ask.${kind}`)])}
        onPick={(ask) => changeEmbed({ ask })}
      />
    </fieldset>
  )
}

const Shown = ({ making: { embed } }: Pick<Props, 'making'>) => {
  const { say, language } = useText()
  return (
    <fieldset className="widget-group">
      <legend>{say('widget.shown')}</legend>
      <div className="widget-row">
        {EMBED_PARTS.map((part) => (
          <label key={part} className="widget-check">
            <input
              type="checkbox"
              checked={embed.show.includes(part)}
              disabled={embed.show.length === 1 && embed.show[0] === part}
              onChange={() => changeEmbed({ show: toggled(EMBED_PARTS, embed.show, part) })}
            />
            {say(`widget.show.${part}`)}
          </label>
        ))}
      </div>
      <p className="widget-label">{say('widget.layers')}</p>
      <div className="widget-row">
        {EMBED_LAYERS.map((layer) => (
          <label key={layer} className="widget-check">
            <input
              type="checkbox"
              checked={embed.layers.includes(layer)}
              onChange={() => changeEmbed({ layers: toggled(EMBED_LAYERS, embed.layers, layer) })}
            />
            {layerOf(layer).title[language]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const Looks = ({ making }: Pick<Props, 'making'>) => {
  const { say } = useText()
  const { embed, widthPx, heightPx } = making
  return (
    <fieldset className="widget-group">
      <legend>{say('widget.looks')}</legend>
      <Select
        label={say('widget.language')}
        value={embed.language}
        choices={[
          ['id', 'Bahasa Indonesia'],
          ['en', 'English'],
        ]}
        onPick={(language) => changeEmbed({ language })}
      />
      <Select
        label={say('widget.palette')}
        value={embed.palette}
        choices={(['auto', 'light', 'dark', 'projector'] as const).map((name) => [name, say(`shell.palette.${name}`)])}
        onPick={(palette) => changeEmbed({ palette })}
      />
      <Field
        label={say('widget.width')}
        hint={say('widget.width.hint')}
        type="number"
        min={240}
        max={2400}
        defaultValue={widthPx ?? ''}
        onChange={(event) => {
          const size = sizeOf(event.target.value)
          changeMaking((now) => ({ ...now, widthPx: size }))
        }}
      />
      <Field
        label={say('widget.height')}
        hint={say('widget.height.hint')}
        type="number"
        min={240}
        max={2400}
        defaultValue={heightPx}
        onChange={(event) => {
          const size = sizeOf(event.target.value)
          if (size !== null) changeMaking((now) => ({ ...now, heightPx: size }))
        }}
      />
      <Colours embed={embed} />
      <Field
        label={say('widget.site')}
        hint={say('widget.site.hint')}
        value={embed.site ?? ''}
        maxLength={40}
        onChange={(event) => changeEmbed({ site: event.target.value.toLowerCase().replace(/[^a-z0-9-]/g, '') || null })}
      />
    </fieldset>
  )
}

/** Everything that can be chosen of a widget. */
export const Choices = ({ making, context }: Props) => (
  <form className="widget-choices" onSubmit={(event) => event.preventDefault()}>
    <Question making={making} context={context} />
    <Shown making={making} />
    <Looks making={making} />
  </form>
)
